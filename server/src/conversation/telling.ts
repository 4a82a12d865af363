import type { Change } from "../world.ts";
import type { CommentRow } from "./comment-rows.ts";
import { asAnyone, presentComment } from "./present.ts";
import { countOf } from "./counting.ts";
import { threadTopic } from "./thread-topic.ts";

/** Tells open pages of a comment that is new or has changed, as anybody may see it; answers the comment. */
export async function tellComment(change: Change, row: CommentRow): Promise<CommentRow> {
  const thread = row.thread_id;
  change.tell([threadTopic(thread)], {
    kind: "comment",
    thread,
    comment: presentComment(row, asAnyone),
    count: await countOf(change.db, thread),
  });
  return row;
}

/** Tells open pages the count, and by it that the thread has changed. */
export async function tellCount(change: Change, thread: string): Promise<void> {
  change.tell([threadTopic(thread)], { kind: "count", thread, count: await countOf(change.db, thread) });
}
