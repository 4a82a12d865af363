import type { CommentId, PersonId, ThreadId } from "@podium/engine";
import type { Generated } from "kysely";

export interface ThreadTable {
  id: ThreadId;
  subject_kind: string;
  subject_id: string;
  title: string;
  created_at_ms: number;
  locked_at_ms: number | null;
  locked_by: PersonId | null;
  slow_ms: number | null;
  members_only: Generated<number>;
}

/** What the source of imported comments claims of them. Shown to nobody but whoever imports. */
export interface ThreadSourceTable {
  id: string;
  thread_id: ThreadId;
  /** `wxr`, `disqus`, `listing` or `page`. */
  kind: string;
  title: string | null;
  posted_by: string | null;
  body: string | null;
  /** How many comments the source says there are, and how many its file held. */
  claimed: number | null;
  found: number;
  /** Comments that the file only points at: JSON. */
  more: string;
  imported_at_ms: number;
}

/** Who speaks in a thread: a member, or somebody whose words were imported. */
export interface AuthorTable {
  id: string;
  /** The account, when there is one. */
  person_id: PersonId | null;
  name: string;
  place: string | null;
  invented: number;
}

export interface CommentTable {
  id: CommentId;
  thread_id: ThreadId;
  parent_id: CommentId | null;
  /** 1, 2, 3 ... in the order of posting. */
  number: number;
  /** Numbers from the root down, each of fixed width: comparing as bytes gives the reading order. */
  path: string;
  depth: number;
  /** How many comments stand below it, on all levels. */
  below: number;
  author_id: string;
  at_ms: number;
  edited_at_ms: number | null;
  language: string | null;
  body: string;
  /** The body as HTML where it has more than paragraphs. */
  html: string | null;
  removed_at_ms: number | null;
  /** The name of who removed it. */
  removed_by: string | null;
  removal_reason: string | null;
  deleted_at_ms: number | null;
  held_at_ms: number | null;
  /** Imported tallies plus the votes given here. */
  up: number;
  down: number;
  imported_up: number;
  imported_down: number;
  /** Wilson lower bound in 0..65535, upside down, so that ascending order is best first. */
  best_key: number;
  /** How disputed it is, upside down, so that ascending order is most disputed first. */
  dispute_key: number;
  /** How much readers of different camps value it, upside down; behind those, as the best, of which it is not known. */
  across_key: number;
  client_id: string | null;
  /** Flags of readers that were not found groundless. */
  flags: Generated<number>;
  /** How the match that it is about stood then: JSON. Null where nothing was being played. */
  score: string | null;
}

/** What stood in a comment before an edit: read by all while the comment is, gone when its author deletes it. */
export interface RevisionTable {
  comment_id: CommentId;
  number: number;
  body: string;
  replaced_at_ms: number;
  /** 1: for moderators alone, since it was held when it was replaced, or written when all of them were. */
  hidden: Generated<number>;
}

/** A member whom a comment names, or named before it was written anew. */
export interface MentionTable {
  comment_id: CommentId;
  person_id: PersonId;
}

/** What a member follows: a subject that people talk about, or a member. */
export interface FollowTable {
  person_id: PersonId;
  /** The kind of a subject of threads, or `member`. */
  subject_kind: string;
  subject_id: string;
  at_ms: number;
}

/** A member does not want to hear of another. */
export interface BlockTable {
  person_id: PersonId;
  blocked_id: PersonId;
  at_ms: number;
}

export interface VoteTable {
  comment_id: CommentId;
  person_id: PersonId;
  value: number;
  at_ms: number;
}

/** The words by which a comment is found, as `searchStream` makes them. */
/** The words by which something of the record is found. */
export interface RecordWordsTable {
  number: Generated<number>;
  kind: "competition" | "player" | "report";
  subject: string;
  words: string;
  document: Generated<string>;
}

export interface CommentWordsTable {
  number: Generated<number>;
  comment_id: CommentId;
  words: string;
  /** The same for PostgreSQL's index; SQLite has a table of its own. */
  document: Generated<string>;
}
