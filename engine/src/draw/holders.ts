import { apartFrom, crowding } from "./crowding.ts";
import type { Field } from "./field.ts";
import { type Cost, cheapest } from "./levels.ts";
import { type SeedBand, bandOf } from "./seed-lines.ts";
import { type Family, Separation } from "./separation.ts";

/** Whether the lines (from 0) of the first holders, the last one just drawn, may be kept. It is then kept. */
export type Keeps = (lines: readonly number[]) => boolean;

/** The next line to be drawn before the rest: a seed's, or one that has a bye and no seed. */
interface HolderDraught {
  readonly step: "seed" | "bye";
  readonly entry: string | null;
  readonly among: readonly number[];
  readonly accepts: (line: number) => boolean;
}

/** How many lines are drawn before the rest: the seeds', or those of all byes when there are more of these. */
function holdersOf({ size, entries }: Field): number {
  return Math.max(entries.filter((entry) => entry.seed !== null).length, size - entries.length);
}

export function isSeed({ entries }: Field, holder: number): boolean {
  return (entries[holder]?.seed ?? null) !== null;
}

/**
 * Draws the seeds in their order, then the lines of the byes that are left. With `keeps` only as it allows; without it each
 * band of seeds looks ahead over its own lines. `draw` answers null when no line of the draught is accepted.
 */
export function drawHolders(
  field: Field,
  keeps: Keeps | null,
  draw: (draught: HolderDraught) => number | null,
): number[] {
  const lines: number[] = [];
  let allowed = keeps;
  for (let holder = 0; holder < holdersOf(field); holder += 1) {
    const band = bandOf(field.bands, holder + 1);
    if (keeps === null && holder + 1 === band.first) allowed = aheadInBand(field, band, lines);
    lines.push(drawHolder(field, lines, { keeps: allowed, draw }));
  }
  return lines;
}

interface Drawing {
  readonly keeps: Keeps | null;
  readonly draw: (draught: HolderDraught) => number | null;
}

/** From the lines that keep the association apart best; from the next best ones when none of these is accepted. */
function drawHolder(field: Field, lines: readonly number[], { keeps, draw }: Drawing): number {
  const seed = isSeed(field, lines.length) ? (field.entries[lines.length]?.id ?? null) : null;
  for (const allowed of keeps === null ? [null] : [keeps, null]) {
    for (let left = linesForNext(field, lines); left.length > 0;) {
      const among = cheapest(left, apartness(field, lines));
      const line = draw({
        step: seed === null ? "bye" : "seed",
        entry: seed,
        among,
        accepts: (candidate) => allowed === null || allowed([...lines, candidate]),
      });
      if (line !== null) return line;
      left = left.filter((one) => !among.includes(one));
    }
  }
  throw new Error(`no line for ${seed ?? "a bye"}`);
}

/** The lines among which the next holder is drawn: those that are free and keep the byes spread. */
export function linesForNext(field: Field, lines: readonly number[]): number[] {
  const { size, entries } = field;
  const free = linesFor(field, lines.length).filter((line) => !lines.includes(line));
  const hasBye = lines.length < size - entries.length;
  return hasBye ? cheapest(free, crowding(lines, size)) : free;
}

/** The lines (from 0) on which a holder (from 0) may stand: a seed on those of its band, a bye on one of each match. */
export function linesFor(field: Field, holder: number): number[] {
  const { bands } = field;
  const lines = isSeed(field, holder)
    ? bandOf(bands, holder + 1).lines
    : bands.flatMap((band) => (band.last <= field.size / 2 ? band.lines : []));
  return lines.map((line) => line - 1);
}

/** How far the next holder is from standing apart from the better seeds of its association. */
export function apartness(field: Field, lines: readonly number[]): (line: number) => Cost {
  return apartFrom(kinOf(field, lines), field.size);
}

/** The lines of the better seeds of the next seed's association. */
function kinOf({ entries }: Field, lines: readonly number[]): number[] {
  const { association = null, seed = null } = entries[lines.length] ?? {};
  if (seed === null || association === null) return [];
  return lines.filter((_, index) => entries[index]?.association === association);
}

/** Looks ahead over the seeds of one band, among the lines of that band. */
function aheadInBand({ size, entries }: Field, band: SeedBand, placed: readonly number[]): Keeps | null {
  const inBand = entries.slice(band.first - 1, band.last).filter(({ seed }) => seed !== null);
  if (inBand.length < 2) return null;
  const names = [...new Set(inBand.map(({ association }) => association))];
  const families = names.map((name): Family => {
    const anywhere = inBand.filter(({ association }) => association === name).length;
    const standing = placed.filter((_, index) => name !== null && entries[index]?.association === name);
    return { isSpread: name !== null, toDraw: { upper: 0, lower: 0, anywhere }, standing };
  });
  const open = band.lines.map((line) => line - 1).filter((line) => !placed.includes(line));
  const separation = new Separation({ size, open }, families);
  const last = band.first - 1 + inBand.length;
  return (lines) => {
    const association = entries[lines.length - 1]?.association ?? null;
    // What comes behind the seeds is a bye.
    return lines.length > last || separation.take(names.indexOf(association), lines.at(-1) ?? 0);
  };
}
