import type { CompetitionFacts, EventFacts, EventId, MatchFacts, Outcome, PlayerId } from "@podium/engine";
import { entryRowsBy, type EntryRow } from "../entries/entries.ts";
import { medalRows } from "../medals/medals.ts";
import { codeOf, entryCode, entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { entryFacts, matchFacts, personFacts } from "./record.ts";

/** As many entries of a career, the latest first: the runs and medals of a player are the latest ones, meetings are all counted. */
const ENTRIES_LOOKED_AT = { ofPlayer: 20, ofMeetings: 400 };

type MatchOfPlayer = Awaited<ReturnType<typeof matchesOfPlayers>>[number];

/**
 * What some players did here, as claims are held against it: the events they played, with their own matches in them and those
 * they met. Two statements, however long the careers, and one more for the medals.
 */
export async function factsOfPlayers(
  db: Db,
  players: readonly PlayerId[],
  { withMedals }: { readonly withMedals: boolean },
): Promise<CompetitionFacts[]> {
  const matches =
    players.length === 0
      ? []
      : await matchesOfPlayers(db, players, withMedals ? ENTRIES_LOOKED_AT.ofPlayer : ENTRIES_LOOKED_AT.ofMeetings);
  if (matches.length === 0) return [];
  const events = [...new Map(matches.map((row) => [row.event_id, row])).values()];
  const entries = await entryRowsBy(
    db,
    matches.flatMap(({ event_id, home_entry, away_entry }) =>
      [home_entry, away_entry].flatMap((code) => (code === null ? [] : [entryIdOf(event_id, code)])),
    ),
  );
  const medals = withMedals
    ? await medalRows(
        db,
        events.map(({ event_id }) => event_id),
      )
    : [];
  const rows: RowsByEvent = {
    matches: Map.groupBy(matches, ({ event_id }) => event_id),
    entries: Map.groupBy(entries, ({ event_id }) => event_id),
    medals: Map.groupBy(medals, ({ event_id }) => event_id),
  };
  const competitions = Map.groupBy(events, ({ competition_id }) => competition_id);
  // As they followed one another.
  return [...competitions.values()].toReversed().map((here) => competitionOf(here, rows));
}

/** Of each event what was read of it. */
interface RowsByEvent {
  readonly matches: ReadonlyMap<EventId, readonly MatchOfPlayer[]>;
  readonly entries: ReadonlyMap<EventId, readonly EntryRow[]>;
  readonly medals: ReadonlyMap<EventId, Awaited<ReturnType<typeof medalRows>>>;
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
    medals: (medals.get(id) ?? []).map(({ medal, entry_id }) => ({ medal, entry: entryCode(codeOf(entry_id)) })),
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
async function matchesOfPlayers(db: Db, players: readonly PlayerId[], entriesAtMost: number) {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("entry_players")
        .innerJoin("entries", "entries.id", "entry_players.entry_id")
        .select(["entries.event_id", "entries.code"])
        .where("entry_players.player_id", "in", players)
        .orderBy("entry_players.from_date", "desc")
        .orderBy("entry_players.entry_id")
        .limit(entriesAtMost * players.length)
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
