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
      timesMs.filter((atMs) => !isAgain(atMs)),
      counted,
    );
  });
