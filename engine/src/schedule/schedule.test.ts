import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { broken, earliestEnd } from "./checker.testing.ts";
import { anyDay } from "./days.testing.ts";
import type { MatchToSchedule, ScheduleRequest } from "./request.ts";
import { type Schedule, greedyEnd, scheduled } from "./schedule.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

function schedule(request: ScheduleRequest, layings = 20_000): Schedule {
  const answer = scheduled(request, { layings });
  if (isRefused(answer)) throw new Error(answer.message);
  assert.deepEqual(broken(request, answer), []);
  return answer;
}

const day = (more: Partial<ScheduleRequest>): ScheduleRequest => ({
  tables: ["1", "2"],
  from: 600,
  restMinutes: 20,
  matches: [],
  ...more,
});
const match = (id: string, more: Partial<MatchToSchedule> = {}): MatchToSchedule => ({
  id,
  people: [],
  minutes: 30,
  after: [],
  ...more,
});
const matches = (count: number, more: Partial<MatchToSchedule> = {}) =>
  Array.from({ length: count }, (_, index) => match(`m${index + 1}`, more));

/** Everybody meets everybody once. */
const group = (name: string, size: number) =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b) =>
      match(`${name}${b}-${a}`, {
        people: [`${name}${a}`, `${name}${b}`],
      }),
    ),
  ).flat();

const OPTIMUM: Record<string, readonly [ScheduleRequest, number]> = {
  "no match": [day({}), 600],
  "one match": [day({ matches: [match("a")] }), 630],
  "five on two tables": [day({ matches: matches(5) }), 690],
  "the rest of a person": [day({ matches: matches(3, { people: ["KIM"] }) }), 730],
  "the rest of those who play on": [
    day({ matches: [match("sf1"), match("sf2"), match("final", { after: ["sf1", "sf2"] })] }),
    680,
  ],
  "rest that goes on during a break": [
    day({ matches: matches(2, { people: ["KIM"] }), breaks: [{ from: 630, to: 650 }] }),
    680,
  ],
  "a match that ends when the break begins and one that begins when it ends": [
    day({ tables: ["1"], matches: matches(2), breaks: [{ from: 630, to: 660 }] }),
    690,
  ],
  "a match that does not fit before the break": [
    day({
      tables: ["1"],
      matches: matches(2),
      breaks: [
        { from: 640, to: 660 },
        { from: 680, to: 700 },
      ],
    }),
    730,
  ],
  "a match that may not begin before its hour": [day({ matches: [match("final", { notBefore: 1_020 })] }), 1_050],
  "three finals on one table": [day({ matches: matches(3, { tables: ["2"] }) }), 690],
  "four on two of three tables": [day({ tables: ["1", "2", "3"], matches: matches(4, { tables: ["1", "2"] }) }), 660],
  "a group of four with time to rest": [day({ matches: group("g", 4) }), 730],
  "two groups of four that rest in turns": [
    day({ restMinutes: 30, matches: [...group("g", 4), ...group("h", 4)] }),
    780,
  ],
  "a day that goes on past midnight": [day({ from: 1_430, matches: matches(2) }), 1_460],
};

for (const [name, [request, end]] of Object.entries(OPTIMUM)) {
  test(`ends as early as can be: ${name}`, () => {
    const answer = schedule(request);
    assert.equal(answer.end, end);
    assert.equal(answer.bound, end);
  });
}

test("a final table that is kept free by playing the others elsewhere", () => {
  const request = day({ matches: [...matches(2), match("final", { tables: ["1"], minutes: 60 })] });
  assert.equal(schedule(request).end, 660);
});

test(`no constraint is ever broken, and no end is later than with a greedy (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyDay({ matches: 24, tables: 4, people: 10, minutes: 40 }), (request) => {
      const answer = schedule(request);
      assert.ok(answer.end <= Number(greedyEnd(request)));
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test(`no schedule ends before the bound, tried in every order (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyDay({ matches: 5, tables: 2, people: 4, minutes: 5 }), (request) => {
      const answer = schedule(request);
      const optimum = earliestEnd(request);
      assert.ok(answer.bound <= optimum, `bound ${answer.bound}, optimum ${optimum}`);
      assert.equal(answer.end, optimum);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test(`the same day is always scheduled the same (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyDay({ matches: 20, tables: 3, people: 8, minutes: 30 }), (request) => {
      assert.deepEqual(schedule(request), schedule(request));
    }),
    { seed: SEED, numRuns: 20 },
  );
});

const REFUSED: Record<string, readonly [ScheduleRequest, Record<string, string>]> = {
  "table-twice": [day({ tables: ["1", "1"] }), { table: "1" }],
  "match-twice": [day({ matches: [match("a"), match("a")] }), { match: "a" }],
  "person-twice": [day({ matches: [match("a", { people: ["KIM", "KIM"] })] }), { match: "a", person: "KIM" }],
  "unknown-match": [day({ matches: [match("a", { after: ["b"] })] }), { match: "a", after: "b" }],
  "unknown-table": [day({ matches: [match("a", { tables: ["1", "9"] })] }), { match: "a", table: "9" }],
  "no-table": [day({ tables: [], matches: [match("a")] }), { match: "a" }],
  cycle: [
    day({
      matches: [
        match("x"),
        match("a", { after: ["x", "b"] }),
        match("b", { after: ["c"] }),
        match("c", { after: ["a"] }),
      ],
    }),
    { matches: "a, b, c" },
  ],
};

for (const [code, [request, detail]] of Object.entries(REFUSED)) {
  test(`refused, with those who stand in the way: ${code}`, () => {
    const answer = scheduled(request);
    assert.ok(isRefused(answer));
    assert.equal(answer.code, code);
    assert.deepEqual(answer.detail, detail);
    for (const name of Object.values(detail)) assert.ok(answer.message.includes(name), answer.message);
  });
}

test("a match that waits for itself is refused, and so is a break that ends before it begins", () => {
  const own = scheduled(day({ matches: [match("a", { after: ["a"] })] }));
  assert.ok(isRefused(own) && own.code === "cycle");
  const backwards = scheduled(day({ breaks: [{ from: 700, to: 690 }] }));
  assert.ok(isRefused(backwards) && backwards.code === "break-backwards");
});

test(`breaks that overlap or touch are one break (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      anyDay({ matches: 8, tables: 2, people: 4, minutes: 20 }),
      fc.nat(60),
      fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
      (request, at, cuts) => {
        const [from, to] = [request.from + at, request.from + at + 60];
        const pieces = cuts.flatMap((cut) => [
          { from: from + cut, to },
          { from, to: from + cut },
        ]);
        assert.deepEqual(
          schedule({ ...request, breaks: [...pieces, { from: from + 20, to: from + 40 }] }, 500),
          schedule({ ...request, breaks: [{ from, to }] }, 500),
        );
      },
    ),
    { seed: SEED, numRuns: 40 },
  );
});

test("a ladder on which every match waits for both of the round before is walked once", () => {
  const rungs = Array.from({ length: 60 }, (_, rung) =>
    ["l", "r"].map((side) => match(`${side}${rung}`, rung === 0 ? {} : { after: [`l${rung - 1}`, `r${rung - 1}`] })),
  ).flat();
  assert.equal(schedule(day({ matches: rungs.toReversed() }), 500).end, 600 + 60 * 30 + 59 * 20);
});
