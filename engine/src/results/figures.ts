import { type BySide, type Side, otherSide } from "../sides.ts";
import type { CreditedMatch } from "./credit.ts";
import type { Measure } from "./ranking-law.ts";

/** What an entry's matches add up to; pairs are won and lost, and null where they are not known of every match. */
export interface Figures {
  readonly played: number;
  readonly won: number;
  readonly lost: number;
  readonly matchPoints: number;
  /** Of teams: the rubbers of all their ties. */
  readonly rubbers?: readonly [number, number] | null;
  readonly games: readonly [number, number] | null;
  readonly points: readonly [number, number] | null;
}

/** What is counted entry by entry; the rest is counted over others. */
type OwnMeasure = Exclude<Measure, OpponentsMeasure>;

/** What is counted over the opponents of an entry. */
export type OpponentsMeasure = "opponents-wins" | "opponents-wins-but-lowest" | "opponents-wins-median" | "beaten-wins";

/** A match as one of its entries sees it. */
export interface OwnMatch<Entry extends string> {
  readonly match: CreditedMatch<Entry>;
  readonly side: Side;
}

/** Adds up the matches of an entry against these opponents, or against everybody. */
export function addedUp<Entry extends string>(
  matches: readonly OwnMatch<Entry>[],
  opponents: ReadonlySet<Entry> | null,
): Figures {
  let [played, won, lost, matchPoints] = [0, 0, 0, 0];
  let rubbers: Figures["games"] | undefined;
  let games: Figures["games"] = [0, 0];
  let points: Figures["points"] = [0, 0];
  for (const { match, side } of matches) {
    const other = otherSide(side);
    if (opponents !== null && !opponents.has(match[other])) continue;
    played += 1;
    if (match.winner === side) won += 1;
    if (match.lost[side]) lost += 1;
    matchPoints += match.matchPoints[side];
    if (match.rubbers !== undefined) rubbers = plus(rubbers === undefined ? [0, 0] : rubbers, match.rubbers, side);
    games = plus(games, match.games, side);
    points = plus(points, match.points, side);
  }
  const sums = { played, won, lost, matchPoints, games, points };
  return rubbers === undefined ? sums : { ...sums, rubbers };
}

/** A sum with something unknown in it is unknown. */
function plus(sum: Figures["games"], more: BySide<number> | null, side: Side): Figures["games"] {
  return sum === null || more === null ? null : [sum[0] + more[side], sum[1] + more[otherSide(side)]];
}

/** Numerator and denominator, both whole; 3 to 0 stands above every other ratio. */
export type Fraction = readonly [number, number];

/** The value an entry is compared by; null where it is not known. */
export function measured(figures: Figures, measure: OwnMeasure): Fraction | null {
  switch (measure) {
    case "match-points":
      return [figures.matchPoints, 1];
    case "wins":
      return [figures.won, 1];
    case "played":
      return [figures.played, 1];
    case "match-ratio":
      return matches(figures);
    case "match-difference":
      return difference(matches(figures));
    case "game-ratio":
      return figures.games;
    case "point-ratio":
      return figures.points;
    case "game-difference":
      return difference(figures.games);
    case "point-difference":
      return difference(figures.points);
    case "game-share":
      return share(figures.games);
    case "point-share":
      return share(figures.points);
  }
}

/** Matches won and lost; of teams their rubbers, as far as they are known. */
function matches({ won, lost, rubbers }: Figures): Figures["games"] {
  return rubbers === undefined ? [won, lost] : rubbers;
}

/** Adds up the matches that the opponents of an entry have won: all of them, or without the lowest and the highest. */
export function opponentsMeasured(
  opponents: readonly { readonly wins: number; readonly beaten: boolean }[],
  measure: OpponentsMeasure,
): number {
  const met = measure === "beaten-wins" ? opponents.filter(({ beaten }) => beaten) : opponents;
  const wins = met.map((opponent) => opponent.wins).sort((a, b) => a - b);
  const counted =
    measure === "opponents-wins-but-lowest"
      ? wins.slice(1)
      : measure === "opponents-wins-median"
        ? wins.slice(1, -1)
        : wins;
  return counted.reduce((sum, more) => sum + more, 0);
}

function difference(sum: Figures["games"]): Fraction | null {
  return sum && [sum[0] - sum[1], 1];
}

function share(sum: Figures["games"]): Fraction | null {
  return sum && [sum[0], sum[0] + sum[1]];
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
