import type { EntryCode, GameState, MatchState, Side } from "@podium/engine";
import type { CompetitionView, EntryView, EventCard, MatchView } from "@podium/protocol";

/** An invented match that is known rally by rally, for tests of the pages. */

export const club: CompetitionView = {
  id: "club-open", title: { en: "Harbour Club Open" }, place: { en: "Harbour Hall" }, zone: "Europe/Dublin", from: "2026-11-20", to: "2026-11-22", invented: true,
};

export const clubEvent: EventCard = {
  id: "club-open/ms", code: "ms", title: { en: "Singles", ko: "단식", zh: "单打" }, kind: "singles", entries: 8, matches: 12, over: 4, live: 1, medals: [],
};

export function clubEntry(family: string, given: string): EntryView {
  const code = family.toLowerCase();
  return { id: `club-open/ms/${code}`, code, players: [{ id: code, family, given, names: {}, association: null }], association: null, seed: null, rank: null };
}

/** `h` and `a` for the winner of each rally. */
export function rallies(letters: string): Side[] {
  return [...letters].map((letter) => (letter === "h" ? "home" : "away"));
}

function game(letters: string, isOver: boolean): GameState {
  const won = rallies(letters);
  const home = won.filter((side) => side === "home").length;
  const score = { home, away: won.length - home };
  return { score, winner: isOver ? (score.home > score.away ? "home" : "away") : null, rallies: won, firstService: null };
}

const PLAYED = ["hahhaahhahhhahahhh", "aahahaahaahhaaahaha", "hhahaahhah"] as const;

/** A match of five under way: one game each and a third begun; or, with `isOver`, the same after two games and a retirement. */
export function clubMatch(isOver: boolean): MatchView {
  const games = PLAYED.map((letters, index) => game(letters, index < 2));
  const gamesWon = { home: 1, away: 1 };
  const outcome = isOver ? ({ winner: "home", by: "retirement" } as const) : null;
  const state: MatchState = {
    rules: { sport: "table-tennis", kind: "singles", bestOf: 5 }, progress: isOver ? "over" : "playing", games, gamesWon,
    service: isOver ? null : { server: "home1", receiver: "away1" }, homeEnd: "left", gamePoint: null, matchPoint: null, timeOutsLeft: { home: 0, away: 1 }, timeOut: null,
    cards: [], expedite: false, calls: [], mayRecord: [], outcome, startedAtMs: null, endedAtMs: null, rallies: 47,
  };
  const home = clubEntry("MOREAU", "Anouk");
  const away = clubEntry("OKAFOR", "Dami");
  return {
    id: "club-open/ms/a-1", competition: club.id, event: clubEvent.id, eventTitle: clubEvent.title, phase: "groups", round: "1", order: 1, group: "A",
    startMs: Date.parse("2026-11-20T10:30:00Z"), zone: club.zone, table: "2", bestOf: 5, games: games.map(({ score }) => score), gamesWon,
    home: { entry: home, source: { from: "entry", entry: home.code as EntryCode } }, away: { entry: away, source: { from: "entry", entry: away.code as EntryCode } },
    status: isOver ? "over" : "live", outcome, winner: outcome?.winner ?? null, version: 50, invented: true, state, known: "rallies",
    marks: [{ game: 1, afterPoints: 9, kind: "time-out", side: "home" }, { game: 2, afterPoints: 12, kind: "card", side: "away" }],
  };
}
