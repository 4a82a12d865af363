import { isRefused, type Refusal, refuse, type WordList } from "@podium/engine";
import type { NoteForm, RatingForm, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { findNote, noteRows, stateOfNote, type NoteRow } from "../notes/note-rows.ts";
import { rateNote } from "../notes/ratings.ts";
import { planScoring } from "../notes/scoring-plan.ts";
import type { Db } from "../storage/storage.ts";
import { isNewcomer } from "./admission.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";
import { authorOf, lowercaseId } from "./conversation.ts";
import { holdWords, NEWCOMER_BELOW, whyHeld } from "./holding.ts";
import { tellNamedIn } from "./note-mentions.ts";
import { findNoted, notedIn } from "./noted.ts";
import { sourcesIn } from "./note-sources.ts";
import { plainText } from "./plain-text.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";
import { writtenLanguage } from "./written-language.ts";

export const NO_NOTE = refuse("note-unknown", "There is no such note.");

/** Who writes and rates notes: members who are no newcomers and whom nobody holds back. */
async function mayNote(unit: UnitOfWork, viewer: Viewer | null, thread: ThreadRow): Promise<Viewer | Refusal> {
  if (viewer === null) return notSignedIn();
  const competition = await competitionOfThread(unit.db, thread);
  const restricted = await whyRestricted(unit, viewer.id, { competition, doing: "write" });
  if (restricted !== null) return restricted;
  return (await isNewcomer(unit.db, viewer.id))
    ? refuse("members-only", `Here write members with at least ${NEWCOMER_BELOW} comments that stand.`, {
        needed: NEWCOMER_BELOW,
      })
    : viewer;
}

/** What a member wrote, with the words that hold it. */
interface NoteWriting {
  readonly viewer: Viewer | null;
  readonly form: NoteForm;
  readonly pageLanguage: string;
  readonly words: WordList;
}

/** Adds a note to something, or sets it aside for a moderator. A member adds one to each thing. */
export async function writeNote(
  unit: UnitOfWork,
  { viewer, form, pageLanguage, words }: NoteWriting,
): Promise<NoteRow | Refusal> {
  const about = notedIn(form.about);
  if (isRefused(about)) return about;
  const noted = await findNoted(unit.db, viewer, about);
  if (noted === null) return refuse("subject-unknown", "There is nothing of this kind to add a note to.");
  const writer = await mayNote(unit, viewer, noted.thread);
  if (isRefused(writer)) return writer;
  if ((await ownNote(unit.db, writer, about)) !== undefined)
    return refuse("note-made", "You have added a note to this already. Take it back to write another.");
  const body = plainText(form.body);
  const sources = await sourcesIn(unit.db, form.sources);
  if (body === "") return refuse("comment-empty", "A note needs words.");
  if (isRefused(sources)) return sources;
  const text = [body, ...sources.map(({ href }) => href)].join("\n");
  const why = await whyHeld(unit, { thread: noted.thread, writer, text, words });
  const row = {
    id: lowercaseId(unit),
    subject_kind: about.kind,
    subject_id: about.id,
    thread_id: noted.thread.id,
    topic: noted.topic,
    author_id: await authorOf(unit, writer),
    at_ms: unit.nowMs,
    language: form.language ?? (await writtenLanguage(body, pageLanguage)),
    body,
    sources: JSON.stringify(sources),
    held_at_ms: why.length === 0 ? null : unit.nowMs,
    removed_at_ms: null,
    removed_by: null,
    removal_reason: null,
    withdrawn_at_ms: null,
  };
  await unit.db
    .insertInto("notes")
    .values({ ...row, status: "needs-more", intercept_millionths: 0, factor_millionths: 0 })
    .execute();
  await unit.record({ kind: "note-written", subject: { kind: "note", id: row.id }, data: { about } });
  if (why.length > 0) {
    const held = await holdWords(unit, noteCase(row, noted.thread, why));
    if (isRefused(held)) return held;
  }
  const written = await writtenNote(unit.db, row.id);
  if (written.held_at_ms === null) await tellNamedIn(unit, written);
  return written;
}

/** A case about a note. */
export function noteCase(
  row: Pick<NoteRow, "id" | "author_id" | "body" | "sources" | "language">,
  thread: ThreadRow,
  why: Parameters<typeof holdWords>[1]["why"],
): Parameters<typeof holdWords>[1] {
  const sources: readonly { readonly href: string }[] = JSON.parse(row.sources);
  const body = [row.body, ...sources.map(({ href }) => href)].join("\n");
  const nothing = { comment: null, parent: null, clientId: null };
  return { thread, kind: "note", note: row.id, authorId: row.author_id, why, body, language: row.language, ...nothing };
}

async function writtenNote(db: Db, id: string): Promise<NoteRow> {
  return noteRows(db).where("notes.id", "=", id).executeTakeFirstOrThrow();
}

async function ownNote(db: Db, { id }: Viewer, about: { readonly kind: string; readonly id: string }) {
  return noteRows(db)
    .where("subject_kind", "=", about.kind)
    .where("subject_id", "=", about.id)
    .where("person_id", "=", id)
    .where("withdrawn_at_ms", "is", null)
    .executeTakeFirst();
}

/** A note that stands under something that who asks may see. */
export async function standingNote(
  db: Db,
  viewer: Viewer | null,
  id: string,
): Promise<{ readonly row: NoteRow; readonly thread: ThreadRow } | Refusal> {
  const row = await findNote(db, id);
  const thread = row && (await findThread(db, row.thread_id));
  if (row === undefined || thread === undefined || stateOfNote(row) !== "standing") return NO_NOTE;
  const noted = await findNoted(db, viewer, { kind: row.subject_kind, id: row.subject_id });
  return noted === null ? NO_NOTE : { row, thread };
}

/** Rates somebody else's note. */
export async function rate(
  unit: UnitOfWork,
  viewer: Viewer | null,
  { id, form }: { readonly id: string; readonly form: RatingForm },
): Promise<NoteRow | Refusal> {
  const found = await standingNote(unit.db, viewer, id);
  if (isRefused(found)) return found;
  const rater = await mayNote(unit, viewer, found.thread);
  if (isRefused(rater)) return rater;
  if (found.row.person_id === rater.id) return refuse("own-note", "Others say whether your note is helpful.");
  await rateNote(unit, rater.id, { note: id, form });
  return found.row;
}

/** Takes back a note of one's own: its words are gone. Done twice, it is done once. */
export async function withdrawNote(unit: UnitOfWork, viewer: Viewer | null, id: string): Promise<NoteRow | Refusal> {
  const row = await findNote(unit.db, id);
  if (viewer === null) return notSignedIn();
  if (row === undefined) return NO_NOTE;
  if (row.person_id !== viewer.id) return refuse("not-allowed", "Only who wrote a note takes it back.");
  if (row.withdrawn_at_ms === null) await eraseNote(unit, row);
  return writtenNote(unit.db, id);
}

/** Leaves nothing of a note but that it was there, with what was said of it. */
export async function eraseNote(unit: UnitOfWork, { id, topic }: NoteRow): Promise<void> {
  await unit.db
    .updateTable("notes")
    .set({ body: "", sources: "[]", language: null, withdrawn_at_ms: unit.nowMs })
    .where("id", "=", id)
    .execute();
  await unit.db.deleteFrom("note_flags").where("note_id", "=", id).execute();
  await unit.db.deleteFrom("cases").where("note_id", "=", id).where("decided_at_ms", "is", null).execute();
  await unit.db.updateTable("cases").set({ body: "", appeal: null }).where("note_id", "=", id).execute();
  await unit.record({ kind: "note-withdrawn", subject: { kind: "note", id }, data: {} });
  unit.invalidate([topic]);
  await planScoring(unit);
}

/** Takes a note out of sight, or shows it again (`reason` is null), as a moderator decided. */
export async function settleNote(
  unit: UnitOfWork,
  id: string,
  removal: { readonly by: string; readonly reason: string } | null,
): Promise<void> {
  const row = await findNote(unit.db, id);
  if (row === undefined || row.withdrawn_at_ms !== null) return;
  const removed =
    removal === null
      ? { removed_at_ms: null, removed_by: null, removal_reason: null }
      : { removed_at_ms: unit.nowMs, removed_by: removal.by, removal_reason: removal.reason };
  await unit.db
    .updateTable("notes")
    .set({ held_at_ms: null, ...removed })
    .where("id", "=", id)
    .execute();
  if (removal !== null)
    await unit.record({ kind: "note-removed", subject: { kind: "note", id }, data: { reason: removal.reason } });
  if (removal === null && row.held_at_ms !== null) await tellNamedIn(unit, row);
  unit.invalidate([row.topic]);
  await planScoring(unit);
}

/** Lets a note wait again: it is not shown meanwhile. */
export async function holdNote(unit: UnitOfWork, id: string): Promise<void> {
  await settleNote(unit, id, null);
  await unit.db.updateTable("notes").set({ held_at_ms: unit.nowMs }).where("id", "=", id).execute();
}
