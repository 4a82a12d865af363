import type { BySide } from "../sides.ts";

/** Who plays: a player, a pair or a team. A match between two teams is a tie; the matches that it is made of are its rubbers. */
export type EntryKind = "singles" | "doubles" | "team";

/** When a tie between two teams is over, and what it is worth in a table. */
export interface TieRules {
  /** What its score counts: rubbers won, or games won in all of them. */
  readonly counts: "rubbers" | "games";
  /** How many of these there are at most. */
  readonly of: number;
  /** How many win the tie; null where all are played, whatever the score. */
  readonly wonBy: number | null;
  /** Match points in a table, where they are not those of the ranking law. */
  readonly points?: { readonly won: number; readonly drawn: number; readonly lost: number };
}

/** What was agreed before the first service. */
export interface MatchRules {
  /** File name in sports/: "table-tennis", "badminton", ... */
  readonly sport: string;
  /** Which edition of the laws; the sport's usual one when left out. A match begun always names it. */
  readonly edition?: string;
  /** Instead of an edition: the ISO date whose laws apply. */
  readonly on?: string;
  /** In a tie between two teams `team`: its log holds scores alone, what is played are its rubbers. */
  readonly kind: EntryKind;
  /** Best of this many games, odd; of a tie, what each of its rubbers is. */
  readonly bestOf: number;
  /** Of a tie: how it is won. */
  readonly tie?: TieRules;
  /** Points that each side has at the start of every game, where the weaker one is given some. */
  readonly handicap?: BySide<number>;
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
