import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { anyDay } from "./days.testing.ts";
import { reasonsOf } from "./reasons.ts";
import type { ScheduleRequest } from "./request.ts";
import { scheduled } from "./schedule.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

const day: ScheduleRequest = {
  tables: ["3"],
  from: 800,
  restMinutes: 20,
  breaks: [{ from: 900, to: 930 }],
  matches: [
    { id: "a", people: ["KIM", "LEE"], minutes: 20, after: [] },
    { id: "b", people: ["ANN", "KIM"], minutes: 20, after: [] },
    { id: "c", people: [], minutes: 20, after: ["b"], notBefore: 880 },
    { id: "d", people: [], minutes: 30, after: [] },
  ],
};

const plan = [
  { match: "a", table: "3", start: 800 },
  { match: "b", table: "3", start: 840 },
  { match: "c", table: "3", start: 880 },
  { match: "d", table: "3", start: 930 },
];

test("a match begins when the day does, somebody has rested, its hour has come, those that feed it are over, or a break is", () => {
  assert.deepEqual(reasonsOf(day, plan), [
    { match: "a", table: "3", start: 800, because: [{ code: "day-begins", time: 800 }], possible: 800 },
    {
      match: "b",
      table: "3",
      start: 840,
      because: [{ code: "rested", time: 840, person: "KIM", match: "a" }],
      possible: 840,
    },
    {
      match: "c",
      table: "3",
      start: 880,
      because: [
        { code: "not-before", time: 880 },
        { code: "fed", time: 880, match: "b" },
      ],
      possible: 880,
    },
    { match: "d", table: "3", start: 930, because: [{ code: "break-over", time: 930 }], possible: 930 },
  ]);
});

test("a match begins when its table is free", () => {
  const matches = day.matches.map((match) => ({ ...match, people: [] }));
  const [, b] = reasonsOf({ ...day, matches }, [
    { match: "a", table: "3", start: 800 },
    { match: "b", table: "3", start: 820 },
  ]);
  assert.deepEqual(b?.because, [{ code: "table-free", time: 820, table: "3", match: "a" }]);
});

test("a match that was put later by hand has no reason, and the time when it could begin", () => {
  const [reason] = reasonsOf(day, [{ match: "d", table: "3", start: 1_000 }]);
  assert.deepEqual(reason, { match: "d", table: "3", start: 1_000, because: [], possible: 800 });
});

test(`in what the planner makes every start has its reason (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyDay({ matches: 20, tables: 3, people: 8, minutes: 30 }), (request) => {
      const schedule = scheduled(request, { layings: 2_000 });
      assert.ok(!isRefused(schedule));
      for (const reason of reasonsOf(request, schedule.plan))
        assert.ok(reason.because.length > 0, JSON.stringify(reason));
    }),
    { seed: SEED, numRuns: 100 },
  );
});
