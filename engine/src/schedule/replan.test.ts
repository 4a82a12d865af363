import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { anyDay } from "./days.testing.ts";
import { type Course, type Replanned, replanned } from "./replan.ts";
import type { ScheduleRequest } from "./request.ts";
import { scheduled } from "./schedule.ts";
import { violationsOf } from "./violations.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

const day: ScheduleRequest = {
  tables: ["1", "2"],
  from: 600,
  restMinutes: 10,
  matches: [
    { id: "a", people: ["KIM"], minutes: 30, after: [] },
    { id: "b", people: ["LEE"], minutes: 30, after: [] },
    { id: "c", people: ["KIM"], minutes: 30, after: [] },
    { id: "d", people: [], minutes: 30, after: [] },
    { id: "final", people: [], minutes: 30, after: ["a", "b"] },
  ],
};

const plan = [
  { match: "a", table: "1", start: 600 },
  { match: "b", table: "2", start: 600 },
  { match: "c", table: "1", start: 640 },
  { match: "d", table: "2", start: 640 },
  { match: "final", table: "1", start: 680 },
];

function carried(course: Partial<Course>): Replanned {
  const answer = replanned(day, { plan, fixed: [], now: 600, ...course });
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}

const startOf = ({ plan }: Replanned, match: string) => plan.find((one) => one.match === match)?.start;
const tableOf = ({ plan }: Replanned, match: string) => plan.find((one) => one.match === match)?.table;

test("a day that runs to time stays as it is", () => {
  assert.deepEqual(carried({}), { plan, end: 710, moved: [] });
});

const over = (match: string, table: string, end: number) => ({ match, table, start: 600, end });

test("a match that ends late puts off the next of its people, and nothing else", () => {
  const after = carried({ fixed: [over("a", "1", 635), over("b", "2", 630)], now: 635 });
  assert.deepEqual(after.moved, ["c"]);
  assert.equal(startOf(after, "c"), 645);
});

test("a match that ends late puts off those it feeds", () => {
  const after = carried({ fixed: [over("a", "1", 675), over("b", "2", 630)], now: 635 });
  assert.equal(startOf(after, "final"), 685);
  assert.equal(tableOf(after, "final"), "2");
});

test("what has not begun by now begins now at the earliest", () => {
  const after = carried({ fixed: [over("a", "1", 630), over("b", "2", 630)], now: 650 });
  assert.equal(startOf(after, "c"), 650);
  assert.equal(startOf(after, "d"), 650);
});

test("a pinned match stays, and the others go round it", () => {
  const after = carried({ fixed: [{ match: "final", table: "1", start: 650 }] });
  assert.equal(startOf(after, "final"), 650);
  assert.notEqual(tableOf(after, "c"), "1");
});

test("a match whose table is held up moves to one that is free sooner", () => {
  const after = carried({ fixed: [over("a", "1", 630), over("b", "2", 700)], now: 640 });
  assert.equal(tableOf(after, "d"), "1");
  assert.equal(startOf(after, "d"), 670);
});

test("what is not of this day is refused", () => {
  const codeOf = (fixed: Course["fixed"]) => {
    const answer = replanned(day, { plan, fixed, now: 600 });
    return isRefused(answer) ? answer.code : null;
  };
  assert.equal(codeOf([{ match: "x", table: "1", start: 600 }]), "unknown-match");
  assert.equal(codeOf([{ match: "a", table: "9", start: 600 }]), "unknown-table");
  assert.equal(codeOf([{ match: "a", table: "1", start: 600, end: 600 }]), "cannot-be-over");
});

test(`whatever runs late, what follows breaks nothing, and what is fixed stays (seed ${SEED})`, () => {
  const late = fc.record({
    request: anyDay({ matches: 18, tables: 3, people: 8, minutes: 30 }),
    share: fc.nat(100),
    minutes: fc.nat(60),
  });
  fc.assert(
    fc.property(late, ({ request, share, minutes }) => {
      const schedule = scheduled(request, { layings: 1_000 });
      assert.ok(!isRefused(schedule));
      const now = request.from + Math.floor(((schedule.end - request.from) * share) / 100) + minutes;
      const begun = schedule.plan.filter(({ start }) => start < now - minutes);
      const fixed = begun.map((one, index) => {
        const length = request.matches.find(({ id }) => id === one.match)?.minutes ?? 0;
        return { ...one, end: one.start + length + (index === begun.length - 1 ? minutes : 0) };
      });
      const after = replanned(request, { plan: schedule.plan, fixed, now });
      assert.ok(!isRefused(after));
      for (const one of fixed)
        assert.ok(
          after.plan.some(
            ({ match, table, start }) => match === one.match && table === one.table && start === one.start,
          ),
        );
      const matches = request.matches.map((match) => {
        const one = fixed.find((stays) => stays.match === match.id);
        return one === undefined
          ? { ...match, notBefore: Math.max(now, match.notBefore ?? 0) }
          : { ...match, minutes: one.end - one.start };
      });
      const isFixed = (match: string) => fixed.some((one) => one.match === match);
      const broken = violationsOf({ ...request, matches }, after.plan).filter(
        (one) => !isFixed(one.match) || ("other" in one && !isFixed(one.other)),
      );
      assert.deepEqual(broken, []);
    }),
    { seed: SEED, numRuns: 200 },
  );
});
