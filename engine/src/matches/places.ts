import type { Laws, Tally, Turn } from "../sports/sport.ts";
import type { MatchState } from "./state.ts";

/** Where everybody stands, as the state shows it. */
export type Places = Pick<MatchState, "service" | "courts" | "serviceCourt" | "serverNumber" | "servingOrder">;

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
