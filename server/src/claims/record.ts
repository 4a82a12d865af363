import type {
  CompetitionFacts,
  CompetitionId,
  EntryFacts,
  EventFacts,
  MatchFacts,
  MatchInEvent,
  PersonFacts,
  StartFacts,
} from "@podium/engine";
import { associationRows, competitionRow, eventRows, type EventRow } from "../competitions/competitions.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { entryRows, type EntryRow } from "../entries/entries.ts";
import { honourRows } from "../history/history.ts";
import { medalsOf } from "../medals/medals.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { eventWithResults } from "../results/results.ts";
import { entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** A competition with its results and honours as claims are held against them; null when there is none of this id. */
export async function competitionFacts(db: Db, id: CompetitionId): Promise<CompetitionFacts | null> {
  const competition = await competitionRow(db, id);
  if (competition === undefined) return null;
  const events: EventFacts[] = [];
  const players = new Map<string, PersonFacts>();
  for (const event of await eventRows(db, id)) {
    const entries = await entryRows(db, event.id);
    for (const { id: person, family, given, names } of entries.flatMap((entry) => entry.players))
      players.set(person, { id: person, family, given, names: JSON.parse(names) });
    events.push(await eventFacts(db, { event, entries, zone: competition.zone }));
  }
  return {
    id,
    title: JSON.parse(competition.title),
    place: competition.place === null ? {} : JSON.parse(competition.place),
    from: competition.from_date,
    to: competition.to_date,
    associations: (await associationRows(db, id)).map(({ code, name }) => ({ code, name: JSON.parse(name) })),
    players: [...players.values()],
    events,
    honours: (await honourRows(db, id)).map(
      ({ year, competition: of, event, medal, association, players: names, sport }) => ({
        year,
        competition: of,
        event,
        medal,
        association,
        players: JSON.parse(names),
        ...(sport === null ? {} : { sport }),
      }),
    ),
  };
}

async function eventFacts(
  db: Db,
  { event, entries, zone }: { event: EventRow; entries: readonly EntryRow[]; zone: string },
): Promise<EventFacts> {
  const record = await eventWithResults(db, event.id);
  const rows = new Map((record?.rows ?? []).map((row) => [row.code, row]));
  const matches = mainDrawLast(record?.state.matches ?? []).flatMap((match): MatchFacts[] => {
    const { home, away } = match.entries;
    if (home === null || away === null || match.result === null || match.status !== "over") return [];
    const row = rows.get(match.code);
    const { gamesWon } = match.result.outcome;
    return [
      {
        id: `${event.id}/${match.code}`,
        round: isOfMainDraw(match) ? match.round : null,
        home,
        away,
        winner: match.winner,
        by: match.result.outcome.by,
        games: match.result.games.map((game) => [game.home, game.away] as const),
        ...(gamesWon === undefined ? {} : { gamesWon: gamesWon && ([gamesWon.home, gamesWon.away] as const) }),
        start: row === undefined ? null : startOf(row, zone),
        table: row?.table_name ?? null,
      },
    ];
  });
  return {
    id: event.id,
    title: JSON.parse(event.title),
    sport: event.sport,
    kind: event.kind,
    bestOf: event.best_of,
    entries: entries.map(entryFacts),
    matches,
    medals: await medalsOf(db, event.id),
    complete: record?.state.complete ?? false,
  };
}

/** A text that names a round speaks of the main draw; a round of the qualification or of a plate has the name of none. */
function isOfMainDraw({ phase, phaseCode }: MatchInEvent): boolean {
  return phase === "knock-out" && (phaseCode ?? "main") === "main";
}

/** Who played a plate was out of the event where the main draw ended for it. */
function mainDrawLast(matches: readonly MatchInEvent[]): MatchInEvent[] {
  return [...matches.filter((match) => !isOfMainDraw(match)), ...matches.filter(isOfMainDraw)];
}

export function entryFacts({ code, players, name, association, seed, rank, unranked }: EntryRow): EntryFacts {
  return {
    code: entryCode(code),
    players: players.map(({ id }) => id),
    ...(name === null ? {} : { name: JSON.parse(name) }),
    association,
    seed,
    rank,
    unranked: unranked === 1,
  };
}

/** When a match began, by the clock there; the day alone where the hour is not known. */
export function startOf({ day, start_ms: ms }: StoredMatchRow, zone: string): StartFacts | null {
  if (day !== null) return { date: day, minute: null, offset: null };
  return ms === null ? null : wallClock(zone, Number(ms));
}
