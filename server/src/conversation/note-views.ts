import type { NotesPage, RatedNoteView, Viewer } from "@podium/protocol";
import { noteRows, standingNoteRows, stateOfNote, type NoteRow } from "../notes/note-rows.ts";
import { presentNote } from "../notes/present.ts";
import { ratingsOf } from "../notes/ratings.ts";
import { holdsOne } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import { isNewcomer } from "./admission.ts";
import { findNoted, type FoundNoted } from "./noted.ts";
import { competitionOfThread } from "./subjects.ts";

/** Notes on the page of those that need ratings, and how many are looked through for it. */
const NEWEST = 50;

type Shown = Pick<NotesPage, "about" | "notes" | "may">;

/** The notes about one thing, those that are shown first, as a certain reader sees them. */
export async function notesAbout(db: Db, viewer: Viewer | null, noted: FoundNoted): Promise<Shown> {
  const rows = await noteRows(db)
    .where("subject_kind", "=", noted.view.kind)
    .where("subject_id", "=", noted.view.id)
    .orderBy("at_ms")
    .orderBy("notes.id")
    .execute();
  const seen = rows.filter((row) => isSeenBy(row, viewer));
  const may = await mayOf(db, viewer);
  const notes = await presentRated(
    db,
    { viewer, may },
    seen.map((row) => ({ row, noted })),
  );
  const isWritten = rows.some((row) => row.person_id === (viewer?.id ?? "") && row.withdrawn_at_ms === null);
  return {
    about: noted.view,
    notes: notes.toSorted((one, other) => rankOf(one.note) - rankOf(other.note)),
    may: isWritten ? "written" : may,
  };
}

/** The newest notes that need ratings, about whatever they are. */
export async function notesToRate(db: Db, viewer: Viewer | null): Promise<Shown> {
  const rows = await standingNoteRows(db)
    .where("status", "=", "needs-more")
    .orderBy("at_ms", "desc")
    .orderBy("notes.id")
    .limit(NEWEST)
    .execute();
  const found: { row: NoteRow; noted: FoundNoted }[] = [];
  for (const row of rows) {
    const noted = await findNoted(db, viewer, { kind: row.subject_kind, id: row.subject_id });
    if (noted !== null) found.push({ row, noted });
  }
  const may = await mayOf(db, viewer);
  return { about: null, notes: await presentRated(db, { viewer, may }, found), may };
}

/** What waits for a moderator is seen by its author; what was taken back by nobody. */
function isSeenBy(row: NoteRow, viewer: Viewer | null): boolean {
  const state = stateOfNote(row);
  return state === "standing" || state === "removed" || (state === "held" && row.person_id === (viewer?.id ?? ""));
}

function rankOf({ status, state }: RatedNoteView): number {
  if (state === "removed") return 3;
  return status === "shown" ? 0 : status === "needs-more" ? 1 : 2;
}

async function mayOf(db: Db, viewer: Viewer | null): Promise<NotesPage["may"]> {
  if (viewer === null) return "sign-in";
  return (await isNewcomer(db, viewer.id)) ? "newcomer" : "write";
}

async function presentRated(
  db: Db,
  { viewer, may }: { readonly viewer: Viewer | null; readonly may: NotesPage["may"] },
  found: readonly { readonly row: NoteRow; readonly noted: FoundNoted }[],
): Promise<NotesPage["notes"]> {
  const { counts, own } = await ratingsOf(
    db,
    found.map(({ row }) => row.id),
    viewer?.id ?? null,
  );
  const competitions = new Map<string, string | null>();
  for (const [id, { thread }] of new Map(found.map(({ noted }) => [noted.thread.id, noted])))
    competitions.set(id, await competitionOfThread(db, thread));
  const shown: NotesPage["notes"][number][] = [];
  for (const { row, noted } of found) {
    const competition = competitions.get(noted.thread.id);
    const mine = viewer !== null && row.person_id === viewer.id;
    const stands = stateOfNote(row) === "standing";
    const note: RatedNoteView = {
      ...presentNote(row),
      ...(mine ? { name: row.name, body: row.body, sources: JSON.parse(row.sources), language: row.language } : {}),
      ratings: counts.get(row.id) ?? 0,
      mine,
      myRating: own.get(row.id) ?? null,
      mayRate: may === "write" && !mine && stands,
      mayRemove: viewer !== null && !mine && stands && holdsOne(viewer, competition ?? undefined, ["moderator"]),
    };
    shown.push({ note, noted: noted.view });
  }
  return shown;
}
