import type { ThreadId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { CommentRow } from "./comment-rows.ts";
import { asAnyone, presentComment } from "./present.ts";
import { countOf } from "./counting.ts";
import { threadTopic } from "./thread-topic.ts";

/** Tells open pages of a comment that is new or has changed, as anybody may see it; answers the comment. */
export async function publishComment(unit: UnitOfWork, row: CommentRow): Promise<CommentRow> {
  const thread = row.thread_id;
  const comment = presentComment(row, asAnyone);
  const count = await countOf(unit.db, thread);
  unit.publish([threadTopic(thread)], { kind: "comment", thread, comment, count }, `comment:${row.id}`);
  return row;
}

/** Tells open pages the count, and by it that the thread has changed. */
export async function publishCount(unit: UnitOfWork, thread: ThreadId): Promise<void> {
  unit.publish([threadTopic(thread)], { kind: "count", thread, count: await countOf(unit.db, thread) });
}
