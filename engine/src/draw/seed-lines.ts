/** Seeds that are drawn by lot among the same lines. Seeds and lines are counted from 1. */
export interface SeedBand {
  readonly first: number;
  readonly last: number;
  /** From the top. */
  readonly lines: readonly number[];
}

/** Where the seeds of a sport stand: each law fills the sections of a draw in its own corner. */
export interface SeedLineLaw {
  readonly id: string;
  readonly article: string;
  readonly bands: (size: number) => readonly SeedBand[];
}

/** A section of the draw, its lines counted from 1. */
interface Section {
  /** Number of the section from the top, from 0. */
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  readonly isUpperHalf: boolean;
}

/** ITTF 3.6.2: bottoms of odd sections and tops of even ones, halves for 3-4, quarters for 5-8 and so on. */
const ITTF_LINES: SeedLineLaw = { id: "ittf", article: "ITTF Regulations 3.6.2", bands: ittfBands };

/** BWF: tops of the sections without a seed in the upper half, bottoms in the lower. */
const BWF_LINES: SeedLineLaw = { id: "bwf", article: "BWF General Competition Regulations 12.9", bands: bwfBands };

/** ITF: after seed 8 every band is drawn in two parts, 9-12 and 13-16, 17-24 and 25-32. */
const ITF_LINES: SeedLineLaw = { id: "tennis", article: "ITF World Tennis Tour Regulations, seeding", bands: itfBands };

/** Every law of seed lines Podium knows. */
const SEED_LINE_LAWS: readonly SeedLineLaw[] = [ITTF_LINES, BWF_LINES, ITF_LINES];

/** The law by its id; null when there is none. */
export function seedLineLaw(id: string): SeedLineLaw | null {
  return SEED_LINE_LAWS.find((law) => law.id === id) ?? null;
}

/** The band in which a seed is drawn. */
export function bandOf(bands: readonly SeedBand[], seed: number): SeedBand {
  const band = bands.find(({ first, last }) => first <= seed && seed <= last);
  if (!band) throw new Error(`no line for seed ${seed}`);
  return band;
}

function ittfBands(size: number): SeedBand[] {
  const bands = firstTwo(size);
  for (let sections = 2; sections < size; sections *= 2) {
    const lines = sectionsOf(size, sections).map(({ index, top, bottom }) => (index % 2 === 0 ? bottom : top));
    bands.push({ first: sections + 1, last: 2 * sections, lines });
  }
  return bands;
}

function bwfBands(size: number): SeedBand[] {
  const bands = firstTwo(size);
  for (let sections = 4; sections <= size; sections *= 2) {
    const empty = emptySections(bands, { size, sections });
    const lines = empty.map(({ isUpperHalf, top, bottom }) => (isUpperHalf ? top : bottom));
    bands.push({ first: sections / 2 + 1, last: sections, lines });
  }
  return bands;
}

function itfBands(size: number): SeedBand[] {
  const bands = firstTwo(size);
  if (size >= 4) bands.push({ first: 3, last: 4, lines: [size / 4 + 1, (3 * size) / 4] });
  for (let sections = 8; sections <= size; sections *= 2) {
    const lines = emptySections(bands, { size, sections }).map(outerEdge);
    bands.push(...itfParts(lines, { first: sections / 2 + 1, size }));
  }
  return bands;
}

function firstTwo(size: number): SeedBand[] {
  return [
    { first: 1, last: 1, lines: [1] },
    { first: 2, last: 2, lines: [size] },
  ];
}

/** The edge that a section shares with the section twice its length. */
function outerEdge({ index, top, bottom }: Section): number {
  return index % 2 === 1 ? bottom : top;
}

function itfParts(lines: readonly number[], { first, size }: { first: number; size: number }): SeedBand[] {
  if (first <= 8) return [{ first, last: first + lines.length - 1, lines }];
  const opensSection = (line: number) => line <= size / 2 === (line % 2 === 1);
  const opening = lines.filter(opensSection);
  const closing = lines.filter((line) => !opensSection(line));
  const middle = first + opening.length;
  return [
    { first, last: middle - 1, lines: opening },
    { first: middle, last: middle + closing.length - 1, lines: closing },
  ];
}

function emptySections(bands: readonly SeedBand[], { size, sections }: { size: number; sections: number }): Section[] {
  const taken = new Set(bands.flatMap((band) => band.lines));
  return sectionsOf(size, sections).filter((section) => isEmpty(section, taken));
}

function sectionsOf(size: number, count: number): Section[] {
  const length = size / count;
  return Array.from({ length: count }, (_, index) => ({
    index,
    top: index * length + 1,
    bottom: (index + 1) * length,
    isUpperHalf: index < count / 2,
  }));
}

function isEmpty({ top, bottom }: Section, taken: ReadonlySet<number>): boolean {
  for (let line = top; line <= bottom; line += 1) if (taken.has(line)) return false;
  return true;
}
