import { crowding, leastCrowded } from "./crowding.ts";
import type { Field } from "./field.ts";
import { type Lot, lotFrom } from "./lot.ts";
import { type Prospect, prospectOf } from "./rest.ts";
import { bandOf } from "./seed-lines.ts";

/** So many seeds are tried in every arrangement there is; of more, one arrangement is bettered seed by seed. */
const ALL_TRIED = 8;

/** So many changes are tried at most before an arrangement counts as the best that can be made of it. */
const MOST_TRIALS = 250;

/** So many arrangements are bettered before the best of them counts as the best there is. */
const STARTS = 8;

/** Whether the lines (from 0) of the first seeds, the last one just drawn, belong to an arrangement that may be kept. It is then kept. */
export type Keeps = (lines: readonly number[]) => boolean;

interface Arrangement {
  readonly lines: readonly number[];
  readonly cost: number;
}

/** Looks for arrangements of the seeds that cost the whole draw less than this one; null when there is none. */
export function betterSeeds(field: Field, drawn: Arrangement): Keeps | null {
  return drawn.lines.length <= ALL_TRIED ? amongAll(field, drawn) : alongWitness(field, drawn);
}

/** The lines of the next seed's band that are free and keep the byes spread. */
export function bandLines({ size, law, entries }: Field, lines: readonly number[]): number[] {
  const next = lines.length + 1;
  const free = bandOf(law.bands(size), next)
    .lines.map((line) => line - 1)
    .filter((line) => !lines.includes(line));
  const hasBye = next <= size - entries.length;
  return leastCrowded(free, [(line) => (hasBye ? crowding(line, lines, size) : 0)]);
}

/** How badly a line sits with the better seeds of the next seed's association. */
export function kinCrowding({ size, entries }: Field, lines: readonly number[]): (line: number) => number {
  const association = entries[lines.length]?.association ?? null;
  const kin = lines.filter((_, index) => association !== null && entries[index]?.association === association);
  return (line) => crowding(line, kin, size);
}

/** Every arrangement that costs least and, among these, keeps the seeds best apart. */
function amongAll(field: Field, drawn: Arrangement): Keeps | null {
  const all = arrangementsOf(field, drawn.lines.length, []).map((lines) => ({
    lines,
    cost: prospect(field, lines).cost,
  }));
  const least = Math.min(...all.map(({ cost }) => cost));
  if (least >= drawn.cost) return null;
  const cheapest = all
    .filter(({ cost }) => cost === least)
    .map(({ lines }) => ({ lines, apart: crowdingOf(field, lines) }));
  const apart = Math.min(...cheapest.map((one) => one.apart));
  const kept = cheapest.filter((one) => one.apart === apart);
  return (prefix) => kept.some(({ lines }) => prefix.every((line, index) => lines[index] === line));
}

function arrangementsOf(field: Field, seeds: number, lines: readonly number[]): number[][] {
  if (lines.length === seeds) return [[...lines]];
  return bandLines(field, lines).flatMap((line) => arrangementsOf(field, seeds, [...lines, line]));
}

function crowdingOf(field: Field, lines: readonly number[]): number {
  return lines.reduce((sum, line, index) => sum + kinCrowding(field, lines.slice(0, index))(line), 0);
}

/** One arrangement that is kept in hand, and bent to every ball that it can follow without costing more. */
function alongWitness(field: Field, drawn: Arrangement): Keeps | null {
  let witness = bestOfStarts(field, drawn);
  if (witness.cost >= drawn.cost) return null;
  return (prefix) => {
    const bent = bentTo(field, witness, prefix);
    if (bent === null || bent.cost > witness.cost) return false;
    witness = bent;
    return true;
  };
}

/** The starts after the first come from lots of their own, the same in every draw, so that the search can be replayed. */
function bestOfStarts(field: Field, drawn: Arrangement): Arrangement {
  const least = leastCost(field);
  const lot = lotFrom("podium-draw/1", "look-ahead");
  let best = drawn.cost <= least ? drawn : bettered(field, drawn.lines, 0);
  for (let start = 1; start < STARTS && best.cost > least; start += 1) {
    const next = bettered(field, someArrangement(field, drawn.lines.length, lot), 0);
    if (next.cost < best.cost) best = next;
  }
  return best;
}

/** No arrangement costs less than a draw in which seeds could stand anywhere; 0 where it is open which seeds have byes on which lines. */
function leastCost(field: Field): number {
  const byes = field.size - field.entries.length;
  const bands = field.law.bands(field.size);
  const isWhole = byes === 0 || bands.some(({ last }) => last === byes);
  return isWhole ? prospectOf({ ...field, lineOf: new Map() }).cost : 0;
}

function someArrangement(field: Field, seeds: number, lot: Lot): number[] {
  const lines: number[] = [];
  while (lines.length < seeds) {
    const among = leastCrowded(bandLines(field, lines), [kinCrowding(field, lines)]);
    lines.push(among[lot.below(among.length)] ?? 0);
  }
  return lines;
}

/** The witness with its last fixed seed on the line drawn for it, the others changed as little as that takes. */
function bentTo(field: Field, witness: Arrangement, prefix: readonly number[]): Arrangement | null {
  const last = prefix.length - 1;
  const line = prefix[last] ?? 0;
  if (witness.lines[last] === line) return witness;
  const lines = exchanged(field, witness.lines, { seed: last, line });
  if (lines === null || prefix.some((one, index) => lines[index] !== one)) return null;
  const { cost } = prospect(field, lines);
  return cost <= witness.cost ? { lines, cost } : bettered(field, lines, prefix.length);
}

/** Moves seeds from `first` (from 0) on within their bands, as long as that makes the draw cheaper. */
function bettered(field: Field, start: readonly number[], first: number): Arrangement {
  let lines = start;
  let now = prospect(field, lines);
  let trials = 0;
  for (let seed = first; seed < lines.length && now.cost > 0 && trials < MOST_TRIALS; seed += 1) {
    for (const line of bandOf(field.law.bands(field.size), seed + 1).lines.map((one) => one - 1)) {
      const next = concerns(field, { lines, seed, line }, now) ? exchanged(field, lines, { seed, line }) : null;
      if (next === null || start.some((one, index) => index < first && next[index] !== one)) continue;
      trials += 1;
      const then = prospect(field, next);
      if (then.cost >= now.cost) continue;
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

/** Whether a change touches an association that does not lie evenly. */
function concerns({ entries }: Field, { lines, seed, line }: Change, { uneven }: Prospect): boolean {
  const other = lines.indexOf(line);
  const names = [entries[seed]?.association, other === -1 ? null : entries[other]?.association];
  return other !== seed && names.some((name) => name !== null && name !== undefined && uneven.has(name));
}

/** The lines with a seed on another line of its band, and whoever stood there on its old one; null when the byes would crowd. */
function exchanged(
  field: Field,
  lines: readonly number[],
  { seed, line }: { seed: number; line: number },
): number[] | null {
  const old = lines[seed] ?? 0;
  const changed = lines.map((one, index) => (index === seed ? line : one === line ? old : one));
  return byeCrowding(field, changed) > byeCrowding(field, lines) ? null : changed;
}

function byeCrowding({ size, entries }: Field, lines: readonly number[]): number {
  const holders = lines.slice(0, size - entries.length);
  return holders.reduce((sum, line, index) => sum + crowding(line, holders.slice(0, index), size), 0);
}

/** What would come of the seeds on these lines. Byes that fall to nobody seeded stay where they were drawn. */
function prospect(field: Field, lines: readonly number[]): Prospect {
  const lineOf = new Map(lines.map((line, index) => [field.entries[index]?.id ?? "", line]));
  const byes = new Set(lines.slice(0, field.size - field.entries.length).map((line) => line ^ 1));
  for (const line of field.byes) if (byes.size < field.byes.size) byes.add(line);
  return prospectOf({ ...field, lineOf, byes });
}
