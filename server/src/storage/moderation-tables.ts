import type { CommentId, PersonId, ThreadId } from "@podium/engine";
import type { Generated } from "kysely";

/** What waits for a moderator, or was decided by one. */
export interface CaseTable {
  id: string;
  thread_id: ThreadId;
  /** Whose moderators decide; null: those of all competitions. */
  competition_id: string | null;
  /**
   * `new`: held before it was placed, and in no other table. `edit`: new words of a comment. `placed`: held where it
   * stands. `flagged`: shown meanwhile. `removal`: removed at once. `appeal`: decided before, by somebody else. `note`: a reader's note.
   * `translation`: a member's translation of a comment.
   */
  kind: string;
  /** Null before it is placed, and of a note. */
  comment_id: CommentId | null;
  /** Of a case about a reader's note. */
  note_id: string | null;
  /** Of a case about a translation. */
  translation_id: string | null;
  author_id: string;
  opened_at_ms: number;
  /** Why: JSON, in the order of the checks. */
  why: string;
  /** The words that wait, with what they need to be placed; of a case about words in their place, empty. */
  body: string;
  parent_id: CommentId | null;
  language: string | null;
  client_id: string | null;
  decided_at_ms: number | null;
  decided_by: PersonId | null;
  /** `passed` or `removed`. */
  decision: string | null;
  /** Told to the author. */
  reason: string | null;
  /** The moderator who looks after it. */
  assigned_to: PersonId | null;
  /** The case whose decision is asked for again, and with which words. */
  appeal_of: string | null;
  appeal: string | null;
}

/** A reader asks moderators to look at a comment. */
export interface FlagTable {
  comment_id: CommentId;
  person_id: PersonId;
  reason: string;
  words: string;
  at_ms: number;
  case_id: string;
}

/** What a member is told: what was decided about their words and flags. */
export interface NotificationTable {
  id: string;
  person_id: PersonId;
  at_ms: number;
  kind: string;
  /** The id of what it is about: a case, a comment, a note, a match. */
  subject_id: string;
  /** JSON. */
  data: string;
  /** 1: the member has seen it. */
  seen: Generated<number>;
  /** 0: it goes into the next letter, unless it was seen before. */
  mailed: Generated<number>;
}

/** What holds a member back: a mute, a suspension or a ban, in a competition or in all ("*"). */
export interface RestrictionTable {
  id: string;
  person_id: PersonId;
  competition_id: string;
  kind: string;
  reason: string;
  by_id: PersonId;
  at_ms: number;
  until_ms: number | null;
  lifted_at_ms: number | null;
  lifted_by: PersonId | null;
}

/** A time in which nobody but moderators writes. */
export interface PauseTable {
  id: string;
  at_ms: number;
  until_ms: number;
  by_id: PersonId;
  reason: string;
}

/** What a moderator did, for everybody to read. */
export interface ActTable {
  /** The number of the fact that records it. */
  number: number;
  at_ms: number;
  act: string;
  thread_id: ThreadId | null;
  comment_id: CommentId | null;
  by_id: PersonId | null;
  reason: string;
  /** JSON. */
  data: string;
}

/** A word that holds what it stands in. */
export interface HeldWordTable {
  /** A competition's id, or "*" for all of them. */
  competition_id: string;
  word: string;
  added_by: PersonId | null;
  at_ms: number;
}

/** How much moderators see first, where it is not as everywhere. */
/** Under the pages of which other sites the conversations of a competition may be shown. */
export interface EmbeddingOriginsTable {
  competition_id: string;
  /** `https://www.example.org` */
  origin: string;
}

export interface ModerationRulesTable {
  /** A competition's id, or "*" for all of them. */
  competition_id: string;
  /** How many comments of a newcomer wait; 0 for none. */
  first_held: number;
  /** How many links a newcomer may post at once. */
  newcomer_links: number;
}
