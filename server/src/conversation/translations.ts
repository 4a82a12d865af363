import { type CommentId, isRefused, type Refusal, refuse, type WordList } from "@podium/engine";
import type { FlagForm, TranslationForm, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import type { Db } from "../storage/storage.ts";
import { findComment, type CommentRow, type ThreadRow } from "./comment-rows.ts";
import { authorOf, lowercaseId, NO_COMMENT, type Pointing } from "./conversation.ts";
import { holdWords, whyHeld } from "./holding.ts";
import { markupOf } from "./markup.ts";
import { plainText } from "./plain-text.ts";
import { stateOf } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";
import {
  dropTranslations,
  findTranslation,
  revisionOf,
  standingAmong,
  translationRows,
  translationsOf,
  type TranslationRow,
} from "./translation-rows.ts";

export const NO_TRANSLATION = refuse("translation-unknown", "There is no such translation.");

/** A comment that is shown, with its conversation. */
export interface Readable {
  readonly thread: ThreadRow;
  readonly row: CommentRow;
  readonly revision: number;
}

/** The comment that is pointed at, as long as everybody reads it. */
export async function readable(db: Db, at: Pointing): Promise<Readable | Refusal> {
  const thread = await findThreadFor(db, at.viewer, at.thread);
  const row = thread && (await findComment(db, thread.id, at.comment));
  if (thread === undefined || row === undefined || stateOf(row) !== "shown") return NO_COMMENT;
  return { thread, row, revision: await revisionOf(db, row.id) };
}

/** What a member wrote, with the words that hold it. */
interface TranslationWriting {
  readonly at: Pointing;
  readonly form: TranslationForm;
  readonly words: WordList;
}

/**
 * A member's translation of a comment, or their better one in the place of their first; set aside where a check holds it.
 * It goes through the checks of comments.
 */
export async function writeTranslation(
  unit: UnitOfWork,
  { at, form, words }: TranslationWriting,
): Promise<TranslationRow | Refusal> {
  const { viewer } = at;
  const found = await readable(unit.db, at);
  if (isRefused(found)) return found;
  if (viewer === null) return notSignedIn();
  const competition = await competitionOfThread(unit.db, found.thread);
  const restricted = await whyRestricted(unit, viewer.id, { competition, doing: "write" });
  if (restricted !== null) return restricted;
  if (found.row.language === form.language)
    return refuse("translation-not-needed", "The comment is written in this language.");
  const body = plainText(form.body);
  if (body === "") return refuse("comment-empty", "A translation needs words.");
  const author = await authorOf(unit, viewer);
  const before = await ownTranslation(unit.db, { comment: found.row.id, language: form.language, author });
  if (before?.removed_at_ms != null)
    return refuse("translation-removed", "A moderator has removed your translation of this comment.");
  const why = await whyHeld(unit, { thread: found.thread, writer: viewer, text: body, words });
  const stored = { ...found, author, body, language: form.language, heldAtMs: why.length === 0 ? null : unit.nowMs };
  const id = before?.id ?? lowercaseId(unit);
  await keepTranslation(unit, { ...stored, id, isNew: before === undefined });
  const data = { comment: found.row.id, language: form.language };
  await unit.record({ kind: "translation-written", subject: { kind: "translation", id }, data });
  const waiting = await dropUnflagged(unit, id);
  if (why.length > 0 && !waiting) {
    const held = await openCase(unit, { ...stored, id, why });
    if (isRefused(held)) return held;
  }
  return writtenTranslation(unit.db, id);
}

function ownTranslation(
  db: Db,
  { comment, language, author }: { readonly comment: CommentId; readonly language: string; readonly author: string },
) {
  return db
    .selectFrom("translations")
    .select(["id", "removed_at_ms"])
    .where("comment_id", "=", comment)
    .where("language", "=", language)
    .where("author_id", "=", author)
    .executeTakeFirst();
}

interface Stored extends Readable {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly language: string;
  readonly heldAtMs: number | null;
}

/** A member has one in each language: what they write again stands in its place, and is decided anew. */
async function keepTranslation(unit: UnitOfWork, stored: Stored & { readonly isNew: boolean }): Promise<void> {
  const { id, row, revision, language, author, body, heldAtMs, isNew } = stored;
  const words = { revision, at_ms: unit.nowMs, body, html: markupOf(body), held_at_ms: heldAtMs };
  if (!isNew) await unit.db.updateTable("translations").set(words).where("id", "=", id).execute();
  else
    await unit.db
      .insertInto("translations")
      .values({ ...NOT_REMOVED, ...words, id, comment_id: row.id, language, author_id: author, service: null })
      .execute();
}

/** What waits since a check held it is decided anew; what readers have flagged goes on waiting. Whether something does. */
async function dropUnflagged(unit: UnitOfWork, id: string): Promise<boolean> {
  const flagged = unit.db.selectFrom("translation_flags").select("case_id").where("translation_id", "=", id);
  const open = () => unit.db.selectFrom("cases").where("translation_id", "=", id).where("decided_at_ms", "is", null);
  const stays = await open().select("id").where("id", "in", flagged).executeTakeFirst();
  if (stays !== undefined) return true;
  await unit.db.deleteFrom("cases").where("translation_id", "=", id).where("decided_at_ms", "is", null).execute();
  return false;
}

const NOT_REMOVED = { removed_at_ms: null, removed_by: null, removal_reason: null } as const;

/** A case about a translation. */
function openCase(
  unit: UnitOfWork,
  about: Omit<Stored, "revision" | "heldAtMs"> & Pick<Parameters<typeof holdWords>[1], "why">,
): ReturnType<typeof holdWords> {
  const { thread, id, author, body, language, why, row } = about;
  const nothing = { comment: null, parent: row.id, clientId: null };
  return holdWords(unit, {
    thread,
    kind: "translation",
    translation: id,
    authorId: author,
    why,
    body,
    language,
    ...nothing,
  });
}

/** Keeps what a service made of the words, as long as they still stand. */
export async function keepServed(
  unit: UnitOfWork,
  at: Pointing,
  served: { readonly revision: number; readonly language: string; readonly service: string; readonly body: string },
): Promise<TranslationRow | Refusal> {
  const found = await readable(unit.db, at);
  if (isRefused(found)) return found;
  if (found.revision !== served.revision) return NO_TRANSLATION;
  const known = standingAmong(await translationsOf(unit.db, found.row.id), served);
  if (known !== undefined) return known;
  const id = lowercaseId(unit);
  const body = plainText(served.body);
  const made = {
    id,
    comment_id: found.row.id,
    author_id: null,
    at_ms: unit.nowMs,
    html: markupOf(body),
    held_at_ms: null,
  };
  await unit.db
    .insertInto("translations")
    .values({ ...NOT_REMOVED, ...served, ...made, body })
    .execute();
  return writtenTranslation(unit.db, id);
}

async function writtenTranslation(db: Db, id: string): Promise<TranslationRow> {
  return translationRows(db).where("translations.id", "=", id).executeTakeFirstOrThrow();
}

/** A translation that stands, of a comment that who asks may read. */
export async function standingTranslation(
  db: Db,
  viewer: Viewer | null,
  id: string,
): Promise<(Readable & { readonly translation: TranslationRow }) | Refusal> {
  const translation = await findTranslation(db, id);
  if (translation === undefined || translation.removed_at_ms !== null) return NO_TRANSLATION;
  if (translation.held_at_ms !== null && translation.person_id !== viewer?.id) return NO_TRANSLATION;
  const comment = await db
    .selectFrom("comments")
    .select("thread_id")
    .where("id", "=", translation.comment_id)
    .executeTakeFirstOrThrow();
  const code = translation.comment_id.slice(comment.thread_id.length + 1);
  const found = await readable(db, { viewer, thread: comment.thread_id, comment: code });
  return isRefused(found) ? NO_TRANSLATION : { ...found, translation };
}

/** Takes back a translation of one's own: its words are gone. Done twice, it is done once. */
export async function withdrawTranslation(
  unit: UnitOfWork,
  viewer: Viewer | null,
  id: string,
): Promise<TranslationRow | Refusal> {
  const row = await findTranslation(unit.db, id);
  if (viewer === null) return notSignedIn();
  if (row === undefined) return NO_TRANSLATION;
  if (row.person_id !== viewer.id) return refuse("not-allowed", "Only who wrote a translation takes it back.");
  // Taken back and written again, the same words would stand once more.
  if (row.removed_at_ms !== null) return refuse("translation-removed", "A moderator has removed your translation.");
  await dropTranslations(unit, [id]);
  await unit.record({ kind: "translation-withdrawn", subject: { kind: "translation", id }, data: {} });
  return row;
}

/** Asks moderators to look at a member's translation, which is shown meanwhile. One reader flags it once. */
export async function flagTranslation(
  unit: UnitOfWork,
  viewer: Viewer | null,
  { id, form }: { readonly id: string; readonly form: FlagForm },
): Promise<TranslationRow | Refusal> {
  const found = await standingTranslation(unit.db, viewer, id);
  if (isRefused(found)) return found;
  if (viewer === null) return notSignedIn();
  const { translation, thread } = found;
  if (translation.person_id === viewer.id)
    return refuse("own-comment", "This is your own translation: correct it or take it back.");
  if (translation.author_id === null)
    return refuse("not-allowed", "No person wrote this translation. Write a better one, or flag the comment.");
  const competition = await competitionOfThread(unit.db, thread);
  const restricted = await whyRestricted(unit, viewer.id, { competition, doing: "flag" });
  if (restricted !== null) return restricted;
  const before = await unit.db
    .selectFrom("translation_flags")
    .select("case_id")
    .where("translation_id", "=", id)
    .where("person_id", "=", viewer.id)
    .executeTakeFirst();
  if (before !== undefined) return translation;
  const about = await caseAbout(unit, found, translation.author_id);
  if (isRefused(about)) return about;
  const words = plainText(form.words ?? "");
  await unit.db
    .insertInto("translation_flags")
    .values({ translation_id: id, person_id: viewer.id, reason: form.reason, words, at_ms: unit.nowMs, case_id: about })
    .execute();
  await unit.record({
    kind: "translation-flagged",
    subject: { kind: "translation", id },
    data: { reason: form.reason },
  });
  return translation;
}

/** The case of a translation that waits or was decided lately, or a new one. */
async function caseAbout(
  unit: UnitOfWork,
  found: Readable & { readonly translation: TranslationRow },
  author: string,
): Promise<string | Refusal> {
  const { translation } = found;
  const known = await unit.db
    .selectFrom("cases")
    .select("id")
    .where("translation_id", "=", translation.id)
    .where("decided_at_ms", "is", null)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const { id, body, language } = translation;
  const opened = await openCase(unit, { ...found, id, author, body, language, why: [] });
  return isRefused(opened) ? opened : opened.id;
}

/** Takes a translation out of sight, or shows it again (`removal` is null), as a moderator decided. */
export async function settleTranslation(
  unit: UnitOfWork,
  id: string,
  removal: { readonly by: string; readonly reason: string } | null,
): Promise<void> {
  const removed =
    removal === null
      ? NOT_REMOVED
      : { removed_at_ms: unit.nowMs, removed_by: removal.by, removal_reason: removal.reason };
  const { numUpdatedRows } = await unit.db
    .updateTable("translations")
    .set({ held_at_ms: null, ...removed })
    .where("id", "=", id)
    .executeTakeFirst();
  if (removal === null || numUpdatedRows === 0n) return;
  const subject = { kind: "translation", id } as const;
  await unit.record({ kind: "translation-removed", subject, data: { reason: removal.reason } });
}

/** Lets a translation wait again: it is not shown meanwhile. */
export async function holdTranslation(unit: UnitOfWork, id: string): Promise<void> {
  await settleTranslation(unit, id, null);
  await unit.db.updateTable("translations").set({ held_at_ms: unit.nowMs }).where("id", "=", id).execute();
}

/** A case about a member's translation, to be decided at once. */
export async function translationCase(
  unit: UnitOfWork,
  found: Readable & { readonly translation: TranslationRow },
): Promise<string | Refusal | null> {
  const { author_id: author } = found.translation;
  return author === null ? null : caseAbout(unit, found, author);
}
