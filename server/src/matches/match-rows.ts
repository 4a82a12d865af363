import type { EntryId, EventId, MatchId } from "@podium/engine";
import { codeOf, eventOf, matchIdOf } from "../storage/codes.ts";
import { inParts } from "../storage/parts.ts";
import type { Db } from "../storage/storage.ts";

/** Both databases limit the values of one statement. */
const ROWS_AT_ONCE = 200;

export type StoredMatchRow = NonNullable<Awaited<ReturnType<typeof matchRow>>>;

/** A match as stored. */
export async function matchRow(db: Db, id: MatchId) {
  return db.selectFrom("matches").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Some matches of an event, in the order of the plan. */
export async function matchRowsBy(db: Db, event: EventId, codes: readonly string[]): Promise<StoredMatchRow[]> {
  const rows: StoredMatchRow[] = [];
  for (const part of inParts(codes, ROWS_AT_ONCE)) {
    const ids = part.map((code) => matchIdOf(event, code));
    rows.push(...(await db.selectFrom("matches").selectAll().where("id", "in", ids).execute()));
  }
  return rows.sort((a, b) => a.position - b.position);
}

/** Some matches by their ids, of whatever events. */
export async function matchRowsByIds(db: Db, ids: readonly MatchId[]): Promise<StoredMatchRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom("matches").selectAll().where("id", "in", ids).execute();
}

/** A stretch of a round: its matches from one place to another, both included, or all of them. */
export interface RoundPart {
  readonly round: string;
  readonly from?: number;
  readonly to?: number;
}

/** The matches of some rounds of a knock-out, or of stretches of them, in the order of the plan. */
export async function matchRowsOfRounds(
  db: Db,
  event: EventId,
  rounds: readonly (string | RoundPart)[],
): Promise<StoredMatchRow[]> {
  if (rounds.length === 0) return [];
  const parts = rounds.map((part): RoundPart => (typeof part === "string" ? { round: part } : part));
  return db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "=", event)
    .where("tie", "is", null)
    .where("phase", "=", "knock-out")
    .where((eb) =>
      eb.or(
        parts.map(({ round, from = 1, to = Number.MAX_SAFE_INTEGER }) =>
          eb.and([eb("round", "=", round), eb("place_in_round", ">=", from), eb("place_in_round", "<=", to)]),
        ),
      ),
    )
    .orderBy("position")
    .execute();
}

/** The rounds of a knock-out in the order of the plan, with how many matches each has. */
export async function roundsOf(db: Db, event: EventId): Promise<{ round: string; matches: number }[]> {
  const rows = await db
    .selectFrom("matches")
    .select("round")
    .select((eb) => [eb.fn.countAll<number>().as("n"), eb.fn.min("position").as("first")])
    .where("event_id", "=", event)
    .where("tie", "is", null)
    .where("phase", "=", "knock-out")
    .groupBy("round")
    .orderBy("first")
    .execute();
  return rows.map(({ round, n }) => ({ round, matches: Number(n) }));
}

/** A part of the matches that are played, by time and table; what has no time yet stands at the end. */
export async function matchRowsByTime(
  db: Db,
  event: EventId,
  part: { readonly statuses: readonly StoredMatchRow["status"][]; readonly offset: number; readonly limit: number },
): Promise<StoredMatchRow[]> {
  return db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "=", event)
    .where("tie", "is", null)
    .where("status", "in", part.statuses)
    .orderBy("start_ms", (by) => by.asc().nullsLast())
    .orderBy("position")
    .offset(part.offset)
    .limit(part.limit)
    .execute();
}

/** How many matches of some events there are, by what became of them; byes are none. */
export interface MatchCounts {
  readonly matches: number;
  readonly over: number;
  readonly live: number;
}

/** A place that nobody comes to: its match is a bye, also before it is known whose. */
const A_BYE = '%"from":"bye"%';

/** Counts the matches of some events. */
export async function matchCounts(db: Db, events: readonly EventId[]): Promise<Map<string, MatchCounts>> {
  if (events.length === 0) return new Map();
  const rows = await db
    .selectFrom("matches")
    .select(["event_id", "status"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("event_id", "in", events)
    .where("tie", "is", null)
    .where("status", "!=", "bye")
    .where("home_source", "not like", A_BYE)
    .where("away_source", "not like", A_BYE)
    .groupBy(["event_id", "status"])
    .execute();
  const ofEvent = Map.groupBy(rows, (row) => row.event_id);
  return new Map([...ofEvent].map(([event, counted]) => [event, countsFrom(counted)]));
}

function countsFrom(counted: readonly { readonly status: string; readonly n: number }[]): MatchCounts {
  const countOf = (status: string) => Number(counted.find((row) => row.status === status)?.n ?? 0);
  const matches = counted.reduce((sum, { n }) => sum + Number(n), 0);
  return { matches, over: countOf("over"), live: countOf("live") };
}

/** The matches that some entries, by their ids, play or have played, event by event in the order of the plan. */
export async function matchRowsOfEntries(db: Db, entries: readonly EntryId[]): Promise<StoredMatchRow[]> {
  if (entries.length === 0) return [];
  return db
    .selectFrom("matches")
    .selectAll()
    .where("tie", "is", null)
    .where((eb) =>
      eb.or(
        entries.map((id) => {
          const code = codeOf(id);
          const plays = eb.or([eb("home_entry", "=", code), eb("away_entry", "=", code)]);
          return eb.and([eb("event_id", "=", eventOf(id)), plays]);
        }),
      ),
    )
    .orderBy("event_id")
    .orderBy("position")
    .execute();
}

/** The matches of an event in the order of the plan. */
export async function matchRows(db: Db, event: EventId): Promise<StoredMatchRow[]> {
  const ofPlan = db.selectFrom("matches").selectAll().where("event_id", "=", event).where("tie", "is", null);
  return ofPlan.orderBy("position").execute();
}

/** The rubbers of a tie that were laid out, in their order. */
export async function rubberRows(
  db: Db,
  { event_id: event, code }: Pick<StoredMatchRow, "event_id" | "code">,
): Promise<StoredMatchRow[]> {
  const rubbers = db.selectFrom("matches").selectAll().where("event_id", "=", event).where("tie", "=", code);
  return rubbers.orderBy("rubber").execute();
}

/** Every rubber of an event that was laid out, with how its tie stands. */
export async function allRubberRows(
  db: Db,
  event: EventId,
): Promise<{ readonly rubber: StoredMatchRow; readonly tie_status: StoredMatchRow["status"] | undefined }[]> {
  const rows = await db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "=", event)
    .where("tie", "is not", null)
    .orderBy("position")
    .orderBy("rubber")
    .execute();
  if (rows.length === 0) return [];
  const ties = new Map((await matchRows(db, event)).map(({ code, status }) => [code, status]));
  return rows.map((rubber) => ({ rubber, tie_status: ties.get(rubber.tie ?? "") }));
}
