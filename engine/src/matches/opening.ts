import { lawsOfMatch, NOTHING } from "./games.ts";
import { addPoint } from "./points.ts";
import type { GameState, MatchState, Service } from "./state.ts";

/** Begins the next game; penalty points left over from the game before count in it. */
export function openGame(state: MatchState, service: Service | null): MatchState {
  const turn = service === null ? null : lawsOfMatch(state.rules).play.open(service, state.games.length === 0);
  const game: GameState = { score: NOTHING, winner: null, rallies: [], firstService: service, points: null };
  const opened: MatchState = {
    ...state,
    progress: "playing",
    games: [...state.games, game],
    service: turn?.service ?? null,
    lastService: null,
    courts: turn?.courts ?? null,
    gamePoint: null,
    matchPoint: null,
    carriedPoints: NOTHING,
    calls: [],
  };
  return withCarried(opened, state.carriedPoints);
}

function withCarried(state: MatchState, carried: MatchState["carriedPoints"]): MatchState {
  let now = state;
  for (let left = carried.home; left > 0; left -= 1) now = addPoint(now, "home");
  for (let left = carried.away; left > 0; left -= 1) now = addPoint(now, "away");
  return now;
}
