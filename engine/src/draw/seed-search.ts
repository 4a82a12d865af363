import { crowding } from "./crowding.ts";
import type { Field } from "./field.ts";
import { type Keeps, apartness, drawHolders, isSeed, linesFor, linesForNext } from "./holders.ts";
import { type Cost, compareCosts, isNothing, plus } from "./levels.ts";
import { type Lot, lotFrom } from "./lot.ts";
import { type Prospect, prospectOf } from "./rest.ts";

/** So many holders are tried in every arrangement there is; of more, one arrangement is bettered line by line. */
const ALL_TRIED = 8;

/** So many changes are tried at most before an arrangement counts as the best that can be made of it. */
const MOST_TRIALS = 250;

/** So many lines are looked at before the best arrangement counts as the best there is: 24 draws of 64, 6 of 256. */
const LINES_LOOKED_AT = 1536;

/** What has been found so often from different starts counts as the best there is, too. */
const OFTEN = 5;

/** Where the seeds stand, in their order, and behind them the lines of the byes that fall to nobody seeded. */
interface Arrangement {
  readonly lines: readonly number[];
  readonly cost: Cost;
}

/** Looks for arrangements that cost the whole draw less than this one; null when there is none. */
export function betterHolders(field: Field, drawn: Arrangement): Keeps | null {
  return drawn.lines.length <= ALL_TRIED ? amongAll(field, drawn) : alongWitness(field, drawn);
}

/** Every arrangement that costs least and, among these, keeps the seeds best apart. */
function amongAll(field: Field, drawn: Arrangement): Keeps | null {
  const seeds = field.entries.filter((entry) => entry.seed !== null).length;
  const told = new Map<string, Cost>();
  let limit = drawn.cost;
  const all = arrangementsOf(field, drawn.lines.length, []).map((lines) => {
    // Byes are all alike: only their set counts.
    const key = [...lines.slice(0, seeds), "", ...lines.slice(seeds).sort((a, b) => a - b)].join();
    const cost = told.get(key) ?? prospect(field, lines, limit).cost;
    told.set(key, cost);
    if (compareCosts(cost, limit) < 0) limit = cost;
    return { lines, cost };
  });
  const least = leastOf(all.map(({ cost }) => cost));
  if (compareCosts(least, drawn.cost) >= 0) return null;
  const best = all
    .filter(({ cost }) => compareCosts(cost, least) === 0)
    .map(({ lines }) => ({
      lines,
      apart: lines.map((line, index) => apartness(field, lines.slice(0, index))(line)).reduce(plus, []),
    }));
  const apart = leastOf(best.map((one) => one.apart));
  const kept = best.filter((one) => compareCosts(one.apart, apart) === 0);
  return (prefix) => kept.some(({ lines }) => prefix.every((line, index) => lines[index] === line));
}

function leastOf(costs: readonly Cost[]): Cost {
  return costs.reduce((least, cost) => (compareCosts(cost, least) < 0 ? cost : least));
}

function arrangementsOf(field: Field, holders: number, lines: readonly number[]): number[][] {
  if (lines.length === holders) return [[...lines]];
  return linesForNext(field, lines).flatMap((line) => arrangementsOf(field, holders, [...lines, line]));
}

/** One arrangement that is kept in hand, and bent to every ball that it can follow without costing more. */
function alongWitness(field: Field, drawn: Arrangement): Keeps | null {
  let witness = bestOfStarts(field, drawn);
  if (compareCosts(witness.cost, drawn.cost) >= 0) return null;
  return (prefix) => {
    const bent = bentTo(field, witness, prefix);
    if (bent === null || compareCosts(bent.cost, witness.cost) > 0) return false;
    witness = bent;
    return true;
  };
}

/** The starts after the first come from lots of their own, the same in every draw, so that the search can be replayed. */
function bestOfStarts(field: Field, drawn: Arrangement): Arrangement {
  const least = leastCost(field);
  const isBest = ({ cost }: Arrangement) => isNothing(cost) || (least !== null && compareCosts(cost, least) <= 0);
  const lot = lotFrom("podium-draw/2", "look-ahead");
  let best = isBest(drawn) ? drawn : bettered(field, drawn.lines, 0);
  let met = 1;
  for (let start = 1; start * field.size < LINES_LOOKED_AT && met < OFTEN && !isBest(best); start += 1) {
    const next = bettered(field, someArrangement(field, lot), 0);
    const order = compareCosts(next.cost, best.cost);
    if (order < 0) best = next;
    met = order < 0 ? 1 : met + (order === 0 ? 1 : 0);
  }
  return best;
}

/** No arrangement costs less than a draw in which seeds could stand anywhere; null where it is open which seeds have byes on which lines. */
function leastCost(field: Field): Cost | null {
  const byes = field.size - field.entries.length;
  const isWhole = byes === 0 || (isSeed(field, byes - 1) && field.bands.some(({ last }) => last === byes));
  return isWhole ? prospectOf({ ...field, lineOf: new Map() }).cost : null;
}

function someArrangement(field: Field, lot: Lot): number[] {
  return drawHolders(field, null, ({ among, accepts }) => {
    for (const left = [...among]; left.length > 0;) {
      const [line] = left.splice(lot.below(left.length), 1);
      if (line !== undefined && accepts(line)) return line;
    }
    return null;
  });
}

/** The witness with its last fixed seed on the line drawn for it, the others changed as little as that takes. */
function bentTo(field: Field, witness: Arrangement, prefix: readonly number[]): Arrangement | null {
  const last = prefix.length - 1;
  const line = prefix[last] ?? 0;
  if (witness.lines[last] === line) return witness;
  const lines = exchanged(field, witness.lines, { seed: last, line });
  if (lines === null || prefix.some((one, index) => lines[index] !== one)) return null;
  const { cost } = prospect(field, lines, witness.cost);
  return compareCosts(cost, witness.cost) <= 0 ? { lines, cost } : bettered(field, lines, prefix.length);
}

/** Moves seeds from `first` (from 0) on within their bands, as long as that makes the draw cheaper. */
function bettered(field: Field, start: readonly number[], first: number): Arrangement {
  let lines = start;
  let now = prospect(field, lines);
  let trials = 0;
  for (let seed = first; seed < lines.length && !isNothing(now.cost) && trials < MOST_TRIALS; seed += 1) {
    for (const line of linesFor(field, seed)) {
      const next = concerns(field, { lines, seed, line }, now) ? exchanged(field, lines, { seed, line }) : null;
      if (next === null || start.some((one, index) => index < first && next[index] !== one)) continue;
      trials += 1;
      const then = prospect(field, next, now.cost);
      if (compareCosts(then.cost, now.cost) >= 0) continue;
      [lines, now, seed] = [next, then, first - 1];
      break;
    }
  }
  return { lines, cost: now.cost };
}

interface Change {
  readonly lines: readonly number[];
  readonly seed: number;
  readonly line: number;
}

/** Whether a change touches an association that does not lie evenly, or a bye. */
function concerns(field: Field, { lines, seed, line }: Change, { uneven }: Prospect): boolean {
  const other = lines.indexOf(line);
  if (other === seed) return false;
  return [seed, other].some((holder) => {
    if (holder === -1) return false;
    return !isSeed(field, holder) || uneven.has(field.entries[holder]?.association ?? "");
  });
}

/** The lines with a seed on another line of its band, and whoever stood there on its old one; null when the byes would crowd. */
function exchanged(
  field: Field,
  lines: readonly number[],
  { seed, line }: { seed: number; line: number },
): number[] | null {
  const old = lines[seed] ?? 0;
  const other = lines.indexOf(line);
  if (other !== -1 && !linesFor(field, other).includes(old)) return null;
  const changed = lines.map((one, index) => (index === seed ? line : one === line ? old : one));
  return compareCosts(byeCrowding(field, changed), byeCrowding(field, lines)) > 0 ? null : changed;
}

function byeCrowding({ size, entries }: Field, lines: readonly number[]): Cost {
  const byes = lines.slice(0, size - entries.length);
  return byes.map((line, index) => crowding(byes.slice(0, index), size)(line)).reduce(plus, []);
}

/** What would come of the seeds and byes on these lines. */
function prospect(field: Field, lines: readonly number[], limit: Cost | null = null): Prospect {
  const lineOf = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (isSeed(field, index)) lineOf.set(field.entries[index]?.id ?? "", line);
  }
  const byes = new Set(lines.slice(0, field.size - field.entries.length).map((line) => line ^ 1));
  return prospectOf({ ...field, lineOf, byes }, limit);
}
