import assert from "node:assert/strict";
import { test } from "node:test";
import { lotFrom } from "../draw/lot.ts";
import type { EventPlan } from "../draw/plan.ts";
import { isRefused } from "../refusal.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { PARIS_2024_LINES, PARIS_2024_RESULTS } from "../results/paris-2024.testing.ts";
import { code, entry, knockOutOf, played, resultsOf, walkover } from "../results/playing.testing.ts";
import type { EventState } from "../results/result.ts";
import { consequencesOfPlan, consequencesWithDrawKept, goingOnFrom, nobodyGoesOn, withDrawKept } from "./correction.ts";
import { medals } from "./medals.ts";
import { plansBySeed, resultBySeed } from "./plans-by-seed.testing.ts";

/** A result that is corrected after the next round was begun, with the draw kept as it was played. */

const SEED = process.env["PODIUM_SEED"] ?? "draw-kept";
const PARIS = knockOutOf(PARIS_2024_LINES);
const JAPAN_WINS = played("r16-8", "5-11 11-7 4-11 13-15 10-12");

function kept(plan: EventPlan, match: string, name: string): EventPlan {
  return withDrawKept(plan, { match: code(match), entry: entry(name), ruling: "goes-on", reason: "a test" });
}

function told(plan: EventPlan, state: EventState): string {
  const won = medals(state, plan).map(({ medal, entry: name }) => `${medal} ${name}`);
  return `${won.join(", ")} | ${state.placings.map(({ place, entry: name }) => `${place} ${name}`).join(", ")}`;
}

test("had Japan won in the first round of Paris 2024 and the draw been kept, nothing after it would change", () => {
  const results = resultsOf(PARIS_2024_RESULTS);
  const found = consequencesWithDrawKept(PARIS, results, JAPAN_WINS);
  assert.ok(!isRefused(found));
  assert.deepEqual([found.voided, found.replaced, found.medals, found.placings, found.groups], [[], [], [], [], []]);
  assert.equal(found.state.complete, true);
  const plan = kept(PARIS, "r16-8", "PRK");
  const state = eventState(plan, found.results);
  assert.deepEqual(state, found.state);
  const match = state.matches.find(({ code: of }) => of === "r16-8");
  assert.deepEqual([match?.winner, match?.loser, match?.goesOn], ["JPN", "PRK", "PRK"]);
  assert.equal(state.placings.find(({ entry: name }) => name === "JPN")?.place, 9);
});

test("taken back, what was kept no longer counts", () => {
  const results = resultsOf(PARIS_2024_RESULTS).set(JAPAN_WINS.match, JAPAN_WINS);
  const found = consequencesOfPlan(kept(PARIS, "r16-8", "PRK"), PARIS, results);
  assert.deepEqual(
    found.voided.map(({ match }) => match),
    ["qf-4", "sf-2", "bronze", "final"],
  );
});

const SEMI_FINALS = [played("sf-1", "1-11"), played("sf-2", "11-1")];
const PLAYED = [...SEMI_FINALS, played("final", "11-1"), played("bronze", "11-1")];

test("who goes on is placed as the winner, who does not as out in that round", () => {
  const plan = kept(knockOutOf("A B C D"), "sf-1", "A");
  assert.equal(told(plan, eventState(plan, resultsOf(PLAYED))), "gold A, silver C, bronze B | 1 A, 2 C, 3 B, 4 D");
});

test("of one match the last ruling counts, and those about medals stand once, behind those about the draw", () => {
  const withheld = { entry: entry("C"), ruling: "withheld", reason: "a test" } as const;
  const ruled: EventPlan = { ...knockOutOf("A B C D"), rulings: [withheld] };
  const { rulings = [] } = kept(kept(kept(ruled, "sf-1", "A"), "sf-2", "D"), "sf-1", "B");
  assert.deepEqual(
    rulings.map(({ entry: name, ruling }) => `${name} ${ruling}`),
    ["D goes-on", "B goes-on", "C withheld"],
  );
});

test("who goes on from a match that is said to have been won by nobody keeps its medal, the other has none", () => {
  const plan = kept(knockOutOf("A B C D", false), "sf-1", "A");
  const results = resultsOf([walkover("sf-1", null), played("sf-2", "11-1"), played("final", "11-1")]);
  assert.equal(told(plan, eventState(plan, results)), "gold A, silver C, bronze D | 1 A, 2 C, 3 B, 3 D");
});

test("a ruling about who does not play the match, or before it is over, says nothing", () => {
  const plain = knockOutOf("A B C D");
  for (const name of ["C", "nobody"]) {
    const plan = kept(plain, "sf-1", name);
    assert.equal(told(plan, eventState(plan, resultsOf(PLAYED))), told(plain, eventState(plain, resultsOf(PLAYED))));
  }
  const before = eventState(kept(plain, "sf-1", "A"), resultsOf([]));
  assert.equal(before.matches.find(({ code: of }) => of === "final")?.entries.home, null);
});

test("the draw is kept only where somebody has gone on from the match to another", () => {
  const plan = knockOutOf("A B C D");
  const goingOn = (match: string, results: typeof PLAYED) => goingOnFrom(plan, resultsOf(results), code(match));
  assert.deepEqual(
    [goingOn("sf-1", PLAYED), goingOn("sf-1", []), goingOn("final", PLAYED), goingOn("nowhere", PLAYED)],
    ["B", null, null, null],
  );
  assert.equal(goingOn("sf-1", [walkover("sf-1", null)]), null);
  const refused = consequencesWithDrawKept(plan, resultsOf(PLAYED), played("final", "1-11"));
  assert.ok(isRefused(refused) && refused.code === "draw-not-kept");
});

test("in a group the draw is not kept by one match: its whole table says who goes on", () => {
  const knockOut = knockOutOf("A B C D");
  const matches = knockOut.matches.map((match) => (match.code === code("sf-1") ? { ...match, group: "A" } : match));
  const refused = nobodyGoesOn({ ...knockOut, matches }, code("sf-1"));
  assert.deepEqual(
    [refused.code, nobodyGoesOn(knockOut, code("sf-1")).code],
    ["draw-not-kept-in-group", "draw-not-kept"],
  );
});

function readyIn(event: LiveEvent) {
  return event.state.matches.find(({ status }) => status === "ready");
}

test(`an event corrected with the draw kept has the same later matches, and is the one made anew (seed ${SEED})`, () => {
  let changed = 0;
  for (let round = 0; round < 60; round += 1) {
    const lot = lotFrom(SEED, `kept ${round}`);
    const numbers = (below: number) => lot.below(below);
    for (const [kind, plan] of Object.entries(plansBySeed(numbers, { sport: "table-tennis", bestOf: 5 }))) {
      const event = new LiveEvent(plan);
      for (let ready = readyIn(event); ready !== undefined; ready = readyIn(event)) {
        event.record(resultBySeed(ready, numbers));
      }
      const { results } = event;
      const before = eventState(plan, results);
      const able = before.matches.filter((match) => goingOnFrom(plan, results, match.code) !== null);
      const match = able.length === 0 ? undefined : able[numbers(able.length)];
      if (match === undefined) continue;
      const corrected = resultBySeed(match, numbers);
      const found = consequencesWithDrawKept(plan, results, corrected);
      assert.ok(!isRefused(found));
      if (corrected.outcome.winner !== match.result?.outcome.winner) changed += 1;
      const later = (state: EventState) =>
        state.matches
          .filter(({ code: of }) => of !== match.code)
          .map(({ code: of, entries, result, status }) => ({ of, entries, result, status }));
      assert.deepEqual(later(found.state), later(before), `${kind} ${round}`);
      assert.deepEqual(found.voided, []);
      const ruled = kept(plan, match.code, String(match.winner));
      assert.deepEqual(eventState(ruled, found.results), found.state);
      const live = new LiveEvent(ruled);
      for (const result of [...found.results.values()].reverse()) live.record(result);
      assert.deepEqual(live.state, found.state);
    }
  }
  assert.ok(changed > 20, `${changed} corrections that change who won`);
});
