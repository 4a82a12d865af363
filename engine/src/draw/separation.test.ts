import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { lotFrom } from "./lot.ts";
import { type DrawEntry, type Drawn, performDraw } from "./provable.ts";
import { seedLineLaw } from "./seed-lines.ts";

const SEED = process.env["PODIUM_SEED"] ?? "separation";

interface SeededField {
  readonly size: number;
  readonly entries: readonly DrawEntry[];
  readonly seeds: number;
}

/** A field of chance: some entries, few associations, a few seeds. */
function fieldOf(name: string, sizes: readonly number[]): SeededField {
  const lot = lotFrom(SEED, name);
  const size = sizes[lot.below(sizes.length)] ?? 8;
  const count = size / 2 + 1 + lot.below(size / 2);
  const associations = 1 + lot.below(Math.min(6, count));
  const byes = size - count;
  const seeds = Math.min(size / 2, Math.max(byes, lot.below(size / 2 + 1)));
  const entries = Array.from({ length: count }, (_, i) => {
    const association = lot.below(associations + 1);
    return {
      id: `e${i + 1}`,
      rank: i + 1,
      ...(association === associations ? {} : { association: `A${association}` }),
    };
  });
  return { size, entries, seeds };
}

function drawOf({ entries, seeds }: SeededField, randomness: string): Drawn {
  const drawn = performDraw({ sport: "table-tennis", format: "knock-out", entries, seeds }, randomness);
  if (isRefused(drawn)) throw new Error(drawn.message);
  return drawn;
}

type Label = string | null;

/** How unevenly the associations lie: every entry too many or too few in a half weighs 16 times one in a quarter, and so on. */
function uneven(labels: readonly Label[]): number {
  let cost = 0;
  for (const association of new Set(labels.filter((label) => label !== null))) {
    const lines = labels.flatMap((label, line) => (label === association ? [line] : []));
    let weight = 1;
    for (let length = 2; length < labels.length; length *= 2, weight *= 16) {
      const sections = labels.length / length;
      for (let section = 0; section < sections; section += 1) {
        const here = lines.filter((line) => Math.floor(line / length) === section).length;
        cost +=
          weight * Math.max(0, here - Math.ceil(lines.length / sections), Math.floor(lines.length / sections) - here);
      }
    }
  }
  return cost;
}

function labelsOf(field: SeededField, lines: readonly (string | null)[]): Label[] {
  const associationOf = new Map(field.entries.map((entry) => [entry.id, entry.association ?? null]));
  return lines.map((id) => (id === null ? null : (associationOf.get(id) ?? null)));
}

/** The least unevenness of all draws there are: every arrangement of the seeds, every way to fill the other lines. */
function leastUneven(field: SeededField): number {
  const byes = field.size - field.entries.length;
  const label = (index: number) => field.entries[index]?.association ?? null;
  let least = Infinity;
  for (const seedLines of arrangements(field)) {
    const labels: Label[] = Array.from({ length: field.size }, () => null);
    for (const [seed, line] of seedLines.entries()) labels[line] = label(seed);
    const byeLines = new Set(seedLines.slice(0, byes).map((line) => line ^ 1));
    const open = labels.flatMap((_, line) => (seedLines.includes(line) || byeLines.has(line) ? [] : [line]));
    const left = new Map<Label, number>();
    for (let index = field.seeds; index < field.entries.length; index += 1)
      left.set(label(index), (left.get(label(index)) ?? 0) + 1);
    least = Math.min(least, fillings(labels, open, left));
    if (least === 0) return 0;
  }
  return least;
}

function fillings(labels: Label[], open: readonly number[], left: Map<Label, number>): number {
  const [line, ...others] = open;
  if (line === undefined) return uneven(labels);
  let least = Infinity;
  for (const [label, count] of left) {
    if (count === 0) continue;
    left.set(label, count - 1);
    labels[line] = label;
    least = Math.min(least, fillings(labels, others, left));
    left.set(label, count);
    if (least === 0) break;
  }
  labels[line] = null;
  return least;
}

/** Seeds in every order inside their bands, as long as those with a bye stay spread. */
function* arrangements(field: SeededField, placed: readonly number[] = []): Generator<number[]> {
  if (placed.length === field.seeds) {
    yield [...placed];
    return;
  }
  const next = placed.length + 1;
  const band = seedLineLaw("ittf")
    ?.bands(field.size)
    .find(({ first, last }) => first <= next && next <= last);
  for (const line of band?.lines ?? []) {
    if (placed.includes(line - 1)) continue;
    if (next <= field.size - field.entries.length && !isSpread([...placed, line - 1], field.size)) continue;
    yield* arrangements(field, [...placed, line - 1]);
  }
}

function isSpread(lines: readonly number[], size: number): boolean {
  for (let length = size / 2; length >= 2; length /= 2) {
    const counts = Array.from(
      { length: size / length },
      (_, section) => lines.filter((line) => Math.floor(line / length) === section).length,
    );
    if (Math.max(...counts) - Math.min(...counts) > 1) return false;
  }
  return true;
}

function holds(field: SeededField, round: number): void {
  const { lines } = drawOf(field, `draw ${round}`);
  const ours = uneven(labelsOf(field, lines));
  const least = ours === 0 ? 0 : leastUneven(field);
  assert.equal(ours, least, `round ${round}: ${ours}, possible ${least}: ${JSON.stringify(labelsOf(field, lines))}`);
}

/** Few enough ways to fill the lines that all of them can be tried. */
function isSearchable({ entries, seeds }: SeededField): boolean {
  const rest = entries.slice(seeds);
  return rest.length <= 6 || new Set(rest.map((entry) => entry.association)).size <= 2;
}

test(`no draw of 2 to 8 lines breaks a separation that any draw could keep (seed ${SEED})`, () => {
  for (let round = 0; round < 4000; round += 1) holds(fieldOf(`small ${round}`, [2, 4, 8, 8, 8]), round);
});

test(`no draw of 16 lines breaks a separation that any draw could keep (seed ${SEED})`, () => {
  const fields = Array.from({ length: 700 }, (_, round) => fieldOf(`16 ${round}`, [16]));
  for (const [round, field] of fields.entries()) if (isSearchable(field)) holds(field, round);
});

test(`however the lots fall, separation is kept equally well, sixteen seeds or more included (seed ${SEED})`, () => {
  for (let round = 0; round < 25; round += 1) {
    const drawnField = fieldOf(`lots ${round}`, [32, 32, 64]);
    const field = { ...drawnField, seeds: drawnField.size / 2 };
    const costs = [0, 1, 2].map((lots) => uneven(labelsOf(field, drawOf(field, `lots ${lots}`).lines)));
    assert.equal(new Set(costs).size, 1, `round ${round}: ${costs.join(", ")}`);
  }
});

test("the first two of an association stand in different halves, the first four in different quarters", () => {
  const entries = Array.from({ length: 32 }, (_, i) => ({ id: `e${i + 1}`, rank: i + 1, association: `A${i % 4}` }));
  for (let round = 0; round < 50; round += 1) {
    const { lines } = drawOf({ size: 32, entries, seeds: 0 }, `halves ${round}`);
    for (const first of [0, 1, 2, 3]) {
      const where = (length: number, count: number) =>
        new Set(
          entries
            .filter((_, i) => i % 4 === first)
            .slice(0, count)
            .map(({ id }) => Math.floor(lines.indexOf(id) / length)),
        );
      assert.equal(where(16, 2).size, 2);
      assert.equal(where(8, 4).size, 4);
      assert.equal(where(4, 8).size, 8);
    }
  }
});
