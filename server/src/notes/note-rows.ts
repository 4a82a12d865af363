import type { PersonId, ThreadId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/** A note with its author, as the tables know it. */
export interface NoteRow {
  readonly id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly thread_id: ThreadId;
  readonly topic: string;
  readonly author_id: string;
  readonly at_ms: number;
  readonly language: string | null;
  readonly body: string;
  readonly sources: string;
  readonly status: string;
  readonly held_at_ms: number | null;
  readonly removed_at_ms: number | null;
  readonly removed_by: string | null;
  readonly removal_reason: string | null;
  readonly withdrawn_at_ms: number | null;
  readonly person_id: PersonId | null;
  readonly name: string;
}

/** Notes with their authors: the start of every question about them. */
export function noteRows(db: Db) {
  return db
    .selectFrom("notes")
    .innerJoin("authors", "authors.id", "notes.author_id")
    .select(["notes.id", "subject_kind", "subject_id", "thread_id", "topic", "author_id", "at_ms", "language", "body"])
    .select(["sources", "status", "held_at_ms", "removed_at_ms", "removed_by", "removal_reason", "withdrawn_at_ms"])
    .select(["person_id", "name"]);
}

/** Those that are neither held, removed nor withdrawn. */
export function standingNoteRows(db: Db) {
  return noteRows(db)
    .where("held_at_ms", "is", null)
    .where("removed_at_ms", "is", null)
    .where("withdrawn_at_ms", "is", null);
}

export async function findNote(db: Db, id: string): Promise<NoteRow | undefined> {
  return noteRows(db).where("notes.id", "=", id).executeTakeFirst();
}

/** The notes of a member that are not withdrawn. */
export async function findNotesOf(db: Db, person: PersonId): Promise<NoteRow[]> {
  return noteRows(db).where("person_id", "=", person).where("withdrawn_at_ms", "is", null).execute();
}

/** What became of a note. */
export function stateOfNote(
  row: Pick<NoteRow, "held_at_ms" | "removed_at_ms" | "withdrawn_at_ms">,
): "standing" | "held" | "removed" | "withdrawn" {
  if (row.withdrawn_at_ms !== null) return "withdrawn";
  if (row.removed_at_ms !== null) return "removed";
  return row.held_at_ms === null ? "standing" : "held";
}
