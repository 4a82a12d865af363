import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { anyDay } from "./days.testing.ts";
import { Narrowing, type Windows } from "./narrowing.ts";
import { problemOf } from "./problem.ts";
import type { MatchToSchedule, ScheduleRequest } from "./request.ts";
import { resourcesOf } from "./resources.ts";
import { greedyEnd, type Schedule, scheduled } from "./schedule.ts";
import { fits, fitsBefore, sessionsOf } from "./sessions.ts";
import { shaved } from "./shaving.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260711);
const FROM = 600;

/** The windows of a day that is over by some minute, narrowed; null when nothing has a place. */
function narrowed(request: ScheduleRequest, end: number, mostSteps = 0): Windows | null {
  const problem = problemOf(request);
  const narrowing = new Narrowing(problem, resourcesOf(problem));
  const last = Math.floor((end - request.from) / problem.unit);
  const windows = { heads: problem.release.slice(), deadlines: new Int32Array(problem.size).fill(last) };
  if (!narrowing.narrow(windows)) return null;
  const trying = { narrowing, hasRoom: () => true, mostSteps };
  return mostSteps === 0 || shaved(problem, windows, trying) ? windows : null;
}

/** In minutes of the day. */
function inMinutes(
  request: ScheduleRequest,
  end: number,
  mostSteps = 0,
): readonly (readonly [number, number])[] | null {
  const { unit } = problemOf(request);
  const windows = narrowed(request, end, mostSteps);
  const minute = (time = 0) => request.from + time * unit;
  return windows && [...windows.heads].map((head, match) => [minute(head), minute(windows.deadlines[match])]);
}

function match(id: string, people: string, more: Partial<MatchToSchedule> = {}): MatchToSchedule {
  return { id, people: people.split(""), minutes: 30, after: [], ...more };
}

function day(matches: readonly MatchToSchedule[], more: Partial<ScheduleRequest> = {}): ScheduleRequest {
  return { tables: ["1", "2", "3", "4"], from: FROM, restMinutes: 10, matches, ...more };
}

const WINDOWS: Readonly<
  Record<string, readonly [ScheduleRequest, number, readonly (readonly [number, number])[] | null]>
> = {
  "who waits begins a rest after those that are waited for": [
    day([match("a", "xy"), match("b", "zw", { after: ["a"] })]),
    700,
    [
      [600, 660],
      [640, 700],
    ],
  ],
  "who does not fit behind another comes before": [
    day([match("a", "xy"), match("b", "xz", { notBefore: 620 })]),
    670,
    [
      [600, 630],
      [640, 670],
    ],
  ],
  "who cannot come among two others comes behind both": [
    day([
      match("a", "xy"),
      match("b", "xz"),
      match("c", "xw", { notBefore: 635 }),
      match("d", "", { after: ["a", "b"] }),
    ]),
    720,
    [
      [600, 680],
      [600, 680],
      [680, 720],
      [640, 720],
    ],
  ],
  "no more fits into the time of one person": [day([match("a", "xy"), match("b", "xz"), match("c", "xw")]), 709, null],
  "no more fits on the one table of all": [day([match("a", "xy"), match("b", "zw")], { tables: ["1"] }), 659, null],
  "nobody begins before a break what would reach into it": [
    day([match("a", "xy", { minutes: 10 }), match("b", "zw", { after: ["a"] })], {
      breaks: [{ from: 640, to: 660 }],
    }),
    700,
    [
      [600, 640],
      [660, 700],
    ],
  ],
};

for (const [name, [request, end, windows]] of Object.entries(WINDOWS)) {
  test(`windows are narrowed: ${name}`, () => {
    assert.deepEqual(inMinutes(request, end), windows);
  });
}

test("a match is tried at both ends of its window, and where it cannot lie is cut off", () => {
  // Each of two people has three matches in a row; the one between the two must lie between their other ones or at an end.
  const request = day([match("a", "xp"), match("b", "xq"), match("m", "xy"), match("c", "yr"), match("d", "ys")]);
  assert.equal(narrowed(request, 709, 100_000), null);
  assert.notEqual(narrowed(request, 710, 100_000), null);
});

test(`a schedule lies in the windows of its own end, narrowed and shaved (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyDay({ matches: 24, tables: 4, people: 8, minutes: 40 }), (request) => {
      const answer = scheduled(request, { layings: 500 });
      assert.ok("plan" in answer);
      for (const mostSteps of [0, 1_000_000]) assertWithin(request, answer, inMinutes(request, answer.end, mostSteps));
      assert.ok(answer.bound <= Number(greedyEnd(request)));
    }),
    { seed: SEED, numRuns: 120 },
  );
});

function assertWithin(
  { matches }: ScheduleRequest,
  { plan }: Schedule,
  windows: readonly (readonly [number, number])[] | null,
): void {
  assert.ok(windows, "a schedule that stands is called impossible");
  for (const [index, { start }] of plan.entries()) {
    const [from, to]: readonly [number, number] = windows[index] ?? [Number.NaN, Number.NaN];
    assert.ok(from <= start, `match ${index} begins at ${start}, not before ${from}`);
    assert.ok(start + (matches[index]?.minutes ?? 0) <= to, `match ${index} is not over by ${to}`);
  }
}

test(`the first and the last place between breaks, tried minute by minute (seed ${SEED})`, () => {
  const breaks = fc.array(fc.record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 });
  fc.assert(
    fc.property(breaks, fc.nat(60), fc.integer({ min: 1, max: 12 }), (list, time, minutes) => {
      const problem = problemOf({
        ...day([match("a", "x", { minutes })], {
          breaks: list.map(({ from, length }) => ({ from, to: from + length })),
        }),
        from: 0,
        restMinutes: 1,
      });
      const sessions = sessionsOf(problem);
      const isFree = (start: number) => problem.breaks.every(({ from, to }) => start + minutes <= from || start >= to);
      const from = Array.from({ length: 200 }, (_, start) => start).find((start) => start >= time && isFree(start));
      const until = Array.from({ length: 200 }, (_, start) => start).findLast(
        (start) => start + minutes <= time && isFree(start),
      );
      assert.equal(fits(sessions, time, minutes), from);
      assert.equal(fitsBefore(sessions, time, minutes), until === undefined ? time : until + minutes);
    }),
    { seed: SEED, numRuns: 300 },
  );
});
