import type { BySide } from "../sides.ts";

/** What was agreed before the first service. */
export interface MatchRules {
  /** File name in sports/: "table-tennis", "badminton", ... */
  readonly sport: string;
  /** Which edition of the laws; the sport's usual one when left out. A match begun always names it. */
  readonly edition?: string;
  /** Instead of an edition: the ISO date whose laws apply. */
  readonly on?: string;
  readonly kind: "singles" | "doubles";
  /** Best of this many games, odd. */
  readonly bestOf: number;
  /** False when nobody noted who served: rallies count, and the service stays null. */
  readonly serviceKnown?: boolean;
  /** Every game of bestOf is played, as in the mixed team format. */
  readonly allGames?: boolean;
  /** The last card each side brings from an earlier match of the same team match; a pair brings the higher of its players'. */
  readonly carriedCards?: BySide<Card | null>;
  /** Penalty points left over from the match before in the same team match, for the side that receives them. */
  readonly carriedPoints?: BySide<number>;
}

/** Yellow warns; yellow and red together give one, then two points; red alone is the referee's disqualification. */
export const CARDS = ["yellow", "yellow-red-1", "yellow-red-2", "red"] as const;
export type Card = (typeof CARDS)[number];
