/** The two sides of a match. Home is the upper line of the draw; it says nothing about a venue. */
export const SIDES = ["home", "away"] as const;
export type Side = (typeof SIDES)[number];

/** One value for each side. */
export type BySide<T> = { readonly [side in Side]: T };

/** The places at a table: in singles only the first of each side is taken. */
export const SEATS = ["home1", "home2", "away1", "away2"] as const;
export type Seat = (typeof SEATS)[number];

/** The opponent's side. */
export function otherSide(side: Side): Side {
  return side === "home" ? "away" : "home";
}

/** The side a seat belongs to. */
export function sideOf(seat: Seat): Side {
  return seat === "home1" || seat === "home2" ? "home" : "away";
}

const PARTNERS: Readonly<Record<Seat, Seat>> = { home1: "home2", home2: "home1", away1: "away2", away2: "away1" };

/** The other player of a pair. */
export function partnerOf(seat: Seat): Seat {
  return PARTNERS[seat];
}
