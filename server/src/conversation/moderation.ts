import { type CommentId, isRefused, type Refusal, type ThreadId } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { Fact } from "../facts/fact.ts";
import type { Db } from "../storage/storage.ts";
import { logAct } from "./acts.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";
import { NO_THREAD, type Pointing } from "./conversation.ts";
import { plainText } from "./plain-text.ts";
import { mayModerate } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";
import { competitionOfThread } from "./subjects.ts";
import { publishCount } from "./publishing.ts";

/** Who asks, as a moderator of a thread: known before anything is read that they sent. */
export async function moderatorOf(db: Db, at: Omit<Pointing, "comment">): Promise<Viewer | Refusal> {
  const thread = await findThreadFor(db, at.viewer, at.thread);
  return thread === undefined ? NO_THREAD : mayModerate(at.viewer, await competitionOfThread(db, thread));
}

/** Keeps the words out of sight, for the moderators and the file of the competition. */
export async function hideWords(
  unit: UnitOfWork,
  id: CommentId,
  removal: { readonly atMs: number; readonly by: string; readonly reason: string },
): Promise<Fact> {
  await unit.db
    .updateTable("comments")
    .set({ removed_at_ms: removal.atMs, removed_by: removal.by, removal_reason: removal.reason })
    .where("id", "=", id)
    .execute();
  return unit.record({
    kind: "comment-removed",
    subject: { kind: "comment", id },
    data: { reason: removal.reason },
    atMs: removal.atMs,
  });
}

/** Closes a conversation: it can be read, but not answered. Done twice, it is done once. */
export async function lockThread(
  unit: UnitOfWork,
  at: Omit<Pointing, "comment">,
  reason: string,
): Promise<ThreadRow | Refusal> {
  const moderator = await moderatorOf(unit.db, at);
  if (isRefused(moderator)) return moderator;
  const thread = await findThread(unit.db, at.thread);
  if (thread === undefined) return NO_THREAD;
  if (thread.locked_at_ms !== null) return thread;
  await closeThread(unit, thread.id, plainText(reason));
  await publishCount(unit, thread.id);
  return { ...thread, locked_at_ms: unit.nowMs };
}

/** Closes a thread on behalf of whoever makes the change. */
export async function closeThread(unit: UnitOfWork, id: ThreadId, reason: string): Promise<void> {
  await unit.db
    .updateTable("threads")
    .set({ locked_at_ms: unit.nowMs, locked_by: unit.who })
    .where("id", "=", id)
    .execute();
  const fact = await unit.record({ kind: "thread-locked", subject: { kind: "thread", id }, data: { reason } });
  if (unit.who !== null) await logAct(unit, fact, { act: "thread-locked", thread: id, reason });
}
