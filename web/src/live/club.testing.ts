import { type EntryCode, isRefused, type LogEntry, replay, type Side } from "@podium/engine";
import type { CompetitionView, EntryView, EventCard, MatchView, Slot } from "@podium/protocol";

/** An invented match that is known rally by rally, for tests of the pages. */

export const club: CompetitionView = {
  id: "club-open",
  title: { en: "Harbour Club Open" },
  place: { en: "Harbour Hall" },
  zone: "Europe/Dublin",
  from: "2026-11-20",
  to: "2026-11-22",
  invented: true,
};

export const clubEvent: EventCard = {
  id: "club-open/ms",
  code: "ms",
  title: { en: "Singles", ko: "단식", zh: "单打" },
  kind: "singles",
  entries: 8,
  matches: 12,
  over: 4,
  live: 1,
  medals: [],
};

export function clubEntry(family: string, given: string): EntryView {
  const code = family.toLowerCase();
  return {
    id: `club-open/ms/${code}`,
    code,
    name: null,
    players: [{ id: code, family, given, names: {}, association: null }],
    association: null,
    seed: null,
    rank: null,
    handicap: null,
  };
}

const GAMES = ["hahhaahhahhhahahh", "aahahaahaahhaaaha", "hhahaahhah"] as const;

/** `h` and `a` for the winner of each rally. */
export function rallies(letters: string): Side[] {
  return [...letters].map((letter) => (letter === "h" ? "home" : "away"));
}

/** The log of the match, with a time-out of home in the first game. */
function clubLog(): LogEntry[] {
  const games = GAMES.map((letters) => rallies(letters).map((winner): LogEntry => ({ kind: "rally", winner })));
  const [first = [], ...others] = games;
  const timeOut: LogEntry[] = [{ kind: "time-out", side: "home" }, { kind: "time-out-ended" }];
  return [{ kind: "service", server: "home1" }, ...first.slice(0, 9), ...timeOut, ...first.slice(9), ...others.flat()];
}

/** A match of five under way, one game each and a third begun; or the same after away had to retire. */
export function clubMatch(isOver: boolean): MatchView {
  const log: LogEntry[] = isOver ? [...clubLog(), { kind: "retired", side: "away" }] : clubLog();
  const state = replay({ sport: "table-tennis", kind: "singles", bestOf: 5 }, log);
  if (isRefused(state)) throw new Error(state.message);
  return {
    id: "club-open/ms/a-1",
    kind: "singles",
    tie: null,
    rubber: null,
    competition: club.id,
    event: clubEvent.id,
    eventTitle: clubEvent.title,
    phase: "groups",
    phaseCode: null,
    round: "1",
    order: 1,
    group: "A",
    startMs: Date.parse("2026-11-20T10:30:00Z"),
    day: null,
    zone: club.zone,
    table: "2",
    bestOf: 5,
    handicap: null,
    calledMs: null,
    expectedMs: null,
    games: state.games.map(({ score }) => score),
    gamesWon: state.gamesWon,
    home: slotOf(clubEntry("MOREAU", "Anouk")),
    away: slotOf(clubEntry("OKAFOR", "Dami")),
    status: isOver ? "over" : "live",
    outcome: state.outcome,
    winner: state.outcome?.winner ?? null,
    version: log.length,
    invented: true,
    state,
    known: "rallies",
    marks: [
      { game: 1, afterPoints: 9, kind: "time-out", side: "home" },
      { game: 2, afterPoints: 12, kind: "card", side: "away" },
    ],
  };
}

function slotOf(entry: EntryView): Slot {
  // The codes of these entries are made above; they name entries of this event.
  return { entry, source: { from: "entry", entry: entry.code as EntryCode } };
}
