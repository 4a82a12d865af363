import { isRefused, type Refusal, refuse } from "@podium/engine";
import type { FlagForm, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import type { NoteRow } from "../notes/note-rows.ts";
import type { ThreadRow } from "./comment-rows.ts";
import { holdWords } from "./holding.ts";
import { noteCase, standingNote } from "./notes.ts";
import { plainText } from "./plain-text.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";

/** Asks moderators to look at a note, which stands meanwhile. One reader flags it once; all flags of it are one case. */
export async function flagNote(
  unit: UnitOfWork,
  viewer: Viewer | null,
  { id, form }: { readonly id: string; readonly form: FlagForm },
): Promise<NoteRow | Refusal> {
  const found = await standingNote(unit.db, viewer, id);
  if (isRefused(found)) return found;
  if (viewer === null) return notSignedIn();
  const { row, thread } = found;
  if (row.person_id === viewer.id) return refuse("own-note", "This is your own note: take it back.");
  const competition = await competitionOfThread(unit.db, thread);
  const restricted = await whyRestricted(unit, viewer.id, { competition, doing: "flag" });
  if (restricted !== null) return restricted;
  const before = await unit.db
    .selectFrom("note_flags")
    .select("case_id")
    .where("note_id", "=", id)
    .where("person_id", "=", viewer.id)
    .executeTakeFirst();
  if (before !== undefined) return row;
  const about = await caseAbout(unit, row, thread);
  if (isRefused(about)) return about;
  const words = plainText(form.words ?? "");
  await unit.db
    .insertInto("note_flags")
    .values({ note_id: id, person_id: viewer.id, reason: form.reason, words, at_ms: unit.nowMs, case_id: about })
    .execute();
  await unit.record({ kind: "note-flagged", subject: { kind: "note", id }, data: { reason: form.reason } });
  return row;
}

/** The case of the note that waits, or a new one. */
async function caseAbout(unit: UnitOfWork, row: NoteRow, thread: ThreadRow): Promise<string | Refusal> {
  const known = await unit.db
    .selectFrom("cases")
    .select("id")
    .where("note_id", "=", row.id)
    .where("decided_at_ms", "is", null)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const opened = await holdWords(unit, noteCase(row, thread, []));
  return isRefused(opened) ? opened : opened.id;
}
