import type { PersonId, Rating } from "@podium/engine";
import { NOTE_RATINGS, type NoteRating, type RatingForm } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { planScoring } from "./scoring-plan.ts";

const HALVES: Readonly<Record<NoteRating, number>> = { helpful: 2, somewhat: 1, not: 0 };

/** Says what a member finds of a note, under their pseudonym; said again, it is what counts. */
export async function rateNote(
  unit: UnitOfWork,
  person: PersonId,
  { note, form }: { readonly note: string; readonly form: RatingForm },
): Promise<void> {
  const given = { halves: HALVES[form.rating], reason: form.reason ?? null, at_ms: unit.nowMs };
  await unit.db
    .insertInto("note_ratings")
    .values({ note_id: note, rater_id: await pseudonymOf(unit, person), ...given })
    .onConflict((clash) => clash.columns(["note_id", "rater_id"]).doUpdateSet(given))
    .execute();
  await planScoring(unit);
}

/** The pseudonym of a member, made by chance: nothing leads from it to them but the row that holds both. */
async function pseudonymOf(unit: UnitOfWork, person: PersonId): Promise<string> {
  const id = unit.randomId(12);
  await unit.db
    .insertInto("raters")
    .values({ id, person_id: person })
    .onConflict((clash) => clash.column("person_id").doNothing())
    .execute();
  const known = await unit.db.selectFrom("raters").select("id").where("person_id", "=", person).executeTakeFirst();
  return known?.id ?? id;
}

/** Every rating of a note that stands, by note and pseudonym: what the scoring is made of, and what anybody may score again. */
export async function publicRatings(db: Db): Promise<Rating[]> {
  const rows = await db
    .selectFrom("note_ratings")
    .innerJoin("notes", "notes.id", "note_ratings.note_id")
    .select(["note_id", "rater_id", "halves"])
    .where("held_at_ms", "is", null)
    .where("removed_at_ms", "is", null)
    .where("withdrawn_at_ms", "is", null)
    .orderBy("note_id")
    .orderBy("rater_id")
    .execute();
  return rows.map(({ note_id: note, rater_id: rater, halves }) => ({ note, rater, rating: ratingIn(halves) }));
}

function ratingIn(halves: number): Rating["rating"] {
  if (halves === 2) return 1;
  return halves === 1 ? 0.5 : 0;
}

/** How many readers rated each note, and what one of them gave. */
export async function ratingsOf(
  db: Db,
  notes: readonly string[],
  reader: PersonId | null,
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly own: ReadonlyMap<string, NoteRating> }> {
  if (notes.length === 0) return { counts: new Map(), own: new Map() };
  const counts = await db
    .selectFrom("note_ratings")
    .select((eb) => ["note_id", eb.fn.countAll<number>().as("ratings")])
    .where("note_id", "in", notes)
    .groupBy("note_id")
    .execute();
  const own =
    reader === null
      ? []
      : await db
          .selectFrom("note_ratings")
          .innerJoin("raters", "raters.id", "note_ratings.rater_id")
          .select(["note_id", "halves"])
          .where("raters.person_id", "=", reader)
          .where("note_id", "in", notes)
          .execute();
  return {
    counts: new Map(counts.map(({ note_id: note, ratings }) => [note, Number(ratings)])),
    own: new Map(own.flatMap(({ note_id: note, halves }) => ownRating(note, halves))),
  };
}

function ownRating(note: string, halves: number): [string, NoteRating][] {
  const rating = NOTE_RATINGS.find((each) => HALVES[each] === halves);
  return rating === undefined ? [] : [[note, rating]];
}

/** Of who leaves: `anonymous` cuts the way from the pseudonym to the member, `delete` takes back their ratings. */
export async function dropRater(unit: UnitOfWork, person: PersonId, choice: "anonymous" | "delete"): Promise<void> {
  const own = unit.db.selectFrom("raters").select("id").where("person_id", "=", person);
  if (choice === "delete") {
    await unit.db.deleteFrom("note_ratings").where("rater_id", "in", own).execute();
    await unit.db.deleteFrom("raters").where("person_id", "=", person).execute();
    await planScoring(unit);
    return;
  }
  await unit.db.updateTable("raters").set({ person_id: null }).where("person_id", "=", person).execute();
}
