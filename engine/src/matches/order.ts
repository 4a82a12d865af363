import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { otherSide, sideOf } from "../sides.ts";
import type { Seat } from "../sides.ts";
import { firstOf, singlesService } from "../sports/seats.ts";
import type { Opening } from "../sports/sport.ts";
import { lawsOfMatch } from "./games.ts";
import type { MatchState, Service } from "./state.ts";

/** Who must open the next game; null before the first game and when nobody knows who opened the games before. */
export function openingOf(state: MatchState): Opening | null {
  const { games } = state;
  for (let at = games.length - 1; at >= 0; at -= 1) {
    const game = games[at];
    if (game === undefined || game.winner === null || game.firstService === null) continue;
    const { firstService, winner } = game;
    return lawsOfMatch(state.rules).play.opening({ firstService, winner, gamesLater: games.length - at });
  }
  return null;
}

/** The service of the next game where the laws leave no choice: always in singles, never in doubles. */
export function impliedService(state: MatchState): Service | null {
  if (state.rules.kind === "doubles") return null;
  const opening = openingOf(state);
  return opening === null ? null : singlesService(opening.side);
}

/** A server and a receiver must sit at this table, on different sides. */
export function wrongSeat(state: MatchState, named: { readonly server: Seat; readonly receiver?: Seat }): Refusal | null {
  const { server, receiver } = named;
  const singles = state.rules.kind === "singles";
  if (singles && [server, receiver].some((seat) => seat !== undefined && seat !== firstOf(sideOf(seat)))) {
    return refuse("no-such-player", "In singles each side has one player.");
  }
  if (receiver !== undefined && sideOf(receiver) !== otherSide(sideOf(server))) {
    return refuse("same-side", "Server and receiver play on different sides.");
  }
  return null;
}
