import { crowding, leastCrowded } from "./crowding.ts";
import type { Drawable, Field } from "./field.ts";
import { costOfRest } from "./rest.ts";
import type { SeedBand } from "./seed-lines.ts";

/** How many seeds are tried in every arrangement before one is settled: 3 and 4, 5 to 8. */
const LOOK_AHEAD_SEEDS = 8;

/**
 * Places the seeds by lot in the lines of their bands, and the byes against them in seeding order. When the lots would break a
 * separation that other lots could keep, the balls are put back and drawn again among the arrangements that keep it.
 */
export function placeSeeds(field: Field): void {
  const seeds = field.entries.filter((entry) => entry.seed !== null);
  drawSeeds(field, seeds, () => true);
  placeByes(field);
  const cost = costOfRest(field);
  if (cost === 0 || seeds.length < 3) return;
  const { least, arrangements } = cheapestArrangements(field, seeds);
  if (least >= cost) return;
  field.urn.putBack(seeds.length);
  field.lineOf.clear();
  field.byes.clear();
  drawSeeds(field, seeds, (lines) => arrangements.some((arrangement) => lines.every((line, index) => arrangement[index] === line)));
  placeByes(field);
}

/** Draws the seeds in their order; `keeps` tells whether the lines of the first seeds can be kept. */
function drawSeeds(field: Field, seeds: readonly Drawable[], keeps: (lines: readonly number[]) => boolean): void {
  const lines: number[] = [];
  for (const seed of seeds) {
    const among = candidates(field, seeds, lines);
    const kept = lines.length < LOOK_AHEAD_SEEDS ? among.filter((line) => keeps([...lines, line])) : among;
    const line = field.urn.draw({ step: "seed", entry: seed.id, among: kept.map((one) => one + 1) });
    if (line === null) throw new Error(`no line for seed ${seed.seed}`);
    lines.push(line - 1);
    field.lineOf.set(seed.id, line - 1);
  }
}

/** The lines of the next seed's band that are free, spread the byes, and keep its association apart, in this order. */
function candidates({ size, law, entries }: Field, seeds: readonly Drawable[], lines: readonly number[]): number[] {
  const next = lines.length + 1;
  const band = bandOf(law.bands(size), next);
  const free = band.lines.map((line) => line - 1).filter((line) => !lines.includes(line));
  const byes = size - entries.length;
  const association = seeds[next - 1]?.association ?? null;
  const kin = lines.filter((_, index) => association !== null && seeds[index]?.association === association);
  return leastCrowded(free, [
    (line) => (next <= byes ? crowding(line, lines, size) : 0),
    (line) => crowding(line, kin, size),
  ]);
}

function bandOf(bands: readonly SeedBand[], seed: number): SeedBand {
  const band = bands.find(({ first, last }) => first <= seed && seed <= last);
  if (!band) throw new Error(`no line for seed ${seed}`);
  return band;
}

/**
 * Byes against the seeds in seeding order (ITTF 3.6.1); when there are more byes than seeds, against the lines on which
 * further seeds would have stood, drawn by lot so that the byes stay spread.
 */
function placeByes(field: Field): void {
  const { size, law, entries, lineOf, byes, urn } = field;
  const holders = entries.slice(0, size - entries.length).flatMap((entry) => (entry.seed === null ? [] : lineOf.get(entry.id) ?? []));
  while (holders.length < size - entries.length) {
    const band = bandOf(law.bands(size), holders.length + 1);
    const free = band.lines.map((line) => line - 1).filter((line) => !holders.includes(line));
    const among = leastCrowded(free, [(line) => crowding(line, holders, size)]);
    const line = urn.draw({ step: "bye", entry: null, among: among.map((one) => one + 1) });
    if (line === null) throw new Error("no line for a bye");
    holders.push(line - 1);
  }
  for (const line of holders) byes.add(line ^ 1);
}

/** Every arrangement of the first seeds that the lots could bring, with the least that the rest of the draw then costs. */
function cheapestArrangements(field: Field, seeds: readonly Drawable[]): { least: number; arrangements: number[][] } {
  let least = Infinity;
  let arrangements: number[][] = [];
  for (const lines of arrangementsOf(field, seeds, [])) {
    const cost = costOf(field, seeds, lines);
    if (cost < least) arrangements = [];
    if (cost <= least) arrangements.push(lines);
    least = Math.min(least, cost);
  }
  return { least, arrangements };
}

function* arrangementsOf(field: Field, seeds: readonly Drawable[], lines: readonly number[]): Generator<number[]> {
  if (lines.length === Math.min(seeds.length, LOOK_AHEAD_SEEDS)) {
    yield [...lines];
    return;
  }
  for (const line of candidates(field, seeds, lines)) yield* arrangementsOf(field, seeds, [...lines, line]);
}

/** Further seeds take the first line of their band that suits them. */
function costOf(field: Field, seeds: readonly Drawable[], lines: readonly number[]): number {
  const placed = [...lines];
  while (placed.length < seeds.length) placed.push(candidates(field, seeds, placed)[0] ?? 0);
  const lineOf = new Map(seeds.map((seed, index) => [seed.id, placed[index] ?? 0]));
  const trial: Field = { ...field, lineOf, byes: new Set() };
  const byes = field.entries.slice(0, field.size - field.entries.length).flatMap((entry) => lineOf.get(entry.id) ?? []);
  for (const line of byes) trial.byes.add(line ^ 1);
  for (const line of field.byes) if (trial.byes.size < field.byes.size) trial.byes.add(line);
  return costOfRest(trial);
}
