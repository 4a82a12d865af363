import type { Refusal, Why } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { FlagReason } from "./conversation.ts";
import type { Text } from "./text.ts";

/** Why something is decided as it is: told to its author. */
const reason = z.string().max(500, { abort: true }).trim().min(1);

/** A case decided: let through, or removed for a reason. */
export const decisionForm = z.union([
  z.strictObject({ decision: z.literal("passed") }),
  z.strictObject({ decision: z.literal("removed").optional(), reason }),
]);

/** The same for many: `case.ID` is `on` for each of them. */
export const decisionsForm = z
  .object({ decision: z.enum(["passed", "removed"]), reason: reason.optional() })
  .catchall(z.literal("on"));

/** Words on one list. */
export const LISTED_WORDS_MAX = 5_000;

/** Words, one a line, each once. */
const wordLines = z
  .string()
  .max(200_000, { abort: true })
  .transform((text) => [...new Set(text.split("\n").map((word) => word.trim()))])
  .transform((words) => words.filter((word) => word !== ""))
  .refine((words) => words.length <= LISTED_WORDS_MAX, {
    message: `At most ${LISTED_WORDS_MAX} words at once.`,
    abort: true,
  })
  .refine((words) => words.every((word) => word.length <= 100), "A word has at most 100 letters.");

/** Words put on a list, and words taken off it. */
export const heldWordsForm = z.strictObject({ add: wordLines.optional(), drop: wordLines.optional() });

/** What moderators see first. */
export const moderationRulesForm = z.strictObject({
  firstHeld: z.coerce.number().int().min(0).max(20),
  newcomerLinks: z.coerce.number().int().min(0).max(20),
});

/** Whose a case is from now on: one's own, or nobody's. */
export const assignmentForm = z.strictObject({ to: z.enum(["me", "nobody"], "It is oneself or nobody.") });

/** Asks for another decision about one's own words. */
export const appealForm = z.strictObject({ words: z.string().max(2000, { abort: true }).trim().min(1) });

export const RESTRICTIONS = ["mute", "suspension", "ban"] as const;
export type RestrictionKind = (typeof RESTRICTIONS)[number];

const emptyAsLeftOut = (value: unknown) => (value === "" ? undefined : value);

/** Holds a member back: for some days or, without them, until it is lifted. */
export const restrictionForm = z.strictObject({
  kind: z.enum(RESTRICTIONS, "It is a mute, a suspension or a ban."),
  days: z.preprocess(emptyAsLeftOut, z.coerce.number().int().min(1).max(3650).optional()),
  competition: z.preprocess(emptyAsLeftOut, z.string().min(1).max(200).optional()),
  reason,
});
export type RestrictionForm = z.infer<typeof restrictionForm>;

/** How fast a thread goes, and who writes in it. */
export const dialsForm = z.strictObject({
  slowSeconds: z.coerce.number().int().min(0).max(86_400),
  membersOnly: z.enum(["on", "off"], "It is on or off.").default("off"),
  reason,
});
export type DialsForm = z.infer<typeof dialsForm>;

/** All conversations rest. */
export const pauseForm = z.strictObject({ minutes: z.coerce.number().int().min(1).max(1440), reason });
export type PauseForm = z.infer<typeof pauseForm>;

export type ActKind =
  | "words-removed"
  | "words-reopened"
  | "appeal-granted"
  | "appeal-declined"
  | "thread-locked"
  | "thread-slowed"
  | "member-restricted"
  | "restriction-lifted"
  | "conversations-paused"
  | "conversations-resumed";

/** One thing that a moderator did. */
export interface ActView {
  readonly number: number;
  readonly act: ActKind;
  readonly atMs: number;
  readonly thread: { readonly id: string; readonly title: Text } | null;
  readonly comment: string | null;
  /** Empty where the operator does not show names. */
  readonly by: string;
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}

export interface ModerationLogPage {
  readonly acts: readonly ActView[];
  readonly next: number | null;
  readonly pause: { readonly untilMs: number; readonly reason: string } | null;
  /** Whether the reader may let all conversations rest. */
  readonly mayPause: boolean;
}

/** What moderators know of a member. */
export interface MemberPage {
  readonly member: { readonly id: string; readonly name: string };
  readonly cases: readonly CaseView[];
  /** What became of what they flagged. */
  readonly flags: { readonly upheld: number; readonly dismissed: number; readonly waiting: number };
  readonly restrictions: readonly {
    readonly id: string;
    readonly kind: RestrictionKind;
    readonly competition: string | null;
    readonly reason: string;
    readonly by: string;
    readonly atMs: number;
    readonly untilMs: number | null;
    readonly liftedAtMs: number | null;
    readonly holds: boolean;
  }[];
  /** Where the reader may restrict; `null` among them stands for all. */
  readonly places: ModerationPage["places"];
  /** Restricted members who wrote from the same network lately: a hint. */
  readonly sharing: readonly { readonly id: string; readonly name: string }[];
}

/** What a member is told of. */
export type NotificationKind =
  | "reply"
  | "mention"
  | "note-mention"
  | "followed"
  | "followed-member"
  | "words-passed"
  | "words-removed"
  | "words-reopened"
  | "flag-answered"
  | "appeal-granted"
  | "appeal-declined"
  | "restricted"
  | "restriction-lifted"
  | "page-request-answered"
  | "called";

export interface NotificationView {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly atMs: number;
  readonly isNew: boolean;
  readonly case: string | null;
  readonly thread: string | null;
  readonly comment: string | null;
  /** The words it is about, as far as they are still there. */
  readonly words: string;
  /** Who wrote them, of an answer or a mention. */
  readonly by: string | null;
  /** `reason`, `by`, `decision`, `table`: what there is to say, by kind. */
  readonly data: Readonly<Record<string, string | number | null>>;
  /** Whether another decision can be asked for. */
  readonly mayAppeal: boolean;
}

export interface NotificationsPage {
  readonly notifications: readonly NotificationView[];
}

export const CASE_KINDS = ["new", "edit", "placed", "flagged", "removal", "appeal", "note", "translation"] as const;
type CaseViewKind = (typeof CASE_KINDS)[number];

/** A case as moderators see it. */
export interface CaseView {
  readonly id: string;
  /**
   * `new`: not shown yet. `edit`: new words of a comment that stands. `placed`: held where it stands. `flagged`: shown
   * meanwhile. `removal`: removed at once. `appeal`: its author asks again. `note`: a reader's note. `translation`: a member's.
   */
  readonly kind: CaseViewKind;
  readonly atMs: number;
  readonly thread: { readonly id: string; readonly title: Text };
  /** The comment it is about, by its name in the thread; null while it has none. */
  readonly comment: string | null;
  /** What it answers. */
  readonly parent: { readonly name: string; readonly number: number; readonly body: string } | null;
  /** The words that stand meanwhile, of an edit. */
  readonly standing: string | null;
  readonly author: CaseAuthorView;
  readonly language: string | null;
  readonly body: string;
  readonly why: readonly Why[];
  /** What readers said of it. */
  readonly flags: readonly { readonly reason: FlagReason; readonly words: string }[];
  /** The moderator who looks after it. */
  readonly assigned: { readonly name: string; readonly isMe: boolean } | null;
  /** What its author says to the decision before, and whether the reader may not decide since that was theirs. */
  readonly appeal: { readonly words: string; readonly reason: string; readonly isOwn: boolean } | null;
  readonly decided: {
    readonly decision: "passed" | "removed";
    readonly reason: string;
    readonly by: string;
    readonly atMs: number;
  } | null;
}

/** Who wrote it, and what became of the rest they wrote. */
export interface CaseAuthorView {
  readonly name: string;
  readonly isMember: boolean;
  /** The id of the member. */
  readonly person: string | null;
  readonly shown: number;
  readonly removed: number;
}

export interface ModerationPage {
  /** What waits, the oldest first. */
  readonly cases: readonly CaseView[];
  readonly more: boolean;
  /** What was decided last. */
  readonly decided: readonly CaseView[];
  /** Where the reader moderates; `null` among them stands for all. */
  readonly places: readonly (Pick<CompetitionView, "id" | "title"> | null)[];
}

/** Words and rules of a competition, or of all. */
export interface ModerationRulesPage {
  readonly competition: CompetitionView | null;
  readonly words: readonly string[];
  readonly rules: { readonly firstHeld: number; readonly newcomerLinks: number; readonly isOwn: boolean };
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}
