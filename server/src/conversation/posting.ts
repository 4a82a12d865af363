import {
  acrossKey,
  ancestorPaths,
  bestKey,
  commentPath,
  DEEPEST_REPLY,
  disputeKey,
  MOST_COMMENTS,
  pathDepth,
  type Refusal,
  refuse,
  searchStream,
  type ThreadId,
} from "@podium/engine";
import type { ScoreThen } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { keepSearchWords } from "../storage/comment-search.ts";
import { markupOf } from "./markup.ts";
import type { MembersNamed } from "./mentions.ts";
import { commentIdOf, placedComment, type CommentRow, type ThreadRow } from "./comment-rows.ts";

/** A comment about to be placed in its thread. Its words are plain text already. */
export interface NewComment {
  /** Its name in its thread. */
  readonly code: string;
  readonly parent: Pick<CommentRow, "id" | "path"> | null;
  readonly authorId: string;
  readonly atMs: number;
  readonly language: string | null;
  readonly body: string;
  readonly clientId: string | null;
  /** The members whom the words name. */
  readonly named?: MembersNamed;
  /** How the match that the thread is about stands, while it is played. */
  readonly score?: ScoreThen | null;
  /** Votes it comes with from elsewhere. */
  readonly imported?: { readonly up: number; readonly down: number };
}

/**
 * Places a comment at the end of its thread and records it: the one way in, for what is typed and what is imported.
 * The words are not part of the fact: what its author deletes is gone everywhere.
 */
export async function placeComment(
  unit: UnitOfWork,
  thread: ThreadRow,
  comment: NewComment,
): Promise<CommentRow | Refusal> {
  const number = (await lastNumber(unit, thread.id)) + 1;
  const path = commentPath(comment.parent?.path ?? "", number);
  if (number > MOST_COMMENTS) return refuse("thread-full", "This thread holds as many comments as it can.");
  if (pathDepth(path) > DEEPEST_REPLY)
    return refuse("too-deep", "This exchange is too many replies deep. Answer a comment higher up.");
  const id = commentIdOf(thread.id, comment.code);
  await unit.db
    .insertInto("comments")
    .values({
      id,
      thread_id: thread.id,
      parent_id: comment.parent?.id ?? null,
      number,
      path,
      depth: pathDepth(path),
      below: 0,
      author_id: comment.authorId,
      at_ms: comment.atMs,
      edited_at_ms: null,
      language: comment.language,
      body: comment.body,
      html: markupOf(comment.body, comment.named),
      removed_at_ms: null,
      removed_by: null,
      removal_reason: null,
      deleted_at_ms: null,
      held_at_ms: null,
      ...talliesOf(comment),
      client_id: comment.clientId,
      score: comment.score == null ? null : JSON.stringify(comment.score),
    })
    .execute();
  await keepSearchWords(unit.db, id, searchStream(comment.body));
  await countBelow(unit, thread.id, path);
  const subject = { kind: "comment", id } as const;
  await unit.record({ kind: "comment-posted", subject, data: { thread: thread.id }, atMs: comment.atMs });
  return placedComment(unit.db, id);
}

/** The votes that it comes with, and the keys that sort by them. */
function talliesOf({ imported: { up, down } = { up: 0, down: 0 } }: NewComment) {
  const best = bestKey(up, down);
  const keys = { best_key: best, dispute_key: disputeKey(up, down), across_key: acrossKey(null, best) };
  return { up, down, imported_up: up, imported_down: down, ...keys };
}

async function lastNumber(unit: UnitOfWork, thread: ThreadId): Promise<number> {
  const row = await unit.db
    .selectFrom("comments")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("thread_id", "=", thread)
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function countBelow(unit: UnitOfWork, thread: ThreadId, path: string): Promise<void> {
  const above = ancestorPaths(path);
  if (above.length === 0) return;
  await unit.db
    .updateTable("comments")
    .set((eb) => ({ below: eb("below", "+", 1) }))
    .where("thread_id", "=", thread)
    .where("path", "in", above)
    .execute();
}
