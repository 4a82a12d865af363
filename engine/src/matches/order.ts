import { type Refusal, refuse } from "../refusal.ts";
import { otherSide, type Seat, sideOf } from "../sides.ts";
import { firstOf, singlesService } from "../sports/seats.ts";
import type { Laws, Opening, Tally, Turn } from "../sports/sport.ts";
import { lawsOfMatch } from "./games.ts";
import type { MatchState } from "./state.ts";
import type { Service } from "../sports/positions.ts";

/** The order of serving, receiving and ends (ITTF 2.13): where everybody stands, and who opens the next game. */

/** Where everybody stands, as the state shows it. */
type Places = Pick<MatchState, "service" | "courts" | "serviceCourt" | "serverNumber" | "servingOrder">;

/** Nobody serves and nobody stands anywhere. */
export const NO_PLACES: Places = {
  service: null,
  courts: null,
  serviceCourt: null,
  serverNumber: null,
  servingOrder: null,
};

/** A turn as the state shows it, with the court its service is made from. */
export function placesOf(laws: Laws, tally: Tally, turn: Turn | null): Places {
  if (turn === null) return NO_PLACES;
  const { service, courts, serverNumber, servingOrder } = turn;
  const serviceCourt =
    service === null ? null : laws.play.serviceCourt(tally, { service, courts, serverNumber, servingOrder });
  return { service, courts, serviceCourt, serverNumber, servingOrder };
}

/** Who must open the next game; null before the first game and when nobody knows who opened the games before. */
export function openingOf({ games, rules }: MatchState): Opening | null {
  const last = games[games.length - 1];
  if (last === undefined || last.winner === null) return null;
  const at = games.findLastIndex(({ firstService }) => firstService !== null);
  const firstService = games[at]?.firstService ?? null;
  return lawsOfMatch(rules).play.opening({
    last: { winner: last.winner, score: last.score },
    known: firstService === null ? null : { firstService, gamesLater: games.length - at },
  });
}

/**
 * Whether a service can be put right with all points standing: not where points, or later choices, hang on it, nor after
 * a penalty that was no rally.
 */
export function mayCorrectOrder({ rules, cards }: MatchState): boolean {
  const { play, numbers } = lawsOfMatch(rules);
  if (numbers.cards?.takesPoint === true && cards.some(({ card }) => card !== "yellow")) return false;
  return !play.needsService && (play.laterChoice === null || rules.kind === "singles");
}

/** The service of the next game where the laws leave no choice: always in singles, never in doubles. */
export function impliedService(state: MatchState): Service | null {
  if (state.rules.kind === "doubles") return null;
  const opening = openingOf(state);
  return opening === null ? null : singlesService(opening.side);
}

/** A server and a receiver must sit at this table, on different sides. */
export function wrongSeat(
  state: MatchState,
  named: { readonly server: Seat; readonly receiver?: Seat },
): Refusal | null {
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
