import { commentCount, visibilityOf, type CommentActs, type CommentCount, type Visibility } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/**
 * The count of a thread: what became of each comment is decided by the engine's one visibility function. Comments are numbered
 * without a gap and never leave their table, so the last number is how many were posted, and only those that
 * something was done to are looked at: 50,000 comments are counted as fast as 50.
 */
export async function countOf(db: Db, thread: string): Promise<CommentCount> {
  const last = await db
    .selectFrom("comments")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("thread_id", "=", thread)
    .executeTakeFirst();
  const tally: Partial<Record<Visibility, number>> = {};
  let touched = 0;
  for (const { acts, comments } of await touchedComments(db, thread)) {
    const state = visibilityOf(acts);
    tally[state] = (tally[state] ?? 0) + comments;
    touched += comments;
  }
  return commentCount({ ...tally, shown: (tally.shown ?? 0) + (last?.number ?? 0) - touched });
}

interface Touched {
  readonly acts: CommentActs;
  readonly comments: number;
}

/** How many comments had the same things done to them; each of the three questions is one stretch of an index. */
async function touchedComments(db: Db, thread: string): Promise<readonly Touched[]> {
  const all = db
    .selectFrom("comments")
    .select((eb) => [
      eb("deleted_at_ms", "is not", null).as("deleted"),
      eb("removed_at_ms", "is not", null).as("removed"),
      eb("held_at_ms", "is not", null).as("held"),
      eb.fn.countAll<number>().as("comments"),
    ])
    .where("thread_id", "=", thread)
    .groupBy(["deleted", "removed", "held"]);
  const groups = await Promise.all([
    all.where("deleted_at_ms", "is not", null).execute(),
    all.where("deleted_at_ms", "is", null).where("removed_at_ms", "is not", null).execute(),
    all
      .where("deleted_at_ms", "is", null)
      .where("removed_at_ms", "is", null)
      .where("held_at_ms", "is not", null)
      .execute(),
  ]);
  return groups.flat().map(({ deleted, removed, held, comments }) => ({
    acts: { deletedAtMs: when(deleted), removedAtMs: when(removed), heldAtMs: when(held) },
    comments: Number(comments),
  }));
}

/** Whether, told as when: at some time or never. */
function when(happened: unknown): number | null {
  return happened ? 0 : null;
}
