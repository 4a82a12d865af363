import { isRefused, type Refusal } from "@podium/engine";
import type { Change } from "../world.ts";
import { findComment, findThread, placedComment, type CommentRow, type ThreadRow } from "./comment-rows.ts";
import { NO_COMMENT, NO_THREAD, notBefore, type Pointing } from "./conversation.ts";
import { plainText } from "./plain-text.ts";
import { mayBeRemoved, mayModerate } from "./policy.ts";
import { competitionOf } from "./subjects.ts";
import { tellComment, tellCount } from "./telling.ts";

/** Takes a comment out of sight, with a reason that everybody can read. */
export async function removeComment(change: Change, at: Pointing, reason: string): Promise<CommentRow | Refusal> {
  const thread = await findThread(change.db, at.thread);
  const row = await findComment(change.db, at.thread, at.comment);
  if (thread === undefined || row === undefined) return NO_COMMENT;
  const moderator = mayModerate(at.viewer, await competitionOf(change.db, thread));
  if (isRefused(moderator)) return moderator;
  const there = mayBeRemoved(row);
  if (isRefused(there)) return there;
  await hideWords(change, row.id, { atMs: notBefore(row, change), by: moderator.name, reason: plainText(reason) });
  return tellComment(change, await placedComment(change.db, row.id));
}

/** Keeps the words out of sight, for the moderators and the file of the competition. */
export async function hideWords(
  change: Change,
  id: string,
  act: { readonly atMs: number; readonly by: string; readonly reason: string },
): Promise<void> {
  await change.db
    .updateTable("comments")
    .set({ removed_at_ms: act.atMs, removed_by: act.by, removal_reason: act.reason })
    .where("id", "=", id)
    .execute();
  await change.record({
    kind: "comment-removed",
    subject: { kind: "comment", id },
    data: { reason: act.reason },
    atMs: act.atMs,
  });
}

/** Closes a conversation: it can be read, but not answered. Done twice, it is done once. */
export async function lockThread(
  change: Change,
  at: Omit<Pointing, "comment">,
  reason: string,
): Promise<ThreadRow | Refusal> {
  const thread = await findThread(change.db, at.thread);
  if (thread === undefined) return NO_THREAD;
  const moderator = mayModerate(at.viewer, await competitionOf(change.db, thread));
  if (isRefused(moderator)) return moderator;
  if (thread.locked_at_ms !== null) return thread;
  await closeThread(change, thread.id, plainText(reason));
  await tellCount(change, thread.id);
  return { ...thread, locked_at_ms: change.nowMs };
}

/** Closes a thread on behalf of whoever makes the change. */
export async function closeThread(change: Change, id: string, reason: string): Promise<void> {
  await change.db
    .updateTable("threads")
    .set({ locked_at_ms: change.nowMs, locked_by: change.who })
    .where("id", "=", id)
    .execute();
  await change.record({ kind: "thread-locked", subject: { kind: "thread", id }, data: { reason } });
}
