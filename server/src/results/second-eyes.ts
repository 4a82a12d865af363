import { type CompetitionId, type PersonId, type Refusal, refuse, SIDES } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { factsOf } from "../facts/journal.ts";
import { confirmedSides } from "../matches/confirmations.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** Whether a competition wants its results published by somebody else than who entered them. Refuses `not-found`. */
export async function askForSecondEyes(
  unit: UnitOfWork,
  competition: CompetitionId,
  isWanted: boolean,
): Promise<undefined | Refusal> {
  const row = await competitionRow(unit.db, competition);
  if (row === undefined) return refuse("not-found", `There is no competition ${competition}.`);
  if ((row.second_eyes === 1) === isWanted) return undefined;
  await unit.db
    .updateTable("competitions")
    .set({ second_eyes: isWanted ? 1 : 0 })
    .where("id", "=", competition)
    .execute();
  await unit.record({
    kind: "second-eyes-changed",
    subject: { kind: "competition", id: competition },
    data: { isWanted },
  });
  return undefined;
}

/**
 * Refuses `same-eyes` where whoever publishes wrote the last line of the match, made the withdrawal that ended it, or handed
 * out the chair that wrote it. What both sides confirmed there is nobody's at the desk.
 */
export async function refusedAsSameEyes({ db, who }: UnitOfWork, match: StoredMatchRow): Promise<undefined | Refusal> {
  if (who === null) return undefined;
  const competition = await competitionRow(db, competitionOf(eventOf(match.id)));
  if (competition?.second_eyes !== 1 || (await writerOf(db, match)) !== who) return undefined;
  return refuse("same-eyes", "You have entered this result: somebody else looks at it and publishes it.", {
    match: match.id,
  });
}

/** The matches of these whose results a person has entered and so leaves to others; none where both may be one. */
export async function leftToOthers(
  db: Db,
  matches: readonly StoredMatchRow[],
  who: PersonId | null,
): Promise<ReadonlySet<string>> {
  const [first] = matches;
  if (who === null || first === undefined) return new Set();
  const competition = await competitionRow(db, competitionOf(eventOf(first.id)));
  if (competition?.second_eyes !== 1) return new Set();
  const entered = new Set<string>();
  for (const match of matches) if ((await writerOf(db, match)) === who) entered.add(match.id);
  return entered;
}

async function writerOf(db: Db, match: StoredMatchRow): Promise<string | null> {
  if (match.by_withdrawal === 1) return whoWithdrew(db, match);
  const last = await db
    .selectFrom("facts")
    .select(["who", "at_ms"])
    .where("subject_kind", "=", "match")
    .where("subject_id", "=", match.id)
    .orderBy("subject_seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? null : (last.who ?? whoseChair(db, match, last.at_ms));
}

/** Who decided that a side of a match withdraws, last where both did. */
async function whoWithdrew(db: Db, { id, home_entry: home, away_entry: away }: StoredMatchRow): Promise<string | null> {
  const facts = await factsOf(db, { kind: "event", id: eventOf(id) });
  const withdrawn = facts.findLast(
    (fact) => fact.kind === "entry-withdrawn" && [home, away].some((entry) => entry === fact.data.entry),
  );
  return withdrawn?.who ?? null;
}

/** Who handed out the chair that wrote a line: an address can be used by whoever made it. Nobody where both sides confirmed. */
async function whoseChair(db: Db, match: StoredMatchRow, lineMs: number): Promise<string | null> {
  if ((await confirmedSides(db, match)).length === SIDES.length) return null;
  const chair = await db
    .selectFrom("chairs")
    .select("issued_by")
    .where("match_id", "=", match.id)
    .where("issued_at_ms", "<=", lineMs)
    .orderBy("issued_at_ms", "desc")
    .limit(1)
    .executeTakeFirst();
  return chair?.issued_by ?? null;
}
