import { crowding, leastCrowded } from "./crowding.ts";
import type { Drawable, Field } from "./field.ts";
import { prospectOf } from "./rest.ts";
import { bandOf } from "./seed-lines.ts";
import { type Keeps, bandLines, betterSeeds, kinCrowding } from "./seed-search.ts";

/** Seeds times lines: 64 seeds of 256 lines. With more the balls stand as drawn, since the look-ahead would take hours. */
const MOST_LOOKED_AHEAD = 64 * 256;

/**
 * Places the seeds by lot in the lines of their bands, and the byes against them in seeding order. When the lots would break a
 * separation that other lots could keep, the balls are put back and drawn again, looking ahead over all that follows.
 */
export function placeSeeds(field: Field): void {
  const seeds = field.entries.filter((entry) => entry.seed !== null);
  const drawn = drawSeeds(field, seeds, null);
  placeByes(field);
  if (seeds.length * field.size > MOST_LOOKED_AHEAD) return;
  const { cost } = prospectOf(field);
  if (cost === 0 || seeds.length < 3) return;
  const keeps = betterSeeds(field, { lines: drawn, cost });
  if (keeps === null) return;
  field.urn.putBack(seeds.length);
  field.lineOf.clear();
  field.byes.clear();
  drawSeeds(field, seeds, keeps);
  placeByes(field);
}

/** Draws the seeds in their order, among the lines that keep their association apart, or only as `keeps` allows. Answers their lines. */
function drawSeeds(field: Field, seeds: readonly Drawable[], keeps: Keeps | null): number[] {
  const lines: number[] = [];
  for (const seed of seeds) {
    const inBand = bandLines(field, lines);
    const among = keeps === null ? leastCrowded(inBand, [kinCrowding(field, lines)]) : inBand;
    const accepts = (number: number) => keeps === null || keeps([...lines, number - 1]);
    const line = field.urn.draw({ step: "seed", entry: seed.id, among: among.map((one) => one + 1), accepts });
    if (line === null) throw new Error(`no line for seed ${seed.seed}`);
    lines.push(line - 1);
    field.lineOf.set(seed.id, line - 1);
  }
  return lines;
}

/**
 * Byes against the seeds in seeding order (ITTF 3.6.1); when there are more byes than seeds, against the lines on which
 * further seeds would have stood, drawn by lot so that the byes stay spread.
 */
function placeByes(field: Field): void {
  const { size, law, entries, lineOf, byes, urn } = field;
  const holders = entries
    .slice(0, size - entries.length)
    .flatMap((entry) => (entry.seed === null ? [] : (lineOf.get(entry.id) ?? [])));
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
