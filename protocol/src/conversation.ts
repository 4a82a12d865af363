import type { BySide, Refusal, Why } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView, DecisionView } from "./competitions.ts";
import type { PlayerView } from "./entries.ts";
import type { NoteView } from "./notes.ts";
import type { Text } from "./text.ts";
import { languageTag } from "./text.ts";

/** The kinds of things that people talk about. */
const THREAD_SUBJECTS = ["moment", "match", "report", "event", "competition"] as const;
export type ThreadSubject = (typeof THREAD_SUBJECTS)[number];

/** Whether people talk about this kind of thing. */
export function isThreadSubject(kind: string): kind is ThreadSubject {
  return THREAD_SUBJECTS.some((known) => known === kind);
}

export const SORTS = ["best", "new", "old", "controversial", "across-borders"] as const;
export type Sort = (typeof SORTS)[number];

/** A new comment. The id is made by the browser, so that what is sent twice is posted once. */
export const commentForm = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,40}$/)
    .optional(),
  parent: z.string().min(1).max(60).optional(),
  body: z.string().max(10_000, { abort: true }).trim().min(1),
  language: languageTag.optional(),
});
export type CommentForm = z.infer<typeof commentForm>;

/** The first comment about something, which opens the conversation: `about` is `match:paris-2024/xd/final`. */
export const firstCommentForm = commentForm.omit({ parent: true }).extend({ about: z.string().min(3).max(220) });

/** A vote: 1 for, -1 against, 0 takes it back. */
export const voteForm = z.strictObject({ value: z.union([z.literal(1), z.literal(0), z.literal(-1)]) });

export const FLAG_REASONS = ["insults", "advertising", "off-topic", "private", "other"] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** A reader asks moderators to look at a comment. */
export const flagForm = z.strictObject({
  reason: z.enum(FLAG_REASONS, "Choose one of the reasons."),
  words: z.string().max(500, { abort: true }).trim().optional(),
});
export type FlagForm = z.infer<typeof flagForm>;

/**
 * How many comments there are and why fewer are shown. `posted` is always the sum of the others.
 */
export interface CountView {
  readonly posted: number;
  readonly shown: number;
  readonly removed: number;
  readonly deleted: number;
  readonly held: number;
}

/** A comment as readers see it. A removed or deleted one keeps its place, so that its replies keep theirs. */
export interface CommentView {
  readonly id: string;
  readonly thread: string;
  readonly parent: string | null;
  /** Replies deep, from 0. */
  readonly depth: number;
  /** Its number in the thread in the order of posting, from 1. */
  readonly number: number;
  readonly state: "shown" | "removed" | "deleted" | "held";
  readonly author: {
    readonly name: string;
    readonly place: string | null;
    readonly invented: boolean;
    /** Somebody who has left without their name: pages say so in the reader's language, in place of the name. */
    readonly left?: true;
  } | null;
  readonly atMs: number;
  readonly editedAtMs: number | null;
  readonly language: string | null;
  /** Plain text, paragraphs parted by an empty line; empty when not shown. */
  readonly body: string;
  /** The same as HTML where it has more than paragraphs: made by the server, of a closed list of elements. */
  readonly html: string | null;
  /** Of a comment written while the match that it is about was played. */
  readonly score: ScoreThen | null;
  readonly removal: { readonly reason: string; readonly by: string } | null;
  readonly up: number;
  readonly down: number;
  readonly myVote: 1 | 0 | -1;
  readonly mine: boolean;
  /** Whether its replies stand too deep for this page: they are read on its own page. */
  readonly continues: boolean;
}

/** Words of one's own that wait for a moderator: new ones, or new ones for a comment that stands meanwhile as it was. */
export interface HeldView {
  readonly id: string;
  readonly comment: string | null;
  readonly atMs: number;
  readonly language: string | null;
  readonly body: string;
  /** The checks that said so, in their order: `words`, `links`. */
  readonly why: readonly Why["rule"][];
}

/** What a conversation is about. */
interface SubjectView {
  readonly kind: string;
  readonly id: string;
  readonly title: Text;
  /** Its own page. */
  readonly href: string;
}

/** How a match stood when somebody spoke: the game being played, from 1, and its points. */
export interface ScoreThen {
  readonly game: number;
  readonly points: BySide<number>;
}

export interface ThreadView {
  readonly id: string;
  readonly title: Text;
  readonly subject: SubjectView;
  readonly count: CountView;
  readonly sort: Sort;
  /** Sorted across borders, but too few have voted: of no comment is it known, and all stand as the best do. */
  readonly sortedAsBest: boolean;
  /** In reading order: a comment stands before its replies. */
  readonly comments: readonly CommentView[];
  /** What readers who usually disagree find helpful to add, by the id of the comment. */
  readonly notes: readonly NoteView[];
  /** What the reader wrote and nobody else sees yet. */
  readonly held: readonly HeldView[];
  /** Where reading goes on; null at the end. */
  readonly next: string | null;
  readonly version: number;
  readonly locked: boolean;
  /** How fast it goes and who writes in it: 0 and false where nothing holds it back. */
  readonly slowSeconds: number;
  readonly membersOnly: boolean;
  readonly mayPost: boolean;
  /** Whether the reader is told of what is new in it. */
  readonly follows: boolean;
}

/** The sites under whose pages conversations may stand, one a line: `https://www.example.org`. */
export const embeddingForm = z.strictObject({ origins: z.string().max(10_000, { abort: true }) });

/** For organisers: under whose pages the conversations of a competition may stand, and what is put there. */
export interface EmbeddingPage {
  readonly competition: CompetitionView;
  readonly origins: readonly string[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}

/** A conversation as it stands under the page of another site: what everybody reads of it. */
export interface EmbeddedThread {
  readonly title: Text;
  /** The page here, where one writes. */
  readonly href: string;
  readonly shown: number;
  /** Whether there is more than stands here. */
  readonly more: boolean;
  readonly comments: readonly Pick<
    CommentView,
    "id" | "depth" | "state" | "author" | "atMs" | "language" | "body" | "html"
  >[];
}

/** Where nobody has spoken yet: what it would be about, and the words that were refused. */
export interface FirstCommentPage {
  readonly about: string;
  readonly subject: SubjectView;
  readonly follows: boolean;
  readonly draft: { readonly body: string; readonly refusal: Pick<Refusal, "code" | "message"> } | null;
}

export interface ThreadPage {
  readonly thread: ThreadView;
  /** What the conversation is about, to stand beside it; null where nothing was decided. */
  readonly about: DecisionView | null;
  /** The comment that was asked for by its permalink, shown with its ancestors and replies. */
  readonly focus: string | null;
  /** What the writer had typed when it was refused: returned, with the refusal's code and sentence. */
  readonly draft: {
    readonly parent: string | null;
    readonly body: string;
    readonly refusal: Pick<Refusal, "code" | "message">;
  } | null;
}

/** What of the record holds the words that were asked for. */
export interface FoundInRecord {
  readonly players: readonly PlayerView[];
  /** Two who have played together. */
  readonly pairs: readonly (readonly [PlayerView, PlayerView])[];
  readonly competitions: readonly Pick<CompetitionView, "id" | "title" | "from">[];
  readonly reports: readonly { readonly title: Text; readonly href: string }[];
}

/** What holds the words that were asked for: comments, the latest first, and what else is on record. */
export interface CommentSearchPage {
  readonly query: string;
  /** The one conversation that is searched; null for all of them. */
  readonly thread: string | null;
  readonly found: readonly { readonly title: Text; readonly comment: CommentView }[];
  /** Null where one conversation is searched, and on further pages. */
  readonly record: FoundInRecord | null;
  /** Where it goes on: before this one; null at the end. */
  readonly next: number | null;
}

/** A member as all see them, with what they wrote last. */
export interface ProfilePage {
  readonly id: string;
  readonly name: string;
  readonly found: CommentSearchPage["found"];
  /** Whether the reader may follow and block them: a member, and somebody else. */
  readonly mayBlock: boolean;
  readonly isBlocked: boolean;
  readonly follows: boolean;
}

/** What stands in a comment and what stood there before, the newest first. */
export interface CommentVersionsPage {
  readonly title: Text;
  readonly comment: CommentView;
  readonly earlier: readonly { readonly body: string; readonly untilMs: number }[];
  /** How many versions moderators alone may read. */
  readonly hidden: number;
}
