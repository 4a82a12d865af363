import { type CommentId, isRefused, type Refusal } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { findThread, placedComment, type CommentRow } from "./comment-rows.ts";
import { lowercaseId, notBefore, replaceWords } from "./conversation.ts";
import { CASE_DECIDED, holdInPlace, NO_CASE, type CaseRow } from "./holding.ts";
import { hideWords } from "./moderation.ts";
import { mayModerate, stateOf } from "./policy.ts";
import { placeComment } from "./posting.ts";
import { publishComment } from "./publishing.ts";

/** `passed`: the words are shown. `removed`: they are not. */
export type Decision = "passed" | "removed";

/** The competitions that somebody moderates; null: all of them. */
export function moderatedBy({ roles }: Viewer): readonly string[] | null {
  const places = Object.keys(roles).filter((place) => roles[place]?.includes("moderator"));
  return places.includes("*") ? null : places;
}

/** Cases on one page of the queue. */
export const CASES_A_PAGE = 50;
const DECIDED_SHOWN = 10;

/** The oldest cases that wait for a moderator. */
export async function waitingCases(db: Db, moderator: Viewer): Promise<CaseRow[]> {
  const places = moderatedBy(moderator);
  const all = db.selectFrom("cases").selectAll().where("decided_at_ms", "is", null);
  return (places === null ? all : all.where("competition_id", "in", [...places, ""]))
    .orderBy("opened_at_ms")
    .orderBy("id")
    .limit(CASES_A_PAGE + 1)
    .execute();
}

/** A case that somebody may decide. */
async function caseOf(db: Db, viewer: Viewer | null, id: string): Promise<CaseRow | Refusal> {
  const row = await db.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return NO_CASE;
  const moderator = mayModerate(viewer, row.competition_id);
  return isRefused(moderator) ? moderator : row;
}

/** Decides a case: of two moderators at once, one. The reason is told to the author. */
export async function decideCase(
  unit: UnitOfWork,
  moderator: Viewer,
  { id, decision, reason }: { readonly id: string; readonly decision: Decision; readonly reason: string },
): Promise<CaseRow | Refusal> {
  const row = await caseOf(unit.db, moderator, id);
  if (isRefused(row)) return row;
  const { numUpdatedRows } = await unit.db
    .updateTable("cases")
    .set({ decided_at_ms: unit.nowMs, decided_by: moderator.id, decision, reason })
    .where("id", "=", id)
    .where("decided_at_ms", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return CASE_DECIDED;
  const comment =
    decision === "passed" ? await letThrough(unit, row) : await turnAway(unit, row, { by: moderator.name, reason });
  if (isRefused(comment)) return comment;
  await unit.record({
    kind: "case-decided",
    subject: { kind: "case", id },
    data: { decision, comment: comment?.id ?? null },
  });
  if (comment !== null) await publishComment(unit, comment);
  return { ...row, decided_at_ms: unit.nowMs, decided_by: moderator.id, decision, reason };
}

/** Shows what waited: new words at the end of the thread, whose number they take only now. */
async function letThrough(unit: UnitOfWork, row: CaseRow): Promise<CommentRow | null | Refusal> {
  if (row.kind === "new") return placeHeld(unit, row);
  if (row.comment_id === null) return null;
  const comment = await placedComment(unit.db, row.comment_id);
  if (row.kind !== "edit") {
    await holdInPlace(unit, comment.id, null);
    return placedComment(unit.db, comment.id);
  }
  if (stateOf(comment) !== "shown") return null;
  return replaceWords(unit, comment, row);
}

async function placeHeld(unit: UnitOfWork, row: CaseRow): Promise<CommentRow | Refusal> {
  const thread = await findThread(unit.db, row.thread_id);
  if (thread === undefined) return NO_CASE;
  const parent = row.parent_id === null ? null : await placedComment(unit.db, row.parent_id);
  const placed = await placeComment(unit, thread, {
    code: lowercaseId(unit),
    parent,
    authorId: row.author_id,
    atMs: notBefore(parent, unit),
    body: row.body,
    language: row.language,
    clientId: row.client_id,
  });
  if (isRefused(placed)) return placed;
  await unit.db.updateTable("cases").set({ comment_id: placed.id, body: "" }).where("id", "=", row.id).execute();
  return placed;
}

/** What stands in its place is removed there; words that were never shown are kept with the case alone. */
async function turnAway(
  unit: UnitOfWork,
  row: CaseRow,
  removal: { readonly by: string; readonly reason: string },
): Promise<CommentRow | null> {
  if (row.comment_id === null || row.kind === "edit") return null;
  const comment = await placedComment(unit.db, row.comment_id);
  const state = stateOf(comment);
  if (state !== "shown" && state !== "held") return null;
  await hideWords(unit, comment.id, { ...removal, atMs: notBefore(comment, unit) });
  return placedComment(unit.db, comment.id);
}

/**
 * Takes a decision back, so that the case waits again: a comment that was let through is held where it stands, one that
 * was removed is as it was before. New words that replaced others are not taken back.
 */
export async function reopenCase(unit: UnitOfWork, moderator: Viewer, id: string): Promise<CaseRow | Refusal> {
  const row = await caseOf(unit.db, moderator, id);
  if (isRefused(row)) return row;
  if (row.decided_at_ms === null) return row;
  // New words that replaced others have been read as the comment that stands.
  if (row.kind === "edit" && row.decision === "passed") return CASE_DECIDED;
  const isPlaced = row.kind === "new" && row.comment_id !== null;
  const waiting = { decided_at_ms: null, decided_by: null, decision: null, reason: null };
  const kind = isPlaced ? "placed" : row.kind;
  await unit.db
    .updateTable("cases")
    .set({ ...waiting, kind })
    .where("id", "=", id)
    .execute();
  if (row.comment_id !== null && row.kind !== "edit") await hideAgain(unit, row.comment_id, row.decision);
  await unit.record({ kind: "case-reopened", subject: { kind: "case", id }, data: {} });
  return { ...row, ...waiting, kind };
}

async function hideAgain(unit: UnitOfWork, id: CommentId, decision: string | null): Promise<void> {
  if (decision === "passed") await holdInPlace(unit, id, unit.nowMs);
  else
    await unit.db
      .updateTable("comments")
      .set({ removed_at_ms: null, removed_by: null, removal_reason: null })
      .where("id", "=", id)
      .execute();
  await publishComment(unit, await placedComment(unit.db, id));
}

/** What somebody decided last, and others of the same competitions: to be looked at again, or taken back. */
export async function decidedCases(db: Db, moderator: Viewer): Promise<CaseRow[]> {
  const places = moderatedBy(moderator);
  const all = db.selectFrom("cases").selectAll().where("decided_at_ms", "is not", null);
  return (places === null ? all : all.where("competition_id", "in", [...places, ""]))
    .orderBy("decided_at_ms", "desc")
    .orderBy("id")
    .limit(DECIDED_SHOWN)
    .execute();
}
