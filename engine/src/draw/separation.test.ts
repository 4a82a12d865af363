import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { lotFrom } from "./lot.ts";
import { type DrawEntry, type Drawn, performDraw } from "./provable.ts";
import { seedLineLaw } from "./seed-lines.ts";

const SEED = process.env["PODIUM_SEED"] ?? "separation";
/** How many random draws are held against every draw there is. */
const DRAWS = Number(process.env["PODIUM_RANDOM_DRAWS"] ?? 1200);

interface SeededField {
  readonly size: number;
  /** Best first. */
  readonly entries: readonly DrawEntry[];
  readonly seeds: number;
}

/** A field of chance: some entries, few associations, a few seeds. */
function fieldOf(name: string, sizes: readonly number[]): SeededField {
  const lot = lotFrom(SEED, name);
  const size = sizes[lot.below(sizes.length)] ?? 8;
  const count = size / 2 + 1 + lot.below(size / 2);
  const associations = 1 + lot.below(Math.min(6, count));
  const seeds = lot.below(size / 2 + 1);
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

/** Number by number, the weightiest first. */
type Broken = readonly number[];

function compare(a: Broken, b: Broken): number {
  for (const [index, one] of a.entries()) if (one !== b[index]) return one - (b[index] ?? 0);
  return 0;
}

/** Halves, quarters, the first round, then what lies between: how many sections the draw has there. */
function sectionsByLaw(size: number): number[] {
  const all: number[] = [];
  for (let sections = 2; sections < size; sections *= 2) all.push(sections);
  const [halves, quarters, ...others] = all;
  const firstRound = others.pop();
  return [halves, quarters, firstRound, ...others].filter((sections) => sections !== undefined);
}

/** What one association's draw breaks: who of its first 2, 4, ... shares a half, a quarter, ..., on the lines in ranking order. */
function law(lines: readonly number[], size: number): Broken {
  return sectionsByLaw(size).map((sections) => {
    const first = lines.slice(0, sections);
    return first.length - new Set(first.map((line) => Math.floor((line * sections) / size))).size;
  });
}

/** How many are too many or too few in the halves, the quarters, ... */
function uneven(lines: readonly number[], size: number): Broken {
  const broken: number[] = [];
  for (let sections = 2; sections < size; sections *= 2) {
    let excess = 0;
    for (let section = 0; section < sections; section += 1) {
      const here = lines.filter((line) => Math.floor((line * sections) / size) === section).length;
      excess += Math.max(0, here - Math.ceil(lines.length / sections), Math.floor(lines.length / sections) - here);
    }
    broken.push(excess);
  }
  return broken;
}

function sum(all: readonly Broken[]): Broken {
  return all.reduce((total, one) => one.map((count, index) => count + (total[index] ?? 0)), []);
}

/** All that a draw breaks: the law of every association, then evenness. */
function brokenBy(field: SeededField, lines: readonly (string | null)[]): Broken {
  return sum(
    associationsOf(field).map((association) => {
      const own = field.entries.filter((entry) => entry.association === association).map(({ id }) => lines.indexOf(id));
      return [...law(own, field.size), ...uneven(own, field.size)];
    }),
  );
}

function associationsOf({ entries }: SeededField): string[] {
  return [...new Set(entries.flatMap(({ association }) => association ?? []))];
}

type Label = string | null;

/** The least that any draw breaks: every arrangement of the seeds and byes, every way to fill the other lines. */
function leastBroken(field: SeededField): Broken {
  const byes = field.size - field.entries.length;
  const label = (index: number): Label => field.entries[index]?.association ?? null;
  const left = new Map<Label, number>();
  for (let index = field.seeds; index < field.entries.length; index += 1)
    left.set(label(index), (left.get(label(index)) ?? 0) + 1);
  const known = new Map<string, Broken>();
  let least: Broken | null = null;
  const tried = new Set<string>();
  for (const held of arrangements(field)) {
    const seedLines = held.slice(0, field.seeds);
    const byeLines = held.slice(0, byes).map((line) => line ^ 1);
    const key = `${seedLines.join()} ${[...byeLines].sort((a, b) => a - b).join()}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const labels: Label[] = Array.from({ length: field.size }, () => null);
    for (const [seed, line] of seedLines.entries()) labels[line] = label(seed);
    const open = labels.flatMap((_, line) => (seedLines.includes(line) || byeLines.includes(line) ? [] : [line]));
    for (const filled of fillings(labels, open, left)) {
      const broken = sum(
        associationsOf(field).map((association) => {
          const standing = seedLines.filter((_, seed) => label(seed) === association);
          const others = open.filter((line) => filled[line] === association);
          return bestOrder(standing, others, { size: field.size, known });
        }),
      );
      if (least === null || compare(broken, least) < 0) least = broken;
      if (least.every((one) => one === 0)) return least;
    }
  }
  assert.ok(least);
  return least;
}

interface Orders {
  readonly size: number;
  readonly known: Map<string, Broken>;
}

/** The least that an association breaks on these lines, whoever of those not seeded stands on which of them. */
function bestOrder(standing: readonly number[], others: readonly number[], { size, known }: Orders): Broken {
  const key = `${standing.join()} ${others.join()}`;
  const before = known.get(key);
  if (before) return before;
  let best: Broken | null = null;
  for (const order of permutations(others)) {
    const broken = law([...standing, ...order], size);
    if (best === null || compare(broken, best) < 0) best = broken;
    if (best.every((one) => one === 0)) break;
  }
  const answer = [...(best ?? law(standing, size)), ...uneven([...standing, ...others], size)];
  known.set(key, answer);
  return answer;
}

function* permutations(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries())
    for (const rest of permutations(items.toSpliced(index, 1))) yield [item, ...rest];
}

function* fillings(labels: Label[], open: readonly number[], left: Map<Label, number>): Generator<readonly Label[]> {
  const [line, ...others] = open;
  if (line === undefined) {
    yield labels;
    return;
  }
  for (const [label, count] of left) {
    if (count === 0) continue;
    left.set(label, count - 1);
    labels[line] = label;
    yield* fillings(labels, others, left);
    left.set(label, count);
  }
  labels[line] = null;
}

/** Seeds in every order inside their bands, then byes anywhere else, as long as the byes stay spread. */
function* arrangements(field: SeededField, placed: readonly number[] = []): Generator<number[]> {
  const byes = field.size - field.entries.length;
  if (placed.length === Math.max(field.seeds, byes)) {
    yield [...placed];
    return;
  }
  const next = placed.length + 1;
  const band = seedLineLaw("ittf")
    ?.bands(field.size)
    .find(({ first, last }) => first <= next && next <= last);
  const everyMatch = Array.from({ length: field.size / 2 }, (_, match) => 2 * match + 1);
  for (const line of next <= field.seeds ? (band?.lines ?? []) : everyMatch) {
    if (placed.some((other) => other >> 1 === (line - 1) >> 1)) continue;
    if (next <= byes && !isSpread([...placed, line - 1], field.size)) continue;
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
  const ours = brokenBy(field, lines);
  if (ours.every((one) => one === 0)) return;
  const least = leastBroken(field);
  const told = lines.map((id) => `${id} ${field.entries.find((entry) => entry.id === id)?.association}`).join(", ");
  assert.deepEqual(ours, least, `round ${round}, ${field.seeds} seeds: ${told}`);
}

/** Few enough ways to fill the lines that all of them can be tried. */
function isSearchable({ entries, seeds }: SeededField): boolean {
  const rest = entries.slice(seeds);
  return rest.length <= 6 || (new Set(rest.map((entry) => entry.association)).size <= 2 && rest.length <= 10);
}

test(`no draw of 2 to 8 lines breaks what any draw could keep, ${DRAWS} times (seed ${SEED})`, () => {
  for (let round = 0; round < DRAWS; round += 1) holds(fieldOf(`small ${round}`, [2, 4, 8, 8, 8]), round);
});

test(`no draw of 16 lines breaks what any draw could keep (seed ${SEED})`, () => {
  const fields = Array.from({ length: DRAWS / 5 }, (_, round) => fieldOf(`16 ${round}`, [16]));
  for (const [round, field] of fields.entries()) if (isSearchable(field)) holds(field, round);
});

test(`however the lots fall, separation is kept equally well, sixteen seeds or more included (seed ${SEED})`, () => {
  for (let round = 0; round < DRAWS / 300; round += 1) {
    const drawnField = fieldOf(`lots ${round}`, [32, 32, 64]);
    const field = { ...drawnField, seeds: drawnField.size / 2 };
    const costs = [0, 1, 2].map((lots) => brokenBy(field, drawOf(field, `lots ${lots}`).lines).join());
    assert.equal(new Set(costs).size, 1, `round ${round}: ${costs.join(" | ")}`);
  }
});

test("the first and second of an association stand in different halves, whom ever else that leaves uneven (3.6.3.3)", () => {
  const of = (size: number, members: readonly number[]) =>
    Array.from({ length: size }, (_, i) => ({
      id: `e${i + 1}`,
      rank: i + 1,
      ...(members.includes(i + 1) ? { association: "KOR" } : {}),
    }));
  const cases: readonly (readonly [size: number, seeds: number, members: readonly number[]])[] = [
    [16, 4, [2, 4, 9]],
    [32, 8, [1, 4, 17, 20]],
    [32, 8, [2, 3, 18]],
    [16, 8, [3, 4, 10, 12, 14]],
  ];
  for (const [size, seeds, members] of cases) {
    for (let round = 0; round < 40; round += 1) {
      const { lines } = drawOf({ size, entries: of(size, members), seeds }, `first two ${round}`);
      const where = (length: number, count: number) =>
        new Set(members.slice(0, count).map((member) => Math.floor(lines.indexOf(`e${member}`) / length)));
      assert.equal(where(size / 2, 2).size, 2, `${size}: ${members.join()}: ${lines.join()}`);
      assert.equal(where(size / 4, 4).size, Math.min(4, members.length), `${size}: ${members.join()}: ${lines.join()}`);
    }
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
