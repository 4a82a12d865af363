import assert from "node:assert/strict";
import { test } from "node:test";
import { onceATap } from "./one-tap.ts";

const cases: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ["a finger that bounces taps once", [5000, 5060], [5000]],
  ["two fingers at once are one tap", [5000, 5000], [5000]],
  ["a key held down is one tap, however long", [5000, 5033, 5066, 5099, 5132, 5165], [5000]],
  ["two rallies recorded as fast as a finger can both count", [5000, 5150], [5000, 5150]],
  ["five taps in a row to catch up all count", [5000, 5120, 5240, 5360, 5480], [5000, 5120, 5240, 5360, 5480]],
  ["the very first tap counts", [0], [0]],
];
for (const [law, timesMs, counted] of cases)
  test(law, () => {
    const isAgain = onceATap();
    assert.deepEqual(
      timesMs.filter((atMs) => !isAgain({ atMs, on: "half", byKey: false })),
      counted,
    );
  });

test("a finger that bounces onto what its touch brought taps once; a key on another control is meant", () => {
  for (const byKey of [false, true]) {
    const isAgain = onceATap();
    assert.equal(isAgain({ atMs: 5000, on: "start", byKey }), false);
    assert.equal(isAgain({ atMs: 5040, on: "half", byKey }), !byKey);
  }
});

test("a key held down on one control is one tap", () => {
  const isAgain = onceATap();
  const taps = [0, 33, 66, 99, 132].map((atMs) => isAgain({ atMs, on: "half", byKey: true }));
  assert.deepEqual(taps, [false, true, true, true, true]);
});
