import type { Seat, Side } from "../sides.ts";
import type { Service } from "./positions.ts";

/** The player of a side who plays singles and stands first in a pair. */
export function firstOf(side: Side): Seat {
  return side === "home" ? "home1" : "away1";
}

const SINGLES: Readonly<Record<Side, Service>> = {
  home: { server: "home1", receiver: "away1" },
  away: { server: "away1", receiver: "home1" },
};

/** The only service a side can have in singles. */
export function singlesService(side: Side): Service {
  return SINGLES[side];
}
