import assert from "node:assert/strict";
import { test } from "node:test";
import type { CreditedMatch } from "./credit.ts";
import { addedUp, compareFractions, type Figures, type Fraction, measured } from "./figures.ts";

const FIGURES: Figures = { played: 4, won: 2, lost: 1, matchPoints: 7, games: [8, 5], points: [120, 111] };

test("what an entry is compared by", () => {
  const rows: readonly (readonly [measure: Parameters<typeof measured>[1], value: Fraction])[] = [
    ["match-points", [7, 1]],
    ["wins", [2, 1]],
    ["played", [4, 1]],
    ["match-ratio", [2, 1]],
    ["match-difference", [1, 1]],
    ["game-ratio", [8, 5]],
    ["point-ratio", [120, 111]],
    ["game-difference", [3, 1]],
    ["point-difference", [9, 1]],
    ["game-share", [8, 13]],
    ["point-share", [120, 231]],
  ];
  for (const [measure, value] of rows) assert.deepEqual(measured(FIGURES, measure), value, measure);
});

test("ratios are compared as they are, and nothing of nothing counts as nothing won", () => {
  const rows: readonly (readonly [a: Fraction, b: Fraction, order: -1 | 0 | 1])[] = [
    [[4, 3], [5, 4], 1],
    [[2, 4], [1, 2], 0],
    [[3, 0], [100, 1], 1],
    [[3, 0], [1, 0], 0],
    [[0, 3], [0, 1], 0],
    [[0, 0], [0, 2], 0],
    [[0, 0], [0, 0], 0],
    [[0, 0], [1, 9], -1],
    [[0, 0], [1, 0], -1],
    [[-2, 1], [-3, 1], 1],
  ];
  for (const [a, b, order] of rows) {
    assert.equal(Math.sign(compareFractions(a, b)), order, `${a} and ${b}`);
    assert.equal(Math.sign(compareFractions(b, a)), order === 0 ? 0 : -order, `${b} and ${a}`);
  }
});

const MATCH: CreditedMatch<string> = {
  home: "a",
  away: "b",
  winner: "home",
  lost: { home: false, away: true },
  matchPoints: { home: 2, away: 1 },
  games: { home: 3, away: 1 },
  points: { home: 40, away: 30 },
};
const UNPLAYED: CreditedMatch<string> = {
  ...MATCH,
  away: "c",
  winner: null,
  lost: { home: true, away: true },
  matchPoints: { home: 0, away: 0 },
  games: { home: 0, away: 0 },
  points: { home: 0, away: 0 },
};

test("figures are added up over everybody, or over the matches against some", () => {
  const own = [
    { match: MATCH, side: "home" },
    { match: UNPLAYED, side: "home" },
  ] as const;
  assert.deepEqual(addedUp(own, null), {
    played: 2,
    won: 1,
    lost: 1,
    matchPoints: 2,
    games: [3, 1],
    points: [40, 30],
  });
  assert.deepEqual(addedUp(own, new Set(["c"])), {
    played: 1,
    won: 0,
    lost: 1,
    matchPoints: 0,
    games: [0, 0],
    points: [0, 0],
  });
  assert.deepEqual(addedUp([{ match: MATCH, side: "away" }], null), {
    played: 1,
    won: 0,
    lost: 1,
    matchPoints: 1,
    games: [1, 3],
    points: [30, 40],
  });
});
