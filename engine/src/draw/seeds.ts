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
  drawSeeds(field, seeds, null);
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

/** Draws the seeds in their order, among the lines that keep their association apart; then only as `keeps` allows. */
function drawSeeds(field: Field, seeds: readonly Drawable[], keeps: Keeps | null): void {
  const lines: number[] = [];
  for (const seed of seeds) {
    const inBand = bandLines(field, lines);
    const isSettled = keeps !== null && lines.length < LOOK_AHEAD_SEEDS;
    const among = isSettled ? inBand.filter((line) => keeps([...lines, line])) : leastCrowded(inBand, [kinCrowding(field, lines)]);
    const line = field.urn.draw({ step: "seed", entry: seed.id, among: among.map((one) => one + 1) });
    if (line === null) throw new Error(`no line for seed ${seed.seed}`);
    lines.push(line - 1);
    field.lineOf.set(seed.id, line - 1);
  }
}

/** Whether the lines (from 0) of the first seeds belong to an arrangement that may be kept. */
type Keeps = (lines: readonly number[]) => boolean;

/** The lines of the next seed's band that are free and keep the byes spread. */
function bandLines({ size, law, entries }: Field, lines: readonly number[]): number[] {
  const next = lines.length + 1;
  const free = bandOf(law.bands(size), next).lines.map((line) => line - 1).filter((line) => !lines.includes(line));
  const hasBye = next <= size - entries.length;
  return leastCrowded(free, [(line) => (hasBye ? crowding(line, lines, size) : 0)]);
}

/** How badly a line sits with the better seeds of the next seed's association. */
function kinCrowding({ size, entries }: Field, lines: readonly number[]): (line: number) => number {
  const association = entries[lines.length]?.association ?? null;
  const kin = lines.filter((_, index) => association !== null && entries[index]?.association === association);
  return (line) => crowding(line, kin, size);
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

/** The arrangements of the first seeds that cost the rest of the draw least and, among them, keep the seeds best apart. */
function cheapestArrangements(field: Field, seeds: readonly Drawable[]): { least: number; arrangements: number[][] } {
  const costs = arrangementsOf(field, seeds, []).map((lines) => ({ lines, cost: costOf(field, seeds, lines), apart: crowdingOf(field, lines) }));
  const least = Math.min(...costs.map(({ cost }) => cost));
  const cheapest = costs.filter(({ cost }) => cost === least);
  const apart = Math.min(...cheapest.map((one) => one.apart));
  return { least, arrangements: cheapest.filter((one) => one.apart === apart).map(({ lines }) => lines) };
}

function crowdingOf(field: Field, lines: readonly number[]): number {
  return lines.reduce((sum, line, index) => sum + kinCrowding(field, lines.slice(0, index))(line), 0);
}

function arrangementsOf(field: Field, seeds: readonly Drawable[], lines: readonly number[]): number[][] {
  if (lines.length === Math.min(seeds.length, LOOK_AHEAD_SEEDS)) return [[...lines]];
  return bandLines(field, lines).flatMap((line) => arrangementsOf(field, seeds, [...lines, line]));
}

/** Further seeds take the first line of their band that suits them. */
function costOf(field: Field, seeds: readonly Drawable[], lines: readonly number[]): number {
  const placed = [...lines];
  while (placed.length < seeds.length) placed.push(leastCrowded(bandLines(field, placed), [kinCrowding(field, placed)])[0] ?? 0);
  const lineOf = new Map(seeds.map((seed, index) => [seed.id, placed[index] ?? 0]));
  const trial: Field = { ...field, lineOf, byes: new Set() };
  const byes = field.entries.slice(0, field.size - field.entries.length).flatMap((entry) => lineOf.get(entry.id) ?? []);
  for (const line of byes) trial.byes.add(line ^ 1);
  for (const line of field.byes) if (trial.byes.size < field.byes.size) trial.byes.add(line);
  return costOfRest(trial);
}
