import { lawsOfMatch, NOTHING, timeOutsAtStart } from "./games.ts";
import { addPenaltyPoint } from "./points.ts";
import { placesOf } from "./places.ts";
import type { GameState, MatchState, Service } from "./state.ts";

/** Begins the next game; penalty points left over from the game before count in it. */
export function openGame(state: MatchState, service: Service | null): MatchState {
  const laws = lawsOfMatch(state.rules);
  const turn = service === null ? null : laws.play.open(service, state.rules.kind);
  const nothing = { score: NOTHING, points: laws.play.noPoints };
  const game: GameState = { ...nothing, winner: null, rallies: [], firstService: service };
  const opened: MatchState = {
    ...state,
    progress: "playing",
    games: [...state.games, game],
    ...placesOf(laws, nothing, turn),
    lastService: null,
    timeOutsLeft: laws.numbers.timeOuts?.per === "game" ? timeOutsAtStart(laws) : state.timeOutsLeft,
    gamePoint: null,
    matchPoint: null,
    carriedPoints: NOTHING,
    calls: [],
  };
  return withCarried(opened, state.carriedPoints);
}

function withCarried(state: MatchState, carried: MatchState["carriedPoints"]): MatchState {
  let now = state;
  for (let left = carried.home; left > 0; left -= 1) now = addPenaltyPoint(now, "home");
  for (let left = carried.away; left > 0; left -= 1) now = addPenaltyPoint(now, "away");
  return now;
}
