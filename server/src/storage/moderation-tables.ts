import type { CommentId, ThreadId } from "@podium/engine";

/** What waits for a moderator, or was decided by one. */
export interface CaseTable {
  id: string;
  thread_id: ThreadId;
  /** Whose moderators decide; null: those of all competitions. */
  competition_id: string | null;
  /** `new`: held before it was placed, and in no other table. `edit`: new words of a comment. `placed`: held where it stands. */
  kind: string;
  /** Null before it is placed. */
  comment_id: CommentId | null;
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
  decided_by: string | null;
  /** `passed` or `removed`. */
  decision: string | null;
  /** Told to the author. */
  reason: string | null;
}

/** A word that holds what it stands in. */
export interface HeldWordTable {
  /** A competition's id, or "*" for all of them. */
  competition_id: string;
  word: string;
  added_by: string | null;
  at_ms: number;
}

/** How much moderators see first, where it is not as everywhere. */
export interface ModerationRulesTable {
  /** A competition's id, or "*" for all of them. */
  competition_id: string;
  /** How many comments of a newcomer wait; 0 for none. */
  first_held: number;
  /** How many links a newcomer may post at once. */
  newcomer_links: number;
}
