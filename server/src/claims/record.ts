import type {
  CompetitionFacts,
  CompetitionId,
  EntryCode,
  EntryFacts,
  EventFacts,
  MatchFacts,
  MatchInEvent,
  MatchResult,
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
    for (const player of entries.flatMap((entry) => entry.players)) players.set(player.id, personFacts(player));
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
    const row = rows.get(match.code);
    if (home === null || away === null || match.result === null || match.status !== "over") return [];
    const played = { home, away, winner: match.winner, result: match.result };
    const round = isOfMainDraw(match) ? match.round : null;
    return [{ ...matchFacts(played, row, zone), id: `${event.id}/${match.code}`, round }];
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

/** A match that is over, as its result has it. */
interface PlayedMatch {
  readonly home: EntryCode;
  readonly away: EntryCode;
  readonly winner: EntryCode | null;
  readonly result: Pick<MatchResult, "outcome" | "games">;
}

/** What is known of a match beside its id and its round; without a row neither its hour nor its table is. */
export function matchFacts(
  { home, away, winner, result: { outcome, games } }: PlayedMatch,
  row: Pick<StoredMatchRow, "day" | "start_ms" | "table_name"> | undefined,
  zone: string,
): Omit<MatchFacts, "id" | "round"> {
  const { by, gamesWon } = outcome;
  return {
    home,
    away,
    winner,
    by,
    games: games.map((game) => [game.home, game.away] as const),
    ...(gamesWon === undefined ? {} : { gamesWon: gamesWon && ([gamesWon.home, gamesWon.away] as const) }),
    start: row === undefined ? null : startOf(row, zone),
    table: row?.table_name ?? null,
  };
}

export function personFacts({ id, family, given, names }: EntryRow["players"][number]): PersonFacts {
  return { id, family, given, names: JSON.parse(names) };
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
function startOf({ day, start_ms: ms }: Pick<StoredMatchRow, "day" | "start_ms">, zone: string): StartFacts | null {
  if (day !== null) return { date: day, minute: null, offset: null };
  return ms === null ? null : wallClock(zone, Number(ms));
}
