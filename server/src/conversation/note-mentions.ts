import type { PersonId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { NoteRow } from "../notes/note-rows.ts";
import { notify } from "../people/notifications.ts";
import { rolesOf } from "../people/roles.ts";
import { blocks, membersNamed } from "./mentions.ts";
import { findNoted } from "./noted.ts";

/**
 * Tells whom a note that stands now names by "@" and their name, each once. Nobody hears of somebody they block, or of what
 * they may not read.
 */
export async function tellNamedIn(unit: UnitOfWork, note: NoteRow): Promise<void> {
  const named = new Set((await membersNamed(unit.db, note.body)).values());
  const data = { about: `${note.subject_kind}:${note.subject_id}`, note: note.id };
  for (const person of named)
    if (await mayHear(unit, note, person))
      await notify(unit, [person], { kind: "note-mention", subject: note.id, data });
}

async function mayHear({ db }: UnitOfWork, note: NoteRow, person: PersonId): Promise<boolean> {
  if (person === note.person_id || (await blocks(db, person, note.person_id))) return false;
  const before = await db
    .selectFrom("notifications")
    .select("id")
    .where("person_id", "=", person)
    .where("kind", "=", "note-mention")
    .where("subject_id", "=", note.id)
    .executeTakeFirst();
  const viewer = { id: person, name: "", roles: await rolesOf(db, person) };
  return (
    before === undefined && (await findNoted(db, viewer, { kind: note.subject_kind, id: note.subject_id })) !== null
  );
}
