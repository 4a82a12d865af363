import { type Side, otherSide } from "../sides.ts";
import type { CreditedMatch } from "./credit.ts";
import type { Measure } from "./ranking-law.ts";

/** What an entry's matches add up to; pairs are won and lost. */
export interface Tally {
  readonly played: number;
  readonly won: number;
  readonly lost: number;
  readonly matchPoints: number;
  readonly games: readonly [number, number];
  readonly points: readonly [number, number];
}

export const NOTHING: Tally = { played: 0, won: 0, lost: 0, matchPoints: 0, games: [0, 0], points: [0, 0] };

/** The tally with one more match, seen from its side. */
export function add(tally: Tally, match: CreditedMatch<string>, side: Side): Tally {
  const other = otherSide(side);
  const won = match.winner === side;
  return {
    played: tally.played + 1,
    won: tally.won + (won ? 1 : 0),
    lost: tally.lost + (won ? 0 : 1),
    matchPoints: tally.matchPoints + match.matchPoints[side],
    games: [tally.games[0] + match.games[side], tally.games[1] + match.games[other]],
    points: [tally.points[0] + match.points[side], tally.points[1] + match.points[other]],
  };
}

/** Numerator and denominator, both whole; 3 to 0 stands above every other ratio. */
export type Fraction = readonly [number, number];

/** The value an entry is compared by. */
export function measured(tally: Tally, measure: Measure): Fraction {
  switch (measure) {
    case "match-points": return [tally.matchPoints, 1];
    case "wins": return [tally.won, 1];
    case "played": return [tally.played, 1];
    case "match-ratio": return [tally.won, tally.lost];
    case "game-ratio": return tally.games;
    case "point-ratio": return tally.points;
    case "game-difference": return [tally.games[0] - tally.games[1], 1];
    case "point-difference": return [tally.points[0] - tally.points[1], 1];
    case "game-share": return [tally.games[0], tally.games[0] + tally.games[1]];
    case "point-share": return [tally.points[0], tally.points[0] + tally.points[1]];
  }
}

/** Compares by cross-multiplication. Nothing won and nothing lost counts as nothing won, so that the order is total. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [aWon, aLost] = comparable(a);
  const [bWon, bLost] = comparable(b);
  return aWon * bLost - bWon * aLost;
}

function comparable([won, lost]: Fraction): Fraction {
  return won === 0 && lost === 0 ? [0, 1] : [won, lost];
}
