import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { broken } from "./checker.testing.ts";
import { anyDay } from "./days.testing.ts";
import type { ScheduleRequest } from "./request.ts";
import { violationsOf, violationsOfMove } from "./violations.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

const day: ScheduleRequest = {
  tables: ["1", "2"],
  from: 600,
  restMinutes: 15,
  breaks: [{ from: 720, to: 760 }],
  matches: [
    { id: "a", people: ["KIM"], minutes: 30, after: [] },
    { id: "b", people: ["KIM"], minutes: 30, after: [] },
    { id: "final", people: [], minutes: 30, after: ["a"], tables: ["1"], notBefore: 660 },
  ],
};

const plan = [
  { match: "a", table: "1", start: 600 },
  { match: "b", table: "2", start: 645 },
  { match: "final", table: "1", start: 660 },
];

const moves: Record<string, readonly [string, string, number, readonly object[]]> = {
  nothing: ["b", "1", 760, []],
  "a table that is taken": ["b", "1", 670, [{ code: "table-taken", match: "b", other: "final", table: "1" }]],
  "the rest of a person": ["b", "2", 640, [{ code: "no-rest", match: "b", other: "a", person: "KIM", minutes: 10 }]],
  "somebody at two tables": ["b", "2", 610, [{ code: "no-rest", match: "b", other: "a", person: "KIM", minutes: -20 }]],
  "a break": ["b", "2", 700, [{ code: "in-break", match: "b", from: 720, to: 760 }]],
  "a match that feeds it": [
    "final",
    "1",
    640,
    [
      { code: "too-early", match: "final", time: 660 },
      { code: "not-fed", match: "final", other: "a", minutes: 10 },
    ],
  ],
  "a match that it feeds": ["a", "2", 760, [{ code: "not-fed", match: "final", other: "a", minutes: -130 }]],
  "a table it may not use": ["final", "2", 690, [{ code: "table-not-allowed", match: "final", table: "2" }]],
};

for (const [name, [match, table, start, expected]] of Object.entries(moves)) {
  test(`a move is told what it would break: ${name}`, () => {
    assert.deepEqual(violationsOfMove(day, { plan, fixed: [], now: day.from }, { match, table, start }), expected);
  });
}

const tooLittle = { code: "no-rest", match: "b", other: "a", person: "KIM", minutes: 5 };

/** At 11:20: `a` was planned for 10:00, and is on from 11:05 to 11:25; `final` was planned for 11:00, and nobody has called it. */
const late: Record<string, readonly [string, number, readonly object[]]> = {
  "a time that is over": ["1", 620, [{ code: "too-early", match: "b", time: 680 }]],
  "somebody who is playing": ["2", 690, [tooLittle]],
  "a table on which a late match waits": [
    "1",
    690,
    [tooLittle, { code: "table-taken", match: "b", other: "final", table: "1" }],
  ],
};

for (const [name, [table, start, expected]] of Object.entries(late)) {
  test(`a move is held against what is being played, and not against what was planned: ${name}`, () => {
    const fixed = [{ match: "a", table: "2", start: 665, end: 685 }];
    const course = { plan, fixed, now: 680 };
    assert.deepEqual(violationsOfMove(day, course, { match: "b", table, start }), expected);
  });
}

test(`a schedule is found to break something exactly when it does (seed ${SEED})`, () => {
  const anyPlan = anyDay({ matches: 4, tables: 3, people: 5, minutes: 10 }).chain((request) =>
    fc.tuple(
      fc.constant(request),
      fc.tuple(
        ...request.matches.map(({ id }) =>
          fc.record({ match: fc.constant(id), table: fc.constantFrom(...request.tables), start: fc.nat(90) }),
        ),
      ),
    ),
  );
  let whole = 0;
  fc.assert(
    fc.property(anyPlan, ([request, plan]) => {
      const end = Math.max(
        request.from,
        ...plan.map(({ start }, index) => start + (request.matches[index]?.minutes ?? 0)),
      );
      const isBroken = broken(request, { plan, end, bound: end }).length > 0;
      if (!isBroken && plan.length > 1) whole += 1;
      assert.equal(violationsOf(request, plan).length > 0, isBroken);
    }),
    { seed: SEED, numRuns: 2_000 },
  );
  assert.ok(whole > 50, `only ${whole} schedules broke nothing`);
});
