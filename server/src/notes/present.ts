import { isNoteSubject, type NoteView } from "@podium/protocol";
import { leftOf } from "../people/names.ts";
import type { Db } from "../storage/storage.ts";
import { standingNoteRows, stateOfNote, type NoteRow } from "./note-rows.ts";
import { statusIn } from "./scoring.ts";

/** A note as readers see it: of what does not stand, only why. */
export function presentNote(row: NoteRow): NoteView {
  const state = stateOfNote(row);
  const stands = state === "standing";
  return {
    id: row.id,
    about: { kind: isNoteSubject(row.subject_kind) ? row.subject_kind : "comment", id: row.subject_id },
    name: stands ? row.name : "",
    ...(stands ? leftOf(row) : {}),
    atMs: row.at_ms,
    language: stands ? row.language : null,
    body: stands ? row.body : "",
    sources: stands ? JSON.parse(row.sources) : [],
    status: statusIn(row.status),
    state,
    removal: state === "removed" ? { reason: row.removal_reason ?? "", by: row.removed_by ?? "" } : null,
  };
}

/** The notes that readers who usually disagree find helpful, under what the pages of a topic show. */
export async function shownNotes(db: Db, topic: string, subjects?: readonly string[]): Promise<NoteView[]> {
  if (subjects?.length === 0) return [];
  const shown = standingNoteRows(db)
    .where("topic", "=", topic)
    .where("status", "=", "shown")
    .orderBy("intercept_millionths", "desc")
    .orderBy("notes.id");
  return (await (subjects === undefined ? shown : shown.where("subject_id", "in", subjects)).execute()).map(
    presentNote,
  );
}
