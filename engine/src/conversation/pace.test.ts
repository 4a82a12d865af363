import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { paced } from "./pace.ts";

const pace = { everyMs: 5_000, burst: 3 };

/** Tries at the given times, one after another, and tells which were admitted. */
function tries(times: readonly number[], limit = pace): boolean[] {
  let free = 0;
  return times.map((now) => {
    const answer = paced(limit, free, now);
    free = answer.freeAtMs;
    return answer.admitted;
  });
}

test("three at once, the fourth waits for its turn", () => {
  assert.deepEqual(tries([100_000, 100_000, 100_000, 100_000, 104_999, 105_000]), [
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});

test("the wait that is told is exact", () => {
  let free = 0;
  for (const now of [0, 0, 0]) free = paced(pace, free, now).freeAtMs;
  const refused = paced(pace, free, 1_200);
  assert.equal(refused.waitMs, 3_800);
  assert.equal(paced(pace, refused.freeAtMs, 1_200 + refused.waitMs).admitted, true);
  assert.equal(paced(pace, refused.freeAtMs, 1_199 + refused.waitMs).admitted, false);
});

test("being refused costs nothing", () => {
  assert.deepEqual(tries([0, 0, 0, 1, 2, 3, 4, 5_000]), [true, true, true, false, false, false, false, true]);
});

test("what counts for many is admitted like one, and the next one waits until all of them are paid for", () => {
  const heavy = paced({ ...pace, weight: 10 }, 0, 100_000);
  assert.deepEqual(heavy, { admitted: true, freeAtMs: 150_000, waitMs: 0 });
  assert.equal(paced(pace, heavy.freeAtMs, 100_000).waitMs, 40_000);
});

test("in no stretch of time are more admitted than the burst and one a period", () => {
  const waits = fc.array(fc.nat({ max: 9_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(waits, fc.integer({ min: 1, max: 6 }), (gaps, burst) => {
      let now = 1_000_000;
      const times = gaps.map((gap) => (now += gap));
      const admitted = times.filter((_, index) => tries(times, { everyMs: 5_000, burst })[index]);
      for (const [first, from] of admitted.entries()) {
        for (const [last, to] of admitted.entries()) {
          if (last >= first) assert.ok(last - first + 1 <= burst + Math.floor((to - from) / 5_000));
        }
      }
    }),
    { numRuns: 60 },
  );
});
