import type { CompetitionFacts, EventFacts, EventId, MatchFacts, Medal, Outcome, PlayerId } from "@podium/engine";
import { entryRowsBy, type EntryRow } from "../entries/entries.ts";
import type { EventWithCompetition } from "../competitions/competitions.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { entryCode, entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { entryFacts, matchFacts, personFacts } from "./record.ts";

/** As many entries of a career, the latest first: of two who meet very often those are enough. */
const ENTRIES_LOOKED_AT = 400;

/** A match that is over, with the event and the competition that it is of. */
type MatchOfPlayer = Omit<StoredMatchRow, "kind"> &
  Pick<EventWithCompetition, "sport" | "kind"> &
  Pick<EventWithCompetition, "competition_title" | "zone" | "from_date" | "to_date"> & {
    readonly competition_id: string;
    readonly event_title: string;
    readonly event_best_of: number;
  };

/**
 * What some players did here, as claims are held against it, without medals: the events they played, with their own matches
 * in them and those they met. Two statements, however long the careers.
 */
export async function factsOfPlayers(db: Db, players: readonly PlayerId[]): Promise<CompetitionFacts[]> {
  const matches = players.length === 0 ? [] : await matchesOfPlayers(db, players);
  if (matches.length === 0) return [];
  const entries = await entryRowsBy(
    db,
    matches.flatMap(({ event_id, home_entry, away_entry }) =>
      [home_entry, away_entry].flatMap((code) => (code === null ? [] : [entryIdOf(event_id, code)])),
    ),
  );
  return factsOf({ matches, entries, medals: [] });
}

/** What was read of a career: the events of it, the matches in them, who met there and who won medals. */
export interface CareerRows {
  readonly events: readonly EventWithCompetition[];
  readonly matches: readonly StoredMatchRow[];
  readonly entries: readonly EntryRow[];
  readonly medals: readonly { readonly event: EventId; readonly medal: Medal; readonly entry: string }[];
}

/** The same of a career that was read, with its medals. */
export function factsOfCareer({ events, matches, entries, medals }: CareerRows): CompetitionFacts[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const over = matches.flatMap((row): (MatchOfPlayer & { readonly at: number })[] => {
    const event = byId.get(row.event_id);
    if (event === undefined || row.status !== "over") return [];
    const { competition_id, sport, kind, competition_title, zone, from_date, to_date } = event;
    const of = { competition_id, sport, kind, competition_title, zone, from_date, to_date, at: event.position };
    return [{ ...row, ...of, event_title: event.title, event_best_of: event.best_of }];
  });
  over.sort(
    (one, other) => other.from_date.localeCompare(one.from_date) || other.at - one.at || one.position - other.position,
  );
  return factsOf({ matches: over, entries, medals });
}

function factsOf(read: Pick<CareerRows, "entries" | "medals"> & { readonly matches: readonly MatchOfPlayer[] }) {
  const rows: RowsByEvent = {
    matches: Map.groupBy(read.matches, ({ event_id }) => event_id),
    entries: Map.groupBy(read.entries, ({ event_id }) => event_id),
    medals: Map.groupBy(read.medals, ({ event }) => event),
  };
  const events = [...new Map(read.matches.map((row) => [row.event_id, row])).values()];
  const competitions = Map.groupBy(events, ({ competition_id }) => competition_id);
  // As they followed one another.
  return [...competitions.values()].toReversed().map((here) => competitionOf(here, rows));
}

/** Of each event what was read of it. */
interface RowsByEvent {
  readonly matches: ReadonlyMap<EventId, readonly MatchOfPlayer[]>;
  readonly entries: ReadonlyMap<EventId, readonly EntryRow[]>;
  readonly medals: ReadonlyMap<EventId, CareerRows["medals"]>;
}

/** A competition with those of its events that were played, each by one of its matches. */
function competitionOf(events: readonly MatchOfPlayer[], rows: RowsByEvent): CompetitionFacts {
  const [row] = events as [MatchOfPlayer, ...MatchOfPlayer[]]; // a group has a member
  const players = events.flatMap(({ event_id }) => rows.entries.get(event_id) ?? []).flatMap((entry) => entry.players);
  return {
    id: row.competition_id,
    title: JSON.parse(row.competition_title),
    place: {},
    from: row.from_date,
    to: row.to_date,
    associations: [],
    honours: [],
    players: [...new Map(players.map((player) => [player.id, player])).values()].map(personFacts),
    events: events.map((event) => eventOf(event, rows)),
  };
}

function eventOf(row: MatchOfPlayer, { matches, entries, medals }: RowsByEvent): EventFacts {
  const id = row.event_id;
  return {
    id,
    title: JSON.parse(row.event_title),
    sport: row.sport,
    kind: row.kind,
    bestOf: row.event_best_of,
    entries: (entries.get(id) ?? []).map(entryFacts),
    matches: (matches.get(id) ?? []).flatMap(factsOfRow),
    medals: (medals.get(id) ?? []).map(({ medal, entry }) => ({ medal, entry: entryCode(entry) })),
    complete: false,
  };
}

function factsOfRow(row: MatchOfPlayer): MatchFacts[] {
  const outcome: Outcome | null = row.outcome === null ? null : JSON.parse(row.outcome);
  if (outcome === null || row.home_entry === null || row.away_entry === null) return [];
  const [home, away] = [entryCode(row.home_entry), entryCode(row.away_entry)];
  const winner = outcome.winner === null ? null : { home, away }[outcome.winner];
  const played = { home, away, winner, result: { outcome, games: JSON.parse(row.games) } };
  return [{ ...matchFacts(played, row, row.zone), id: row.id, round: row.round }];
}

/**
 * The matches of these players that are over, of the latest competition first, with what they are of: found from their
 * entries by an index, so that the matches of others are not read.
 */
async function matchesOfPlayers(db: Db, players: readonly PlayerId[]): Promise<MatchOfPlayer[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("entry_players")
        .innerJoin("entries", "entries.id", "entry_players.entry_id")
        .select(["entries.event_id", "entries.code"])
        .where("entry_players.player_id", "in", players)
        .orderBy("entry_players.from_date", "desc")
        .orderBy("entry_players.entry_id")
        .limit(ENTRIES_LOOKED_AT * players.length)
        .as("own"),
    )
    .innerJoin("matches", "matches.event_id", "own.event_id")
    .innerJoin("events", "events.id", "matches.event_id")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .selectAll("matches")
    .select(["events.competition_id", "events.sport", "events.kind", "events.title as event_title"])
    .select(["events.best_of as event_best_of", "competitions.title as competition_title"])
    .select(["competitions.zone", "competitions.from_date", "competitions.to_date"])
    .where("matches.status", "=", "over")
    .where("matches.tie", "is", null)
    .where((eb) =>
      eb.or([eb("matches.home_entry", "=", eb.ref("own.code")), eb("matches.away_entry", "=", eb.ref("own.code"))]),
    )
    .orderBy("competitions.from_date", "desc")
    .orderBy("events.position", "desc")
    .orderBy("matches.position")
    .execute();
  // A match between two of them is found from both.
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
