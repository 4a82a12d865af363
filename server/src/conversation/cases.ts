import { type CommentId, isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import type { NotificationKind, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { Fact } from "../facts/fact.ts";
import { notify } from "../people/notifications.ts";
import type { Db } from "../storage/storage.ts";
import { logAct } from "./acts.ts";
import { findComment, findThread, placedComment, type CommentRow } from "./comment-rows.ts";
import { lowercaseId, NO_COMMENT, notBefore, type Pointing, replaceWords } from "./conversation.ts";
import { CASE_DECIDED, holdInPlace, holdWords, NO_CASE, waitingAbout, type CaseRow } from "./holding.ts";
import { membersNamed, tellNamed } from "./mentions.ts";
import { hideWords, moderatorOf } from "./moderation.ts";
import { holdNote, noteCase, settleNote, standingNote } from "./notes.ts";
import { plainText } from "./plain-text.ts";
import { mayBeRemoved, mayModerate, stateOf } from "./policy.ts";
import { placeComment } from "./posting.ts";
import { publishComment } from "./publishing.ts";
import { competitionOfThread } from "./subjects.ts";
import type { TranslationRow } from "./translation-rows.ts";
import { holdTranslation, settleTranslation, standingTranslation, translationCase } from "./translations.ts";

/** `passed`: the words are shown. `removed`: they are not. */
export type Decision = "passed" | "removed";

/** A case that somebody may decide: not about their own words, and no appeal from their own decision. */
async function caseOf(db: Db, viewer: Viewer | null, id: string): Promise<CaseRow | Refusal> {
  const row = await db.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return NO_CASE;
  const moderator = mayModerate(viewer, row.competition_id);
  if (isRefused(moderator)) return moderator;
  if ((await writerOf(db, row)) === moderator.id)
    return refuse("own-case", "These are your own words. Somebody else decides about them.");
  const before = row.appeal_of === null ? undefined : await knownCase(db, row.appeal_of);
  if (before?.decided_by === moderator.id)
    return refuse("appeal-other", "You made the decision that is appealed. Somebody else decides now.");
  return row;
}

async function knownCase(db: Db, id: string): Promise<CaseRow | undefined> {
  return db.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
}

async function writerOf(db: Db, row: CaseRow): Promise<PersonId | null> {
  const author = await db.selectFrom("authors").select("person_id").where("id", "=", row.author_id).executeTakeFirst();
  return author?.person_id ?? null;
}

/** Takes a case on, or gives it back. What somebody has taken on is theirs to decide until it is given back or taken over. */
export async function assignCase(
  unit: UnitOfWork,
  moderator: Viewer,
  { id, to }: { readonly id: string; readonly to: "me" | "nobody" },
): Promise<CaseRow | Refusal> {
  const row = await caseOf(unit.db, moderator, id);
  if (isRefused(row)) return row;
  if (row.decided_at_ms !== null) return CASE_DECIDED;
  const assigned = to === "me" ? moderator.id : null;
  if (row.assigned_to === assigned) return row;
  await unit.db.updateTable("cases").set({ assigned_to: assigned }).where("id", "=", id).execute();
  await unit.record({ kind: "case-assigned", subject: { kind: "case", id }, data: { to: assigned } });
  return { ...row, assigned_to: assigned };
}

/** Decides a case: of two moderators at once, one. The reason is told to the author, the decision to who flagged it. */
export async function decideCase(
  unit: UnitOfWork,
  moderator: Viewer,
  { id, decision, reason }: { readonly id: string; readonly decision: Decision; readonly reason: string },
): Promise<CaseRow | Refusal> {
  const row = await caseOf(unit.db, moderator, id);
  if (isRefused(row)) return row;
  if (row.decided_at_ms === null && row.assigned_to !== null && row.assigned_to !== moderator.id)
    return refuse("case-assigned", "Somebody else looks after this case. Take it over first.");
  const decided = { decided_at_ms: unit.nowMs, decided_by: moderator.id, decision, reason };
  const { numUpdatedRows } = await unit.db
    .updateTable("cases")
    .set(decided)
    .where("id", "=", id)
    .where("decided_at_ms", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return CASE_DECIDED;
  const comment =
    decision === "passed" ? await letThrough(unit, row) : await turnAway(unit, row, { by: moderator.name, reason });
  if (isRefused(comment)) return comment;
  const fact = await unit.record({
    kind: "case-decided",
    subject: { kind: "case", id },
    data: { decision, comment: comment?.id ?? null },
  });
  await logDecision(unit, fact, { row, decision, reason });
  if (comment !== null) await publishComment(unit, comment);
  await tellDecision(unit, row, { decision, reason });
  return { ...row, ...decided };
}

/** What moderators let through is no news; what they remove, put back or leave removed on appeal is. */
async function logDecision(
  unit: UnitOfWork,
  fact: Fact,
  { row, decision, reason }: { readonly row: CaseRow; readonly decision: Decision; readonly reason: string },
): Promise<void> {
  const about = { thread: row.thread_id, comment: row.kind === "new" ? null : row.comment_id, reason };
  if (row.kind === "appeal")
    await logAct(unit, fact, { act: decision === "passed" ? "appeal-granted" : "appeal-declined", ...about });
  else if (decision === "removed") await logAct(unit, fact, { act: "words-removed", ...about });
}

/** What each of those whom a decision concerns is told, in what they see of it. */
async function tellDecision(
  unit: UnitOfWork,
  row: CaseRow,
  { decision, reason }: { readonly decision: Decision; readonly reason: string },
): Promise<void> {
  const author = await writerOf(unit.db, row);
  // Who was never told that their words were flagged need not hear that they stand.
  if (!isOnlyFlagged(row) || decision === "removed")
    await notify(unit, [author], {
      kind: kindOf(row, decision),
      subject: row.appeal_of ?? row.id,
      data: { reason },
    });
  const flags = await unit.db
    .selectFrom("flags")
    .select("person_id")
    .where("case_id", "=", row.id)
    .unionAll(unit.db.selectFrom("translation_flags").select("person_id").where("case_id", "=", row.id))
    .unionAll(unit.db.selectFrom("note_flags").select("person_id").where("case_id", "=", row.id))
    .execute();
  const readers = flags.map(({ person_id }) => person_id);
  await notify(unit, readers, { kind: "flag-answered", subject: row.id, data: { decision, reason } });
}

function isOnlyFlagged({ kind, why }: CaseRow): boolean {
  return kind === "flagged" || ((kind === "translation" || kind === "note") && why === "[]");
}

function kindOf(row: CaseRow, decision: Decision): NotificationKind {
  if (row.kind === "appeal") return decision === "passed" ? "appeal-granted" : "appeal-declined";
  return decision === "passed" ? "words-passed" : "words-removed";
}

/** Shows what waited: new words at the end of the thread, whose number they take only now. */
async function letThrough(unit: UnitOfWork, row: CaseRow): Promise<CommentRow | null | Refusal> {
  if (row.kind === "appeal") return grantAppeal(unit, row);
  if (row.kind === "new") return placeHeld(unit, row);
  if (row.note_id !== null) {
    await settleNote(unit, row.note_id, null);
    return null;
  }
  if (row.translation_id !== null) await settleTranslation(unit, row.translation_id, null);
  if (row.comment_id === null) return null;
  const comment = await placedComment(unit.db, row.comment_id);
  if (row.kind === "flagged") return dismissFlags(unit, comment);
  if (row.kind !== "edit") return restored(unit, comment);
  if (stateOf(comment) !== "shown") return null;
  return replaceWords(unit, comment, row);
}

/** Does what the decision before did not. */
async function grantAppeal(unit: UnitOfWork, row: CaseRow): Promise<CommentRow | null | Refusal> {
  const before = await knownCase(unit.db, row.appeal_of ?? "");
  if (before === undefined) return null;
  if (before.kind === "flagged" && before.comment_id !== null)
    await dismissFlags(unit, await placedComment(unit.db, before.comment_id));
  if (before.comment_id !== null && before.kind !== "edit")
    return restored(unit, await placedComment(unit.db, before.comment_id));
  return letThrough(unit, before);
}

/** As it was before anybody held or removed it. */
async function restored(unit: UnitOfWork, comment: CommentRow): Promise<CommentRow> {
  await unit.db
    .updateTable("comments")
    .set({ removed_at_ms: null, removed_by: null, removal_reason: null, held_at_ms: null })
    .where("id", "=", comment.id)
    .execute();
  return placedComment(unit.db, comment.id);
}

/** Flags without ground heat nothing. */
async function dismissFlags(unit: UnitOfWork, comment: CommentRow): Promise<CommentRow> {
  await unit.db.updateTable("comments").set({ flags: 0 }).where("id", "=", comment.id).execute();
  return comment;
}

async function placeHeld(unit: UnitOfWork, row: CaseRow): Promise<CommentRow | Refusal> {
  const thread = await findThread(unit.db, row.thread_id);
  if (thread === undefined) return NO_CASE;
  const parent = row.parent_id === null ? null : await placedComment(unit.db, row.parent_id);
  const named = await membersNamed(unit.db, row.body);
  const placed = await placeComment(unit, thread, {
    named,
    code: lowercaseId(unit),
    parent,
    authorId: row.author_id,
    atMs: notBefore(parent, unit),
    body: row.body,
    language: row.language,
    clientId: row.client_id,
  });
  if (isRefused(placed)) return placed;
  await tellNamed(unit, placed, named);
  await unit.db.updateTable("cases").set({ comment_id: placed.id, body: "" }).where("id", "=", row.id).execute();
  return placed;
}

/** What stands in its place is removed there; words that were never shown are kept with the case alone. */
async function turnAway(
  unit: UnitOfWork,
  row: CaseRow,
  removal: { readonly by: string; readonly reason: string },
): Promise<CommentRow | null> {
  if (row.note_id !== null && row.kind === "note") await settleNote(unit, row.note_id, removal);
  if (row.translation_id !== null && row.kind === "translation")
    await settleTranslation(unit, row.translation_id, removal);
  if (row.comment_id === null || row.kind === "edit" || row.kind === "appeal") return null;
  const comment = await placedComment(unit.db, row.comment_id);
  const state = stateOf(comment);
  if (state !== "shown" && state !== "held") return null;
  await hideWords(unit, comment.id, { ...removal, atMs: notBefore(comment, unit) });
  return placedComment(unit.db, comment.id);
}

/**
 * Takes a comment out of sight, with a reason that everybody can read: a case of its own, decided at once, or the one in
 * which the comment waits.
 */
export async function removeComment(unit: UnitOfWork, at: Pointing, reason: string): Promise<CommentRow | Refusal> {
  const moderator = await moderatorOf(unit.db, at);
  if (isRefused(moderator)) return moderator;
  const row = await findComment(unit.db, at.thread, at.comment);
  if (row === undefined) return NO_COMMENT;
  const there = mayBeRemoved(row);
  if (isRefused(there)) return there;
  const waiting = await waitingAbout(unit.db, row.id);
  const words = plainText(reason);
  const decided =
    waiting === undefined
      ? await removeAtOnce(unit, row, { moderator, reason: words })
      : await decideCase(unit, moderator, { id: waiting.id, decision: "removed", reason: words });
  return isRefused(decided) ? decided : placedComment(unit.db, row.id);
}

async function removeAtOnce(
  unit: UnitOfWork,
  row: CommentRow,
  { moderator, reason }: { readonly moderator: Viewer; readonly reason: string },
): Promise<undefined | Refusal> {
  const thread = await findThread(unit.db, row.thread_id);
  if (thread === undefined) return NO_CASE;
  const nothing = { body: "", parent: null, language: null, clientId: null };
  const about = { thread, kind: "removal", comment: row.id, authorId: row.author_id, why: [], ...nothing } as const;
  const opened = await holdWords(unit, about);
  if (isRefused(opened)) return opened;
  await unit.db
    .updateTable("cases")
    .set({ decided_at_ms: unit.nowMs, decided_by: moderator.id, decision: "removed", reason })
    .where("id", "=", opened.id)
    .execute();
  const fact = await hideWords(unit, row.id, { atMs: notBefore(row, unit), by: moderator.name, reason });
  await logDecision(unit, fact, { row: opened, decision: "removed", reason });
  await publishComment(unit, await placedComment(unit.db, row.id));
  await tellDecision(unit, opened, { decision: "removed", reason });
  return undefined;
}

/** Takes a note out of sight, with a reason that everybody can read: a case of its own, decided at once. */
export async function removeNote(
  unit: UnitOfWork,
  moderator: Viewer | null,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<{ readonly id: string } | Refusal> {
  const found = await standingNote(unit.db, moderator, id);
  if (isRefused(found)) return found;
  const allowed = mayModerate(moderator, await competitionOfThread(unit.db, found.thread));
  if (isRefused(allowed)) return allowed;
  const opened = await holdWords(unit, noteCase(found.row, found.thread, []));
  if (isRefused(opened)) return opened;
  const decided = await decideCase(unit, allowed, { id: opened.id, decision: "removed", reason: plainText(reason) });
  return isRefused(decided) ? decided : { id };
}

/**
 * Takes a translation out of sight: a member's by a case of its own, decided at once with a reason that everybody can
 * read; what a service made of the words is as if it had never been asked.
 */
export async function removeTranslation(
  unit: UnitOfWork,
  moderator: Viewer | null,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<TranslationRow | Refusal> {
  const found = await standingTranslation(unit.db, moderator, id);
  if (isRefused(found)) return found;
  const allowed = mayModerate(moderator, await competitionOfThread(unit.db, found.thread));
  if (isRefused(allowed)) return allowed;
  const opened = await translationCase(unit, found);
  if (isRefused(opened)) return opened;
  const removal = { by: allowed.name, reason: plainText(reason) };
  if (opened === null) await settleTranslation(unit, id, removal);
  else {
    const decided = await decideCase(unit, allowed, { id: opened, decision: "removed", reason: removal.reason });
    if (isRefused(decided)) return decided;
  }
  return found.translation;
}

/**
 * Takes a decision back, so that the case waits again: a comment that was let through is held where it stands, one that
 * was removed is as it was before. New words that replaced others are not taken back, nor is what was decided on appeal.
 */
export async function reopenCase(unit: UnitOfWork, moderator: Viewer, id: string): Promise<CaseRow | Refusal> {
  const row = await caseOf(unit.db, moderator, id);
  if (isRefused(row)) return row;
  if (row.decided_at_ms === null) return row;
  if (await isFinal(unit.db, row)) return CASE_DECIDED;
  const isPlaced = row.kind === "new" && row.comment_id !== null;
  const waiting = { decided_at_ms: null, decided_by: null, decision: null, reason: null };
  const kind = isPlaced ? "placed" : row.kind;
  await unit.db
    .updateTable("cases")
    .set({ ...waiting, kind })
    .where("id", "=", id)
    .execute();
  if (row.comment_id !== null && row.kind !== "edit") await hideAgain(unit, row.comment_id, row);
  if (row.note_id !== null) await holdNote(unit, row.note_id);
  if (row.translation_id !== null) await holdTranslation(unit, row.translation_id);
  const fact = await unit.record({ kind: "case-reopened", subject: { kind: "case", id }, data: {} });
  if (row.decision === "removed")
    await logAct(unit, fact, { act: "words-reopened", thread: row.thread_id, comment: row.comment_id, reason: "" });
  if (!isOnlyFlagged(row) || row.decision === "removed")
    await notify(unit, [await writerOf(unit.db, row)], { kind: "words-reopened", subject: id, data: {} });
  return { ...row, ...waiting, kind };
}

/** New words that replaced others have been read as the comment that stands; an appeal decides for good. */
async function isFinal(db: Db, row: CaseRow): Promise<boolean> {
  if (row.kind === "appeal" || (row.kind === "edit" && row.decision === "passed")) return true;
  const asked = await db.selectFrom("cases").select("id").where("appeal_of", "=", row.id).executeTakeFirst();
  return asked !== undefined;
}

async function hideAgain(unit: UnitOfWork, id: CommentId, row: CaseRow): Promise<void> {
  if (row.decision !== "passed")
    await unit.db
      .updateTable("comments")
      .set({ removed_at_ms: null, removed_by: null, removal_reason: null })
      .where("id", "=", id)
      .execute();
  else if (row.kind === "flagged") await heatAgain(unit, id);
  else await holdInPlace(unit, id, unit.nowMs);
  await publishComment(unit, await placedComment(unit.db, id));
}

async function heatAgain(unit: UnitOfWork, id: CommentId): Promise<void> {
  await unit.db
    .updateTable("comments")
    .set((eb) => ({
      flags: eb
        .selectFrom("flags")
        .select((flags) => flags.fn.countAll<number>().as("flags"))
        .where("comment_id", "=", id),
    }))
    .where("id", "=", id)
    .execute();
}
