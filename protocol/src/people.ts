import type { Refusal } from "@podium/engine";
import { z } from "zod";

export const ROLES = ["organiser", "referee", "editor", "moderator", "member"] as const;
export type Role = (typeof ROLES)[number];

/** Who is looking at a page. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  /** What the person may be, by competition; "*" stands for all of them. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
}

export const signInForm = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  next: z.string().max(300).optional(),
});
export const signUpForm = z.strictObject({
  name: z.string().trim().min(2).max(60),
  email: z.email().max(200),
  password: z.string().max(1000),
  next: z.string().max(300).optional(),
});

/** A new password in place of the present one. */
export const passwordForm = z.strictObject({ current: z.string().min(1).max(1000), password: z.string().max(1000) });

export interface SignInPage {
  readonly next: string;
  readonly refusal: Pick<Refusal, "code" | "message"> | null;
  readonly email: string;
  readonly name: string;
  readonly mode: "sign-in" | "sign-up";
  /** In demo mode: one click signs in as one of these. */
  readonly demo: readonly { readonly key: string; readonly name: string; readonly role: Role }[];
}

export interface AccountPage {
  readonly viewer: Viewer;
  readonly email: string;
  /** What its owner tells the organisers, to show that the address is theirs; null when they have. */
  readonly code: string | null;
  /** Why the password was not changed. */
  readonly refusal: Pick<Refusal, "code" | "message"> | null;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly atMs: number }[];
}
