import type { CommentId, PersonId, ThreadId } from "@podium/engine";
import { codeOf, commentId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** A comment with its author, as the tables know it. */
export interface CommentRow {
  readonly id: CommentId;
  readonly thread_id: ThreadId;
  readonly parent_id: CommentId | null;
  readonly number: number;
  readonly path: string;
  readonly depth: number;
  /** How many comments stand below it, on all levels. */
  readonly below: number;
  readonly at_ms: number;
  readonly edited_at_ms: number | null;
  readonly language: string | null;
  readonly body: string;
  /** What `markupOf` made of the body when it was written. */
  readonly html: string | null;
  readonly removed_at_ms: number | null;
  readonly removed_by: string | null;
  readonly removal_reason: string | null;
  readonly deleted_at_ms: number | null;
  readonly held_at_ms: number | null;
  readonly up: number;
  readonly down: number;
  readonly best_key: number;
  readonly dispute_key: number;
  readonly across_key: number;
  readonly score: string | null;
  readonly author_id: string;
  readonly person_id: PersonId | null;
  readonly name: string;
  readonly place: string | null;
  readonly invented: number;
}

export interface ThreadRow {
  readonly id: ThreadId;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly title: string;
  readonly locked_at_ms: number | null;
  /** How long a writer waits between two comments. */
  readonly slow_ms: number | null;
  /** 1: newcomers only read. */
  readonly members_only: number;
}

/** A comment's name in its thread and the thread's make its id: `paris-2024-xd-podium/c12`. */
export function commentIdOf(thread: ThreadId, code: string): CommentId {
  return commentId(`${thread}/${code}`);
}

/** An author's name in the file of a thread and the thread's make the id of who is no member. */
export function authorIdOf(thread: ThreadId, code: string): string {
  return `${thread}/${code}`;
}

/** A comment's name in its thread. */
export const commentCode = codeOf;

/** Comments with their authors: the start of every question about them. */
export function commentRows(db: Db) {
  return db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select([
      "comments.id",
      "thread_id",
      "parent_id",
      "number",
      "path",
      "depth",
      "below",
      "at_ms",
      "edited_at_ms",
      "language",
      "body",
      "html",
      "removed_at_ms",
      "removed_by",
      "removal_reason",
      "deleted_at_ms",
      "held_at_ms",
      "up",
      "down",
      "best_key",
      "dispute_key",
      "across_key",
      "score",
      "author_id",
      "person_id",
      "name",
      "place",
      "invented",
    ]);
}

/** One comment by its name in its thread. */
export async function findComment(db: Db, thread: ThreadId, code: string): Promise<CommentRow | undefined> {
  return commentRows(db).where("comments.id", "=", commentIdOf(thread, code)).executeTakeFirst();
}

/** A comment that is known to be there. */
export async function placedComment(db: Db, id: CommentId): Promise<CommentRow> {
  return commentRows(db).where("comments.id", "=", id).executeTakeFirstOrThrow();
}

const THREAD_COLUMNS = [
  "id",
  "subject_kind",
  "subject_id",
  "title",
  "locked_at_ms",
  "slow_ms",
  "members_only",
] as const;

export async function findThread(db: Db, id: ThreadId): Promise<ThreadRow | undefined> {
  return db.selectFrom("threads").select(THREAD_COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** The threads about the reports of a moment, whose ids begin with its own. */
export async function threadsAboutReportsOf(db: Db, moment: string): Promise<ThreadRow[]> {
  return db
    .selectFrom("threads")
    .select(THREAD_COLUMNS)
    .where("subject_kind", "=", "report")
    .where("subject_id", ">", `${moment}/`)
    .where("subject_id", "<", `${moment}0`)
    .execute();
}

/** The thread about something; there is at most one. */
export async function findThreadAbout(
  db: Db,
  subject: { readonly kind: string; readonly id: string },
): Promise<ThreadRow | undefined> {
  return db
    .selectFrom("threads")
    .select(THREAD_COLUMNS)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .executeTakeFirst();
}
