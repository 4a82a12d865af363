import { z } from "zod";
import type { Text } from "./text.ts";

/** What followers are told: somebody wrote where they follow, or somebody whom they follow wrote. */
export const TOLD_TO_FOLLOWERS = ["followed", "followed-member"] as const;

const yesNo = z.enum(["yes", "no"]);

/** Follows, or no longer: `match:ID`, as of a thread, or `member:ID`. `list`: asked from the list of what one follows. */
export const followingForm = z.strictObject({
  about: z.string().max(300),
  follows: yesNo,
  from: z.enum(["list"]).optional(),
});

/** Whether a member follows by themselves where they write. */
export const followingOwnForm = z.strictObject({ own: yesNo });

/** Something that a member follows; without title and name what is not to be read at present. */
export interface FollowedView {
  /** `match:ID`, `member:ID`. */
  readonly about: string;
  readonly title: Text | null;
  /** Of a member. */
  readonly name: string | null;
  readonly href: string | null;
  readonly atMs: number;
}

/** What a member follows, the newest first. */
export interface FollowingPage {
  readonly followed: readonly FollowedView[];
  readonly followsOwn: boolean;
}
