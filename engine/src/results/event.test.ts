import assert from "node:assert/strict";
import { test } from "node:test";
import { planGroups } from "../draw/round-robin.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import type { EventPlan } from "../draw/plan.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "./event.ts";
import {
  abandoned,
  code,
  entry,
  gamesOf,
  knockOutOf,
  linesOf,
  played,
  resultsOf,
  walkover,
} from "./playing.testing.ts";
import { PARIS_2024_LINES, PARIS_2024_RESULTS } from "./paris-2024.testing.ts";

const placesOf = (plan: EventPlan, results: Parameters<typeof eventState>[1]) =>
  eventState(plan, results).placings.map(({ place, entry: name }) => `${place} ${name}`);

test("Paris 2024 mixed doubles folds to its placings", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  const state = eventState(plan, resultsOf(PARIS_2024_RESULTS));
  assert.equal(state.complete, true);
  assert.deepEqual(
    state.placings.slice(0, 8).map(({ place, entry: noc }) => `${place} ${noc}`),
    ["1 CHN", "2 PRK", "3 KOR", "4 HKG", "5 TPE", "5 ROU", "5 ESP", "5 SWE"],
  );
  assert.equal(state.placings.filter(({ place }) => place === 9).length, 8);
});

test("results may come in any order", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  const forward = eventState(plan, resultsOf(PARIS_2024_RESULTS));
  const backward = eventState(plan, resultsOf([...PARIS_2024_RESULTS].reverse()));
  assert.deepEqual(backward, forward);
});

test("a bye passes without play", () => {
  const state = eventState(knockOutOf("A - B C"), resultsOf([]));
  const [first, second, bronze, final] = state.matches;
  assert.deepEqual([first?.status, first?.winner], ["bye", "A"]);
  assert.equal(second?.status, "ready");
  assert.deepEqual([bronze?.status, final?.status], ["waiting", "waiting"]);
  assert.equal(final?.entries.home, "A");
});

test("a bronze match against nobody is won without play", () => {
  const plan = knockOutOf("A - B C");
  const state = eventState(plan, resultsOf([played("sf-2", "11-1"), played("final", "11-1")]));
  assert.equal(state.complete, true);
  assert.deepEqual(
    state.placings.map(({ place, entry: name }) => `${place} ${name}`),
    ["1 A", "2 B", "3 C"],
  );
});

test("a double walkover lets nobody through, and the next opponent passes", () => {
  const plan = knockOutOf("A B C D");
  const results = resultsOf([walkover("sf-1", null), played("sf-2", "11-1")]);
  const state = eventState(plan, results);
  assert.equal(state.complete, true);
  assert.deepEqual(placesOf(plan, results), ["1 C", "3 D", "4 A", "4 B"]);
});

test("a match that was abandoned lets nobody through until the referee says who goes on, or says nobody does", () => {
  const plan = knockOutOf("A B C D");
  const others = [played("sf-2", "11-1")];
  const open = eventState(plan, resultsOf([abandoned("sf-1", undefined), ...others]));
  assert.deepEqual([open.complete, open.matches[0]?.status, open.matches.at(-1)?.status], [false, "ready", "waiting"]);
  const decided = eventState(plan, resultsOf([abandoned("sf-1", "away"), ...others]));
  assert.deepEqual(decided.matches.at(-1)?.entries, { home: "B", away: "C" });
  const nobody = resultsOf([abandoned("sf-1", null), ...others]);
  assert.deepEqual(placesOf(plan, nobody), ["1 C", "3 D", "4 A", "4 B"]);
});

test("two who both stay away from the final share the second place", () => {
  const results = resultsOf([played("sf-1", "11-1"), played("sf-2", "11-1"), walkover("final", null)]);
  assert.deepEqual(placesOf(knockOutOf("A B C D", false), results), ["2 A", "2 C", "3 B", "3 D"]);
});

test("a result does not count for other entries than those who played it", () => {
  const plan = knockOutOf("A B C D");
  const foreign = { ...played("final", "11-1"), entries: { home: entry("B"), away: entry("C") } };
  const state = eventState(plan, resultsOf([played("sf-1", "11-1"), played("sf-2", "11-1"), foreign]));
  assert.equal(state.matches.at(-1)?.status, "ready");
});

function groupsThenFinal(lots?: string[]): EventPlan {
  const names = { A: ["a1", "a2", "a3"], B: ["b1", "b2", "b3"] };
  const groups = Object.entries(names).map(([name, entries]) => ({
    name,
    entries: entries.map(entry),
    ...(lots ? { lots: lots.map(entry) } : {}),
  }));
  const final = planKnockOut(
    [
      { from: "place", group: "A", place: 1 },
      { from: "place", group: "B", place: 1 },
    ],
    { bronzeMatch: false },
  );
  if (isRefused(final)) throw new Error(final.message);
  return { groups, matches: [...planGroups(groups), ...final], bronzeMatch: false };
}

const GROUP_B = [played("b-1", "0-11 0-11 0-11"), played("b-2", "11-0 11-0 11-0"), played("b-3", "11-0 11-0 11-0")];

test("the first of a complete group passes into the knock-out; the others rank behind by their place", () => {
  const plan = groupsThenFinal();
  const results = resultsOf([
    played("a-1", "11-9 11-9 11-9"),
    played("a-2", "11-9 11-9 11-9"),
    played("a-3", "11-9 11-9 11-9"),
    ...GROUP_B,
    played("final", "11-5 11-5 11-5"),
  ]);
  const state = eventState(plan, results);
  assert.equal(state.complete, true);
  assert.deepEqual(placesOf(plan, results), ["1 a1", "2 b1", "3 a2", "3 b3", "5 a3", "5 b2"]);
});

test("a group whose first place only lots can decide waits for them", () => {
  const cycle = [played("a-1", "11-6"), played("a-2", "6-11"), played("a-3", "11-6")];
  const before = eventState(groupsThenFinal(), resultsOf([...cycle, ...GROUP_B]));
  assert.equal(before.matches.at(-1)?.status, "waiting");
  assert.equal(before.matches.at(-1)?.entries.home, null);
  assert.deepEqual(
    before.placings.map((placing) => placing.entry),
    ["b3", "b2"],
  );
  const after = eventState(groupsThenFinal(["a3", "a1", "a2"]), resultsOf([...cycle, ...GROUP_B]));
  assert.equal(after.matches.at(-1)?.entries.home, "a3");
});

test("a plan that runs in a circle is a bug", () => {
  const plan: EventPlan = {
    groups: [],
    bronzeMatch: false,
    matches: [
      {
        code: code("final"),
        phase: "knock-out",
        round: "final",
        order: 1,
        group: null,
        home: { from: "winner", match: code("final") },
        away: { from: "bye" },
      },
    ],
  };
  assert.throws(() => eventState(plan, new Map()), /circle/);
});

test("the lines and games of the fixtures read as written", () => {
  assert.deepEqual(linesOf("A -"), [{ from: "entry", entry: "A" }, { from: "bye" }]);
  assert.deepEqual(gamesOf("11-7"), [{ home: 11, away: 7 }]);
});
