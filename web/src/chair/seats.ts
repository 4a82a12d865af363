import { type MatchRules, type Seat, SEATS, type Side, sideOf } from "@podium/engine";

/** The seats that are taken on a side: one in singles, two in doubles. */
export function seatsOf({ kind }: MatchRules, side: Side): readonly Seat[] {
  return SEATS.filter((seat) => sideOf(seat) === side && (kind === "doubles" || seat.endsWith("1")));
}
