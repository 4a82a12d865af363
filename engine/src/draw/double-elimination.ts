import type { MatchCode } from "../brand.ts";
import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { planKnockOut } from "./knock-out.ts";
import type { PlannedMatch, Source } from "./plan.ts";

interface DoubleEliminationOptions {
  /** Whether who comes from below must win the final twice; yes when left out. */
  readonly secondFinal?: boolean;
  /** Stands before every round and code: `plate-`. */
  readonly prefix?: string;
  /**
   * Round by round of the upper bracket, the numbers of the matches whose losers come down, from the top of the lower one.
   * Left out, those who met above meet again as late as possible.
   */
  readonly lowerOrder?: readonly (readonly number[])[];
}

/**
 * Plans a double elimination: who loses once plays on in the lower bracket, who loses twice is out. Rounds are `w1`, `w2`, ...
 * above and `l1`, `l2`, ... below; `final` is between the winners of both, and `final-2` is played only when the one who
 * came from below wins it, since both have then lost once. Losers come down where two who met above meet again as late as
 * possible, or as the order says. Needs 4, 8, ... lines; refuses `draw-size`, `draw-phase` and `entry-twice`.
 */
export function planDoubleElimination(
  lines: readonly Source[],
  { secondFinal = true, prefix = "", lowerOrder }: DoubleEliminationOptions = {},
): PlannedMatch[] | Refusal {
  if (lines.length < 4)
    return refuse("draw-size", "A double elimination needs at least four lines.", { lines: lines.length });
  const single = planKnockOut(lines, { bronzeMatch: false });
  if (isRefused(single)) return single;
  const refusal = lowerOrder === undefined ? null : refusedOrder(lowerOrder, lines.length);
  if (refusal) return refusal;
  const comingDown = (losers: readonly Source[], round: number) =>
    lowerOrder === undefined ? null : (lowerOrder[round - 1] ?? []).flatMap((number) => losers[number - 1] ?? []);
  const matches: PlannedMatch[] = [];
  let upper = pairUp(lines, `${prefix}w1`);
  let lower: Source[] = [];
  const exchanges = [0];
  matches.push(...upper);
  for (let round = 2; upper.length > 1; round += 1) {
    const fallen = comingDown(losersOf(upper), round - 1) ?? losersOf(upper);
    upper = pairUp(winnersOf(upper), `${prefix}w${round}`);
    const minor = pairUp(round === 2 ? fallen : lower, `${prefix}l${2 * round - 3}`);
    exchanges.push(farthest(exchanges, upper.length));
    const major = pairUp(
      alternating(winnersOf(minor), comingDown(losersOf(upper), round) ?? exchanged(losersOf(upper), exchanges)),
      `${prefix}l${2 * round - 2}`,
    );
    matches.push(...upper, ...minor, ...major);
    lower = winnersOf(major);
  }
  return [...matches, ...finals([...winnersOf(upper), ...lower], { secondFinal, prefix })];
}

/** Every upper round names each of its matches once: 4, 2 and 1 of them in a draw of eight. */
function refusedOrder(order: readonly (readonly number[])[], lines: number): Refusal | null {
  const rounds = Math.log2(lines);
  const isWhole = (numbers: readonly number[] | undefined, matches: number) =>
    numbers?.length === matches &&
    numbers.every((number) => number >= 1 && number <= matches) &&
    new Set(numbers).size === matches;
  for (let round = 1; round <= rounds; round += 1) {
    const matches = lines / 2 ** round;
    if (isWhole(order[round - 1], matches) && order.length === rounds) continue;
    return refuse(
      "draw-phase",
      `lowerOrder names the matches of ${rounds} upper rounds, each once: in round ${round} the numbers from 1 to ${matches}.`,
      { round, matches },
    );
  }
  return null;
}

function finals(
  sources: readonly Source[],
  { secondFinal, prefix }: { readonly secondFinal: boolean; readonly prefix: string },
): PlannedMatch[] {
  const [final] = pairUp(sources, `${prefix}final`);
  if (!final) throw new Error("a final needs two sources");
  const first = { ...final, code: final.round as MatchCode };
  if (!secondFinal) return [first];
  const [again] = pairUp([...winnersOf([first]), ...losersOf([first])], `${prefix}final-2`);
  if (!again) throw new Error("a second final needs two sources");
  return [first, { ...again, code: again.round as MatchCode, onlyIf: { match: first.code, wonBy: "away" } }];
}

function pairUp(sources: readonly Source[], round: string): PlannedMatch[] {
  return sources.flatMap((home, index) => {
    const away = sources[index + 1];
    if (index % 2 === 1 || !away) return [];
    const order = index / 2 + 1;
    return [
      { code: `${round}-${order}` as MatchCode, phase: "knock-out" as const, round, order, group: null, home, away },
    ];
  });
}

function winnersOf(matches: readonly PlannedMatch[]): Source[] {
  return matches.map((match) => ({ from: "winner", match: match.code }));
}

function losersOf(matches: readonly PlannedMatch[]): Source[] {
  return matches.map((match) => ({ from: "loser", match: match.code }));
}

/**
 * How the losers of the next upper round change places below: loser i comes to place i ^ exchange, so that halves, quarters,
 * ... of the round change places with each other. Of each round before, `exchanges` tells the same (0 for the first). They meet
 * losers from their own part of the draw as late as possible; those of the last rounds matter most, since they have the
 * shortest way. Each meeting a round later counts a quarter.
 */
function farthest(exchanges: readonly number[], places: number): number {
  const nearness = (exchange: number) =>
    exchanges.reduce((sum, before, index) => {
      const apart = (before >> (exchanges.length - index)) ^ exchange;
      return sum + 2 ** index / 4 ** (32 - Math.clz32(apart));
    }, 0);
  let best = places - 1;
  for (let exchange = places - 2; exchange >= 0; exchange -= 1)
    if (nearness(exchange) < nearness(best)) best = exchange;
  return best;
}

function exchanged(sources: readonly Source[], exchanges: readonly number[]): Source[] {
  const exchange = exchanges.at(-1) ?? 0;
  return sources.flatMap((_, place) => sources[place ^ exchange] ?? []);
}

function alternating(first: readonly Source[], second: readonly Source[]): Source[] {
  return first.flatMap((source, index) => {
    const other = second[index];
    return other ? [source, other] : [source];
  });
}
