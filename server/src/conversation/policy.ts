import { refuse, visibilityOf, type Refusal, type Visibility } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { notSignedIn } from "../http/refusal-status.ts";
import { holdsOne } from "../people/policy.ts";
import type { CommentRow, ThreadRow } from "./comment-rows.ts";

const GONE = refuse("comment-gone", "This comment is no longer shown.");

/** What became of a comment. */
export function stateOf(row: Pick<CommentRow, "deleted_at_ms" | "removed_at_ms" | "held_at_ms">): Visibility {
  return visibilityOf({ deletedAtMs: row.deleted_at_ms, removedAtMs: row.removed_at_ms, heldAtMs: row.held_at_ms });
}

/** Members may post where the conversation is open. */
export function mayPost(viewer: Viewer | null, thread: Pick<ThreadRow, "locked_at_ms">): Viewer | Refusal {
  if (viewer === null) return notSignedIn();
  return closedBy(thread) ?? viewer;
}

/** Why a closed conversation stays as it is: nobody answers, votes or rewrites in it. Null while it is open. */
export function closedBy(thread: Pick<ThreadRow, "locked_at_ms">): Refusal | null {
  if (thread.locked_at_ms === null) return null;
  return refuse("thread-locked", "This conversation is closed: it can be read, but not answered.");
}

/** One answers what can be read. */
export function mayBeAnswered(parent: CommentRow): CommentRow | Refusal {
  if (stateOf(parent) === "shown") return parent;
  return refuse("parent-gone", "The comment you answer is no longer shown. Your words can be posted on their own.");
}

/** A vote is for what somebody else said, while it is shown. */
export function mayVote(viewer: Viewer | null, comment: CommentRow): Viewer | Refusal {
  if (viewer === null) return notSignedIn();
  if (comment.person_id === viewer.id) return refuse("own-comment", "A vote on one's own comment does not count.");
  return stateOf(comment) === "shown" ? viewer : GONE;
}

/** One flags what somebody else said, while it is shown. */
export function mayFlag(viewer: Viewer | null, comment: CommentRow): Viewer | Refusal {
  if (viewer === null) return notSignedIn();
  if (comment.person_id === viewer.id) return refuse("own-comment", "This is your own comment: edit or delete it.");
  return stateOf(comment) === "shown" ? viewer : GONE;
}

/** Only its author changes or deletes a comment, and only while it is there. */
export function mayChange(viewer: Viewer | null, comment: CommentRow): Viewer | Refusal {
  if (viewer === null) return notSignedIn();
  if (comment.person_id !== viewer.id) return refuse("not-allowed", "Only its author may change or delete a comment.");
  const state = stateOf(comment);
  return state === "shown" || state === "held" ? viewer : GONE;
}

/** Moderators of the competition, or of all of them. */
export function mayModerate(viewer: Viewer | null, competition: string | null): Viewer | Refusal {
  if (viewer === null) return notSignedIn();
  return holdsOne(viewer, competition ?? undefined, ["moderator"])
    ? viewer
    : refuse("not-allowed", "Only a moderator may do this.");
}

/** What can be taken out of sight is what can still be seen, or waits to be. */
export function mayBeRemoved(comment: CommentRow): CommentRow | Refusal {
  const state = stateOf(comment);
  return state === "shown" || state === "held" ? comment : GONE;
}
