import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import {
  MOST_COMMENTS,
  acrossKey,
  bestKey,
  disputeKey,
  isValuedAcross,
  numberKey,
  siblingKey,
  wilsonLowerBound,
} from "./order.ts";

const votes = fc.nat({ max: 1_000_000 });
const number = fc.integer({ min: 1, max: MOST_COMMENTS });

/** The bound as the smaller root of the quadratic equation behind it: (p - x)² = z² x (1 - x) / n. */
function boundByItsEquation(up: number, down: number): number {
  const n = up + down;
  const zz = 1.281551565545 ** 2;
  const a = 1 + zz / n;
  const b = -(2 * (up / n) + zz / n);
  return (-b - Math.sqrt(Math.max(0, b * b - 4 * a * (up / n) ** 2))) / (2 * a);
}

const table: readonly (readonly [up: number, down: number, bound: number])[] = [
  [0, 0, 0],
  [0, 1, 0],
  [1, 0, 0.37844],
  [5, 0, 0.75274],
  [50, 50, 0.43645],
  [90, 10, 0.85486],
];

for (const [up, down, bound] of table) {
  test(`${up} for and ${down} against prove a share of ${bound}`, () => {
    assert.ok(Math.abs(wilsonLowerBound(up, down) - bound) < 0.00001, `${wilsonLowerBound(up, down)}`);
  });
}

test("the bound solves the equation it is defined by", () => {
  fc.assert(
    fc.property(votes, votes, (up, down) => {
      fc.pre(up + down > 0);
      assert.ok(Math.abs(wilsonLowerBound(up, down) - boundByItsEquation(up, down)) < 1e-6);
    }),
  );
});

test("the bound lies between nothing and the share itself", () => {
  fc.assert(
    fc.property(votes, votes, (up, down) => {
      const bound = wilsonLowerBound(up, down);
      assert.ok(bound >= 0 && bound <= (up + down === 0 ? 0 : up / (up + down)) + 1e-12);
    }),
  );
});

test("a vote for never worsens a place, a vote against never betters it", () => {
  fc.assert(
    fc.property(votes, votes, (up, down) => {
      assert.ok(bestKey(up + 1, down) <= bestKey(up, down));
      assert.ok(bestKey(up, down + 1) >= bestKey(up, down));
    }),
  );
});

test("equals keep the order of posting", () => {
  const pair = fc.tuple(number, number);
  const best =
    (up: number, down: number) =>
    (n: number): string =>
      siblingKey("best", { up, down }, n);
  fc.assert(fc.property(votes, votes, pair, (up, down, [a, b]) => best(up, down)(a) < best(up, down)(b) === a < b));
});

test("votes stand before numbers: what is proved better stands first however late it was posted", () => {
  assert.ok(siblingKey("best", { up: 2, down: 0 }, MOST_COMMENTS) < siblingKey("best", { up: 1, down: 0 }, 1));
});

test("the byte order of number keys is the order of numbers", () => {
  fc.assert(fc.property(number, number, (a, b) => numberKey(a) < numberKey(b) === a < b));
});

test("newest first is oldest first turned round", () => {
  const none = { up: 0, down: 0 };
  fc.assert(
    fc.property(
      number,
      number,
      (a, b) =>
        siblingKey("new", none, a) < siblingKey("new", none, b) ===
        siblingKey("old", none, a) > siblingKey("old", none, b),
    ),
  );
});

test("every key of a sort has the same width", () => {
  const widths = (up: number, down: number, n: number): number[] => [
    siblingKey("best", { up, down }, n).length,
    numberKey(n).length,
  ];
  fc.assert(fc.property(votes, votes, number, (up, down, n) => assert.deepEqual(widths(up, down, n), [8, 4])));
});

test("a key is a whole number from 0 to 65,535", () => {
  fc.assert(
    fc.property(
      votes,
      votes,
      (up, down) => Number.isInteger(bestKey(up, down)) && bestKey(up, down) >= 0 && bestKey(up, down) <= 65_535,
    ),
  );
});

test("the most disputed comment has many votes on both sides, evenly", () => {
  const disputed = [
    [100, 100],
    [60, 50],
    [10, 10],
    [1, 1],
    [100, 10],
    [1000, 1],
    [5, 0],
  ] as const;
  const keys = disputed.map(([up, down]) => disputeKey(up, down));
  assert.deepEqual(
    keys,
    keys.toSorted((a, b) => a - b),
  );
  assert.equal(disputeKey(0, 900), disputeKey(0, 0));
  assert.equal(disputeKey(30, 20), disputeKey(20, 30));
  assert.equal(disputeKey(40_000, 40_000), 0);
});

test("a key that is stored is four hexadecimal digits of its place, and then the comment's number", () => {
  for (const [sort, place] of [
    ["best", bestKey(60, 20)],
    ["controversial", disputeKey(60, 20)],
  ] as const) {
    const key = siblingKey(sort, { up: 60, down: 20 }, 7);
    assert.equal(key, place.toString(16).padStart(4, "0") + numberKey(7));
    assert.ok(place > 0x0f_ff && place < 0xff_ff);
  }
  assert.equal(siblingKey("controversial", { up: 1, down: 1 }, 7).slice(0, 4), "efff");
});

test("what both camps value stands before all of which that is not known, and those stand as the best", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), votes, votes, (valued, up, down) => {
      assert.ok(acrossKey(valued, 0) < acrossKey(null, 0));
      assert.equal(acrossKey(null, bestKey(up, down)) - acrossKey(null, 0), bestKey(up, down));
      assert.ok(isValuedAcross(acrossKey(valued, 0)) && !isValuedAcross(acrossKey(null, bestKey(up, down))));
    }),
  );
  assert.ok(acrossKey(0.9, 0) < acrossKey(0.4, 0));
});
