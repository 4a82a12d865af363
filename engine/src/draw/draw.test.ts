import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { batchesOf } from "./group-draw.ts";
import { type Lot, lotFrom } from "./lot.ts";
import { type DrawEntry, type DrawRequest, type Drawn, performDraw } from "./provable.ts";
import { seedLineLaw } from "./seed-lines.ts";

const SEED = process.env["PODIUM_SEED"] ?? "draw";

const knockOut = (entries: readonly DrawEntry[], more: Partial<DrawRequest> = {}): DrawRequest => ({
  sport: "table-tennis",
  format: "knock-out",
  entries,
  ...more,
});

function draw(request: DrawRequest, randomness = SEED): Drawn {
  const answer = performDraw(request, randomness);
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}

const codeOf = (request: DrawRequest) => {
  const answer = performDraw(request, SEED);
  return isRefused(answer) ? answer.code : null;
};

const ranked = (count: number, more: (index: number) => Partial<DrawEntry> = () => ({})): DrawEntry[] =>
  Array.from({ length: count }, (_, i) => ({ id: `e${i + 1}`, rank: i + 1, ...more(i) }));

const lineOf = (drawn: Drawn, seed: number) => drawn.lines.indexOf(`e${seed}`) + 1;

const SEED_LINES: Record<string, Record<number, Record<string, number[]>>> = {
  ittf: {
    8: { "1": [1], "2": [8], "3-4": [4, 5], "5-8": [2, 3, 6, 7] },
    16: { "1": [1], "2": [16], "3-4": [8, 9], "5-8": [4, 5, 12, 13], "9-16": [2, 3, 6, 7, 10, 11, 14, 15] },
    32: {
      "1": [1],
      "2": [32],
      "3-4": [16, 17],
      "5-8": [8, 9, 24, 25],
      "9-16": [4, 5, 12, 13, 20, 21, 28, 29],
      "17-32": [2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23, 26, 27, 30, 31],
    },
    64: {
      "3-4": [32, 33],
      "5-8": [16, 17, 48, 49],
      "9-16": [8, 9, 24, 25, 40, 41, 56, 57],
      "17-32": [4, 5, 12, 13, 20, 21, 28, 29, 36, 37, 44, 45, 52, 53, 60, 61],
    },
  },
  tennis: {
    16: { "3-4": [5, 12] },
    32: { "3-4": [9, 24], "5-8": [8, 16, 17, 25] },
    128: {
      "3-4": [33, 96],
      "5-8": [32, 64, 65, 97],
      "9-12": [17, 49, 80, 112],
      "13-16": [16, 48, 81, 113],
      "17-24": [9, 25, 41, 57, 72, 88, 104, 120],
      "25-32": [8, 24, 40, 56, 73, 89, 105, 121],
    },
  },
  bwf: {
    4: { "1": [1], "2": [4], "3-4": [2, 3] },
    16: { "3-4": [5, 12], "5-8": [3, 7, 10, 14], "9-16": [2, 4, 6, 8, 9, 11, 13, 15] },
    32: { "1": [1], "2": [32], "3-4": [9, 24], "5-8": [5, 13, 20, 28] },
  },
};

for (const [id, sizes] of Object.entries(SEED_LINES)) {
  for (const [size, bands] of Object.entries(sizes)) {
    test(`seed lines of ${id} in a draw of ${size}`, () => {
      const told = seedLineLaw(id)?.bands(Number(size)) ?? [];
      for (const [seeds, lines] of Object.entries(bands)) {
        const [first, last = first] = seeds.split("-").map(Number);
        assert.deepEqual(told.find((band) => band.first === first && band.last === last)?.lines, lines);
      }
    });
  }
}

test("in the smallest draws every law has the first seed at the top, the second at the bottom and two between them", () => {
  for (const id of ["ittf", "bwf", "tennis"]) {
    const bands = (size: number) =>
      seedLineLaw(id)
        ?.bands(size)
        .map(({ first, last, lines }) => [first, last, ...lines]);
    assert.deepEqual(bands(2), [
      [1, 1, 1],
      [2, 2, 2],
    ]);
    assert.deepEqual(bands(4), [
      [1, 1, 1],
      [2, 2, 4],
      [3, 4, 2, 3],
    ]);
  }
});

test("whatever the law, every line of a draw is the line of one seed", () => {
  for (const id of ["ittf", "bwf", "tennis"])
    for (const size of [2, 4, 8, 16, 32, 64, 128]) {
      const bands = seedLineLaw(id)?.bands(size) ?? [];
      const lines = bands.flatMap((band) => band.lines);
      assert.deepEqual(
        [...new Set(lines)].sort((a, b) => a - b),
        Array.from({ length: size }, (_, at) => at + 1),
      );
      for (const [index, { first, last, lines: own }] of bands.entries()) {
        assert.equal(last - first + 1, own.length, `${id} ${size}: ${first}-${last}`);
        assert.equal(first, (bands[index - 1]?.last ?? 0) + 1);
        assert.deepEqual(
          own,
          own.toSorted((a, b) => a - b),
        );
      }
    }
});

test("the seeds of Paris 2024 stand on lines a draw can give them", () => {
  const bands = seedLineLaw("ittf")?.bands(16) ?? [];
  for (const [seed, line] of [
    [1, 1],
    [2, 16],
    [3, 8],
    [4, 9],
  ] as const) {
    assert.ok(bands.find(({ first, last }) => first <= seed && seed <= last)?.lines.includes(line));
  }
});

function randomField(lot: Lot): { request: DrawRequest; size: number; seeds: number; count: number } {
  const size = [4, 8, 16, 32, 64][lot.below(5)] ?? 8;
  const count = size / 2 + 1 + lot.below(size / 2);
  const seeds = Math.max(1, Math.min(size / 2, 2 ** lot.below(6)));
  const associations = 1 + lot.below(12);
  const entries = ranked(count, () => (lot.below(4) === 0 ? {} : { association: `A${lot.below(associations)}` }));
  return {
    request: knockOut(entries, { seeds, seedLines: ["ittf", "tennis", "bwf"][lot.below(3)] ?? "ittf" }),
    size,
    seeds,
    count,
  };
}

test(`everybody stands on one line, the best 2, 4, 8, ... seeds in sections of their own, byes against the first seeds and spread (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "fields");
  for (let round = 0; round < 300; round += 1) {
    const { request, size, seeds, count } = randomField(lot);
    const drawn = draw(request, `${round}`);
    const at = `round ${round}: ${JSON.stringify(drawn.lines)}`;
    assert.deepEqual(drawn.lines.filter((id) => id !== null).sort(), request.entries.map(({ id }) => id).sort(), at);
    for (let sections = 1; sections <= seeds; sections *= 2) {
      const where = new Set(
        Array.from({ length: sections }, (_, i) => Math.floor(((lineOf(drawn, i + 1) - 1) * sections) / size)),
      );
      assert.equal(where.size, sections, at);
    }
    const byes = size - count;
    for (let seed = 1; seed <= Math.min(seeds, byes); seed += 1)
      assert.equal(drawn.lines[(lineOf(drawn, seed) - 1) ^ 1], null, at);
    for (let length = size / 2; length >= 2; length /= 2) {
      const counts = Array.from(
        { length: size / length },
        (_, i) => drawn.lines.slice(i * length, (i + 1) * length).filter((id) => id === null).length,
      );
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, at);
    }
  }
});

test(`each association is spread over the halves with a difference of one at most when there are no byes (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "full");
  for (let round = 0; round < 300; round += 1) {
    const size = [8, 16, 32][lot.below(3)] ?? 8;
    const associations = 1 + lot.below(9);
    const entries = ranked(size, () => ({ association: `A${lot.below(associations)}` }));
    const drawn = draw(knockOut(entries, { seeds: size / 4 }), `${round}`);
    for (const association of new Set(entries.map((entry) => entry.association))) {
      const upper = drawn.lines
        .slice(0, size / 2)
        .filter((id) => entries.find((entry) => entry.id === id)?.association === association).length;
      const all = entries.filter((entry) => entry.association === association).length;
      assert.ok(Math.abs(all - 2 * upper) <= 1, `round ${round}, ${association}: ${upper} of ${all}`);
    }
  }
});

test("first and second of a group come into opposite halves, the winners of groups 1 and 2 at the ends", () => {
  for (let groups = 2; groups <= 16; groups += 1) {
    const entries = Array.from({ length: groups * 2 }, (_, i) => {
      const group = String.fromCharCode(65 + (i >> 1));
      return { id: `${group}${(i % 2) + 1}`, group, place: (i % 2) + 1, association: `A${i % 5}` };
    });
    const { lines } = draw(knockOut(entries), `${groups}`);
    const isUpper = (id: string) => lines.indexOf(id) < lines.length / 2;
    assert.deepEqual([lines[0], lines.at(-1)], ["A1", "B1"]);
    for (const { group } of entries)
      assert.notEqual(isUpper(`${group}1`), isUpper(`${group}2`), `${groups} groups, ${group}`);
  }
});

test(`qualifiers are spread evenly (seed ${SEED})`, () => {
  for (let round = 0; round < 100; round += 1) {
    const { lines } = draw(
      knockOut(
        ranked(32, (i) => ({ qualifier: i >= 24, association: `A${i % 7}` })),
        { seeds: 8 },
      ),
      `${round}`,
    );
    for (const length of [16, 8, 4]) {
      for (let top = 0; top < 32; top += length) {
        const here = lines.slice(top, top + length).filter((id) => Number(id?.slice(1)) > 24).length;
        assert.equal(here, length / 4, JSON.stringify(lines));
      }
    }
  }
});

test("modified snake draws a few at a time", () => {
  const sizes = { 2: [2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 8: [4, 4], 16: [4, 4, 4, 4] };
  for (const [groups, batches] of Object.entries(sizes)) assert.deepEqual(batchesOf(Number(groups)), batches);
  const { groups } = draw({ sport: "table-tennis", format: "groups", groups: 4, entries: ranked(16) });
  assert.deepEqual(
    groups.map(({ name, entries }) => `${name} ${entries[0]}`),
    ["A e1", "B e2", "C e3", "D e4"],
  );
  const where = (entry: string) => groups.find(({ entries }) => entries.includes(entry))?.name ?? "";
  assert.deepEqual([where("e5"), where("e6")].sort(), ["C", "D"]);
  assert.deepEqual([where("e9"), where("e10")].sort(), ["A", "B"]);
});

test("a snake runs up and down in ranking order", () => {
  const { groups } = draw({ sport: "table-tennis", format: "groups", groups: 3, method: "snake", entries: ranked(9) });
  assert.deepEqual(
    groups.map(({ entries }) => entries),
    [
      ["e1", "e6", "e7"],
      ["e2", "e5", "e8"],
      ["e3", "e4", "e9"],
    ],
  );
});

test(`groups differ by one entry at most, and one association shares a group only when there are more of it than groups (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "groups");
  for (let round = 0; round < 400; round += 1) {
    const count = 1 + lot.below(12);
    const total = 2 * count + lot.below(2 * count + 1);
    const associations = 2 + lot.below(8);
    const entries = ranked(total, () => ({ association: `A${lot.below(associations)}` }));
    const { groups } = draw({ sport: "table-tennis", format: "groups", groups: count, entries }, `${round}`);
    const sizes = groups.map((group) => group.entries.length);
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
    for (const association of new Set(entries.map((entry) => entry.association))) {
      const ids = new Set(entries.filter((entry) => entry.association === association).map(({ id }) => id));
      const most = Math.max(...groups.map((group) => group.entries.filter((id) => ids.has(id)).length));
      assert.ok(
        most <= Math.ceil(ids.size / count),
        `round ${round}, ${association}: ${most} of ${ids.size} in one of ${count} groups`,
      );
    }
  }
});

test("more seeds than half the lines, or than entries with a rank, are refused; none asked for are as many as there can be", () => {
  assert.equal(codeOf(knockOut(ranked(8), { seeds: 5 })), "too-many-seeds");
  assert.equal(codeOf(knockOut(ranked(8), { seeds: 4 })), null);
  assert.equal(codeOf(knockOut([...ranked(2), { id: "x" }, { id: "y" }], { seeds: 2 })), null);
  assert.equal(
    codeOf(knockOut([...ranked(3), ...["v", "w", "x", "y", "z"].map((id) => ({ id }))], { seeds: 4 })),
    "too-many-seeds",
  );
  assert.equal(codeOf(knockOut([...ranked(3), { id: "x" }])), null);
});

test("what cannot be done is refused with the names of those it cannot be done for", () => {
  assert.equal(codeOf(knockOut(ranked(5), { size: 4 })), "too-many-entries");
  assert.equal(codeOf(knockOut(ranked(5), { size: 16 })), "too-many-byes");
  assert.equal(codeOf(knockOut(ranked(5), { size: 6 })), "draw-size");
  assert.equal(
    codeOf(
      knockOut([
        { id: "a", seed: 1 },
        { id: "b", seed: 3 },
      ]),
    ),
    "too-many-seeds",
  );
  assert.equal(codeOf(knockOut([{ id: "a", seed: 1 }, { id: "b", seed: 3 }, { id: "c" }, { id: "d" }])), "seed-order");
  assert.equal(
    codeOf({ sport: "table-tennis", format: "groups", groups: 3, entries: ranked(5) }),
    "too-few-for-groups",
  );
  const five = ranked(8, (i) => (i < 5 ? { association: "KOR" } : {}));
  const refused = performDraw(knockOut(five, { separation: "required" }), SEED);
  assert.ok(isRefused(refused));
  assert.deepEqual([refused.code, refused.detail["entries"]], ["cannot-separate", "e1, e2, e3, e4, e5"]);
});

test("equal ranks, and entries of one association without a rank, are put in order by lot", () => {
  const first = (id: string, round: number) =>
    draw(knockOut([{ id: "a", rank: 1 }, { id: "b", rank: 1 }, { id: "c" }, { id: "d" }], { seeds: 2 }), `${round}`)
      .lines[0] === id;
  const wins = Array.from({ length: 200 }, (_, round) => first("a", round)).filter(Boolean).length;
  assert.ok(wins > 60 && wins < 140, `${wins} of 200`);
});
