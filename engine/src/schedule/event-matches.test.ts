import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { EntryCode, MatchCode } from "../brand.ts";
import { type PhaseDraw, planDraw } from "../draw/draw-plan.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { isRefused } from "../refusal.ts";
import { type EventToSchedule, matchesToSchedule } from "./event-matches.ts";

const of = (names: string): Source[] =>
  names.split(" ").map((name) => (name === "-" ? { from: "bye" } : { from: "entry", entry: name as EntryCode }));

function planned(phases: readonly PhaseDraw[]): EventPlan {
  const plan = planDraw({ phases });
  if (isRefused(plan)) throw new Error(plan.message);
  return plan;
}

/** Each match as `code: who is needed < what it waits for`. */
function told(plan: EventPlan, given: Partial<EventToSchedule> = {}): string[] {
  const matches = matchesToSchedule({
    plan,
    idOf: (code) => code,
    minutesOf: () => 25,
    peopleOf: (entry) => [entry.toUpperCase()],
    knownIn: () => [],
    keepFree: () => true,
    ...given,
  });
  return matches.map(({ id, people, after }) => `${id}: ${people.join("")} < ${after.join(" ")}`.trimEnd());
}

suite("the matches of an event as a day of play takes them", () => {
  const knockOut = planned([{ code: "main", format: "knock-out", lines: of("a - c d e f - h"), bronzeMatch: true }]);

  test("a match waits for those it comes from, and needs everybody who may come to it", () => {
    const plan = planned([{ code: "main", format: "knock-out", lines: of("a b c d") }]);
    assert.deepEqual(told(plan), ["sf-1: AB <", "sf-2: CD <", "final: ABCD < sf-1 sf-2"]);
  });

  test("a bye is no match, and who waits for one waits for what leads to it", () => {
    assert.deepEqual(told(knockOut), [
      "qf-2: CD <",
      "qf-3: EF <",
      "sf-1: ACD < qf-2",
      "sf-2: HEF < qf-3",
      "bronze: ACDEFH < sf-1 sf-2",
      "final: ACDEFH < sf-1 sf-2",
    ]);
  });

  test("only those are kept free who are asked for; who is drawn into a match is always needed", () => {
    assert.deepEqual(told(knockOut, { keepFree: (person) => person === "C" }), [
      "qf-2: CD <",
      "qf-3: EF <",
      "sf-1: AC < qf-2",
      "sf-2: H < qf-3",
      "bronze: C < sf-1 sf-2",
      "final: C < sf-1 sf-2",
    ]);
  });

  test("who is known to play is needed, and nobody else any more", () => {
    const knownIn = (match: MatchCode) => (match === "final" ? (["d", "e"] as EntryCode[]) : []);
    assert.equal(told(knockOut, { knownIn }).at(-1), "final: DE < sf-1 sf-2");
  });

  test("who may come to a match no longer includes those whom a decided match has put out", () => {
    const knownIn = (match: MatchCode) => (match === "sf-1" ? (["a", "c"] as EntryCode[]) : []);
    assert.equal(told(knockOut, { knownIn }).at(-1), "final: ACEFH < sf-1 sf-2");
  });

  test("a place of a group waits for the whole group", () => {
    const plan = planned([
      { code: "groups", format: "groups", groups: [{ name: "A", entries: of("a b c") }] },
      {
        code: "main",
        format: "knock-out",
        lines: [
          { from: "place", group: "A", place: 1 },
          { from: "place", group: "A", place: 2 },
        ],
      },
    ]);
    const matches = told(plan);
    assert.equal(matches.length, 4);
    assert.match(matches[3] ?? "", /^final: ABC < (a-\d ?){3}$/);
  });
});
