import { acrossKey, type CommentVote, isValuedAcross, type ThreadId } from "@podium/engine";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { JobKind } from "../jobs/queue.ts";
import { commentId, threadId } from "../storage/codes.ts";
import type { Db, Tx } from "../storage/storage.ts";
import { answerOfThread } from "../thread.ts";
import { threadTopic } from "./thread-topic.ts";

const score = { name: "score-across-borders", data: z.strictObject({ thread: z.string().max(200) }) };

/** Votes that come meanwhile are scored together. */
const PAUSE_MS = 30_000;
/** The newest votes of a thread that are looked at: a bound for what is held in memory at once. */
const MOST_VOTES = 500_000;
const UNKNOWN = acrossKey(null, 0);
const WORKER = new URL("./across.worker.ts", import.meta.url);

/** After a vote: what readers of different camps value in the thread is found out anew, some time later. */
export async function scoreAcross(unit: UnitOfWork, thread: ThreadId): Promise<void> {
  await unit.enqueue(score, { data: { thread }, isOnce: true, afterMs: PAUSE_MS });
}

/**
 * Finds out what readers of different camps value in a thread, in a thread of its own, and stores for each comment where
 * it stands. Where its voters stand is stored nowhere.
 */
export function acrossBordersOf(app: App): JobKind<z.infer<typeof score.data>> {
  return { ...score, run: ({ thread }) => scoreThread(app, threadId(thread)) };
}

/** The work of the job. */
export async function scoreThread(app: App, thread: ThreadId): Promise<void> {
  const votes = await app.storage.read((db) => votesIn(db, thread));
  const valued = new Map(await answerOfThread<readonly (readonly [string, number])[]>(WORKER, votes));
  await transact(app, null, async (unit) => {
    const changed = (await forgetOthers(unit.db, thread, valued)) + (await store(unit.db, valued));
    if (changed > 0) unit.invalidate([threadTopic(thread)]);
  });
}

type Valued = ReadonlyMap<string, number>;

/** What is no longer known to be valued stands among the others again. How many there were. */
async function forgetOthers(db: Tx, thread: ThreadId, valued: Valued): Promise<number> {
  const known = await db
    .selectFrom("comments")
    .select(["id", "best_key"])
    .where("thread_id", "=", thread)
    .where("across_key", "<", UNKNOWN)
    .execute();
  const others = known.filter(({ id }) => !valued.has(id));
  for (const { id, best_key } of others)
    await db
      .updateTable("comments")
      .set({ across_key: acrossKey(null, best_key) })
      .where("id", "=", id)
      .execute();
  return others.length;
}

/** How many stand elsewhere from now on. */
async function store(db: Tx, valued: Valued): Promise<number> {
  let changed = 0;
  for (const [id, share] of valued) {
    const across_key = acrossKey(share, 0);
    const { numUpdatedRows } = await db
      .updateTable("comments")
      .set({ across_key })
      .where("id", "=", commentId(id))
      .where("across_key", "<>", across_key)
      .executeTakeFirstOrThrow();
    changed += Number(numUpdatedRows);
  }
  return changed;
}

async function votesIn(db: Db, thread: ThreadId): Promise<readonly CommentVote[]> {
  const rows = await db
    .selectFrom("votes")
    .innerJoin("comments", "comments.id", "votes.comment_id")
    .select(["votes.comment_id", "votes.person_id", "votes.value"])
    .where("comments.thread_id", "=", thread)
    .where("comments.removed_at_ms", "is", null)
    .where("comments.deleted_at_ms", "is", null)
    .orderBy("votes.at_ms", "desc")
    .limit(MOST_VOTES)
    .execute();
  return rows.flatMap(({ comment_id: comment, person_id: voter, value }) =>
    value === 1 || value === -1 ? [{ comment, voter, value }] : [],
  );
}

/** Whether readers of different camps are known to value one of these. */
export function isAnyValuedAcross(rows: readonly { readonly across_key: number }[]): boolean {
  return rows.some(({ across_key }) => isValuedAcross(across_key));
}
