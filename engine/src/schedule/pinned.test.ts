import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { anyDay } from "./days.testing.ts";
import { scheduledAround } from "./pinned.ts";
import type { ScheduleRequest } from "./request.ts";
import { scheduled } from "./schedule.ts";
import { violationsOf } from "./violations.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);
const EFFORT = { layings: 2_000 };

const day: ScheduleRequest = {
  tables: ["1", "2"],
  from: 600,
  restMinutes: 10,
  matches: [
    { id: "a", people: ["KIM"], minutes: 30, after: [] },
    { id: "b", people: ["LEE"], minutes: 30, after: [] },
    { id: "final", people: [], minutes: 30, after: ["a", "b"] },
  ],
};

test("a final that is pinned to its table and hour stays there, and those before it stand before it", () => {
  const final = { match: "final", table: "2", start: 780 };
  const schedule = scheduledAround(day, [final]);
  assert.ok(!isRefused(schedule));
  assert.deepEqual(schedule.plan[2], final);
  assert.deepEqual(violationsOf(day, schedule.plan), []);
  assert.deepEqual([schedule.end, schedule.bound], [810, 810]);
});

test("a pin that breaks something stays all the same, and what it breaks can be told", () => {
  const schedule = scheduledAround(day, [{ match: "final", table: "1", start: 600 }]);
  assert.ok(!isRefused(schedule));
  assert.equal(schedule.plan[2]?.start, 600);
  assert.deepEqual(
    violationsOf(day, schedule.plan).map(({ code }) => code),
    ["not-fed", "not-fed"],
  );
});

test("without a pin it is the schedule", () => {
  assert.deepEqual(scheduledAround(day, [], EFFORT), scheduled(day, EFFORT));
});

test("a pin of a match or a table that is not there is refused", () => {
  for (const pin of [
    { match: "none", table: "1", start: 600 },
    { match: "a", table: "9", start: 600 },
  ])
    assert.ok(isRefused(scheduledAround(day, [pin])), JSON.stringify(pin));
});

test("pinned where they were laid, any matches of any day leave a schedule that breaks nothing", () => {
  fc.assert(
    fc.property(anyDay({ matches: 12, tables: 3, people: 6, minutes: 40 }), fc.nat(), (request, chosen) => {
      const free = scheduled(request, EFFORT);
      if (isRefused(free)) return;
      const pinned = free.plan.filter((_, index) => (chosen >> index) % 2 === 1);
      const around = scheduledAround(request, pinned, EFFORT);
      assert.ok(!isRefused(around));
      for (const pin of pinned)
        assert.deepEqual(
          around.plan.find(({ match }) => match === pin.match),
          pin,
        );
      const others = violationsOf(request, around.plan).filter(
        (broken) =>
          !pinned.some(({ match }) => match === broken.match || ("other" in broken && match === broken.other)),
      );
      assert.deepEqual(others, []);
    }),
    { seed: SEED, numRuns: 200 },
  );
});
