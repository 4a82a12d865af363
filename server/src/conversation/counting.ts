import {
  type CommentActs,
  commentCount,
  type CommentCount,
  type ThreadId,
  type Visibility,
  visibilityOf,
} from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/**
 * The count of a thread: what became of each comment is decided by the engine's one visibility function. Comments are numbered
 * without a gap and never leave their table, so the last number is how many were posted, and only those that
 * something was done to are looked at: 50,000 comments are counted as fast as 50. What waits for a moderator is not
 * counted at all, neither as shown nor as posted.
 */
export async function countOf(db: Db, thread: ThreadId): Promise<CommentCount> {
  const last = await db
    .selectFrom("comments")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("thread_id", "=", thread)
    .executeTakeFirst();
  return countFrom(last?.number ?? 0, await touchedComments(db, [thread]));
}

/** A thread with how many of its comments are shown. */
export interface CountedThread {
  readonly id: string;
  readonly shown: number;
}

/** The threads about some subjects of a kind, by subject, counted together. */
export async function countedThreads(
  db: Db,
  kind: string,
  subjects: readonly string[],
): Promise<Map<string, CountedThread>> {
  if (subjects.length === 0) return new Map();
  const threads = await db
    .selectFrom("threads")
    .leftJoin("comments", "comments.thread_id", "threads.id")
    .select(["threads.id", "threads.subject_id"])
    .select((eb) => eb.fn.max("comments.number").as("last"))
    .where("subject_kind", "=", kind)
    .where("subject_id", "in", subjects)
    .groupBy(["threads.id", "threads.subject_id"])
    .execute();
  const touched = await touchedComments(
    db,
    threads.map(({ id }) => id),
  );
  const inThread = Map.groupBy(touched, ({ thread }) => thread);
  return new Map(
    threads.map(({ id, subject_id: subject, last }) => {
      const { shown } = countFrom(last ?? 0, inThread.get(id) ?? []);
      return [subject, { id, shown }];
    }),
  );
}

function countFrom(posted: number, changed: readonly Touched[]): CommentCount {
  const tally: Partial<Record<Visibility, number>> = {};
  let touched = 0;
  for (const { acts, comments } of changed) {
    const state = visibilityOf(acts);
    tally[state] = (tally[state] ?? 0) + comments;
    touched += comments;
  }
  return commentCount({ ...tally, held: 0, shown: (tally.shown ?? 0) + posted - touched });
}

interface Touched {
  readonly thread: ThreadId;
  readonly acts: CommentActs;
  readonly comments: number;
}

/** How many comments had the same things done to them; each of its three parts is one stretch of an index. */
async function touchedComments(db: Db, threads: readonly ThreadId[]): Promise<readonly Touched[]> {
  if (threads.length === 0) return [];
  const all = db
    .selectFrom("comments")
    .select((eb) => [
      "thread_id",
      eb("deleted_at_ms", "is not", null).as("deleted"),
      eb("removed_at_ms", "is not", null).as("removed"),
      eb("held_at_ms", "is not", null).as("held"),
      eb.fn.countAll<number>().as("comments"),
    ])
    .where("thread_id", "in", threads)
    .groupBy(["thread_id", "deleted", "removed", "held"]);
  const notDeleted = all.where("deleted_at_ms", "is", null);
  const groups = await all
    .where("deleted_at_ms", "is not", null)
    .unionAll(notDeleted.where("removed_at_ms", "is not", null))
    .unionAll(notDeleted.where("removed_at_ms", "is", null).where("held_at_ms", "is not", null))
    .execute();
  return groups.map(({ thread_id: thread, deleted, removed, held, comments }) => ({
    thread,
    acts: { deletedAtMs: when(deleted), removedAtMs: when(removed), heldAtMs: when(held) },
    comments: Number(comments),
  }));
}

/** Whether something happened, as the time it did: some time or never. */
function when(happened: unknown): number | null {
  return happened ? 0 : null;
}
