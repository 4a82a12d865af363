import type { EntryId, MatchId, Source } from "@podium/engine";
import type { MatchContext, MatchRow } from "@podium/protocol";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { codeOf, eventOf, entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const MEETINGS_SHOWN = 10;

/** A match as one line, and what it stands between. */
export interface MatchInContext {
  readonly row: StoredMatchRow;
  readonly line: MatchRow;
  readonly context: MatchContext;
}

/** Reads a match with its context, in a few statements, however large the event and long the careers; null when there is none. */
export async function matchInContext(db: Db, id: MatchId): Promise<MatchInContext | null> {
  const around = await rowsAround(db, id);
  const own = around.find((row) => row.id === id);
  if (own === undefined) return null;
  const met = await rowsOfMeetings(db, own);
  const views = new Map((await presentMatches(db, [...around, ...met])).map((view) => [view.id, view]));
  const line = views.get(id);
  if (line === undefined) return null;
  const viewsOf = (rows: readonly StoredMatchRow[]) => rows.flatMap((row) => views.get(row.id) ?? []);
  const wayOf = (code: string | null) =>
    viewsOf(around.filter((row) => row.position < own.position && isPlayedBy(row, code)));
  const after = (from: "winner" | "loser") =>
    viewsOf(around.filter((row) => isFrom(row, sourceOf(from, id))))[0] ?? null;
  const played = around.filter((row) => row.status !== "bye");
  const context: MatchContext = {
    ways: { home: wayOf(own.home_entry), away: wayOf(own.away_entry) },
    meetings: met.flatMap((row) => {
      const match = views.get(row.id);
      return match === undefined ? [] : [{ competition: JSON.parse(row.competition_title), match }];
    }),
    next: { winner: after("winner"), loser: after("loser") },
    beside: {
      before: viewsOf(played.filter(({ position }) => position < own.position)).at(-1) ?? null,
      after: viewsOf(played.filter(({ position }) => position > own.position))[0] ?? null,
    },
  };
  return { row: own, line, context };
}

function isPlayedBy(row: StoredMatchRow, code: string | null): boolean {
  const plays = row.home_entry === code || row.away_entry === code;
  return code !== null && plays && (row.status === "over" || row.status === "live");
}

/** The source of a side as the plan stores it. */
function sourceOf(from: "winner" | "loser", match: MatchId): string {
  return JSON.stringify({ from, match: codeOf(match) } as Source);
}

function isFrom(row: StoredMatchRow, source: string): boolean {
  return row.home_source === source || row.away_source === source;
}

/** Of its event: the match, those beside it, those it leads to, and all that its two entries play. */
async function rowsAround(db: Db, id: MatchId): Promise<StoredMatchRow[]> {
  const event = eventOf(id);
  const sources = [sourceOf("winner", id), sourceOf("loser", id)];
  return db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "=", event)
    .where((eb) => eb.or([eb("tie", "is", null), eb("id", "=", id)]))
    .where((eb) => {
      const own = eb.selectFrom("matches as own").where("own.id", "=", id);
      const position = own.select("own.position");
      const played = eb
        .selectFrom("matches as other")
        .where("other.event_id", "=", event)
        .where("other.tie", "is", null)
        .where("other.status", "!=", "bye");
      const before = played.where("other.position", "<", position).select((of) => of.fn.max("other.position").as("at"));
      const after = played.where("other.position", ">", position).select((of) => of.fn.min("other.position").as("at"));
      const entries = [own.select("own.home_entry"), own.select("own.away_entry")];
      return eb.or([
        eb("id", "=", id),
        eb("position", "=", before),
        eb("position", "=", after),
        eb("home_source", "in", sources),
        eb("away_source", "in", sources),
        ...entries.flatMap((entry) => [eb("home_entry", "=", entry), eb("away_entry", "=", entry)]),
      ]);
    })
    .orderBy("position")
    .execute();
}

type Meeting = StoredMatchRow & { readonly competition_title: string };

/** Matches that the same two have finished elsewhere, or at another time of this event, the latest first. */
async function rowsOfMeetings(db: Db, own: StoredMatchRow): Promise<Meeting[]> {
  const pairs = await entriesOfBoth(db, own);
  if (pairs.length === 0) return [];
  return db
    .selectFrom("matches")
    .innerJoin("events", "events.id", "matches.event_id")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .selectAll("matches")
    .select("competitions.title as competition_title")
    .where("matches.status", "=", "over")
    .where("matches.tie", "is", null)
    .where("matches.id", "!=", own.id)
    .where((eb) =>
      eb.or(
        pairs.map(([one, other]) =>
          eb.and([
            eb("matches.event_id", "=", eventOf(one)),
            eb("matches.home_entry", "in", [codeOf(one), codeOf(other)]),
            eb("matches.away_entry", "in", [codeOf(one), codeOf(other)]),
          ]),
        ),
      ),
    )
    .orderBy("competitions.from_date", "desc")
    .orderBy("matches.day_ms", "desc")
    .orderBy("matches.position", "desc")
    .limit(MEETINGS_SHOWN)
    .execute();
}

/** Both databases limit the values of one statement: the latest events of two who meet very often are enough. */
const EVENTS_LOOKED_AT = 100;

/** The entries of the same people in every event of its kind that both sides play: one of each side, the latest first. */
async function entriesOfBoth(db: Db, own: StoredMatchRow): Promise<(readonly [string, string])[]> {
  const { event_id: event, home_entry: home, away_entry: away } = own;
  if (home === null || away === null) return [];
  const [homeId, awayId] = [entryIdOf(event, home), entryIdOf(event, away)];
  const rows = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .select(["entry_players.entry_id", "entry_players.player_id", "entries.event_id"])
    .where((eb) =>
      eb(
        "entry_players.player_id",
        "in",
        eb.selectFrom("entry_players as seat").select("seat.player_id").where("seat.entry_id", "in", [homeId, awayId]),
      ),
    )
    .where((eb) =>
      eb("events.kind", "=", eb.selectFrom("events as own").select("own.kind").where("own.id", "=", event)),
    )
    .orderBy("competitions.from_date", "desc")
    .execute();
  const playersOf = (entry: EntryId) => rows.filter((row) => row.entry_id === entry).map((row) => row.player_id);
  const [ofHome, ofAway] = [playersOf(homeId), playersOf(awayId)];
  const pairs = [...Map.groupBy(rows, (row) => row.event_id).values()].flatMap((ofEvent) => {
    const [one, other] = [entryWith(ofHome, ofEvent), entryWith(ofAway, ofEvent)];
    return one === null || other === null ? [] : [[one, other] as const];
  });
  return pairs.slice(0, EVENTS_LOOKED_AT);
}

/** The entry of an event in which all of these people play; null where they do not play it together. */
function entryWith(
  people: readonly string[],
  ofEvent: readonly { readonly entry_id: string; readonly player_id: string }[],
): string | null {
  const [first, ...others] = people.map((id) => ofEvent.find((row) => row.player_id === id)?.entry_id);
  return first !== undefined && others.every((entry) => entry === first) ? first : null;
}
