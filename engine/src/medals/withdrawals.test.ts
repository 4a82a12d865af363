import assert from "node:assert/strict";
import { test } from "node:test";
import { type Lot, lotFrom } from "../draw/lot.ts";
import type { EventPlan, WithdrawalRuling } from "../draw/plan.ts";
import { planGroups } from "../draw/round-robin.ts";
import { refusedReplacement } from "../draw/withdrawals.ts";
import { isRefused } from "../refusal.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { code, entry, knockOutOf, played, resultsOf } from "../results/playing.testing.ts";
import type { EventState, MatchResult } from "../results/result.ts";
import { refusedTwice, refusedWithdrawal, replacementsOf } from "../results/withdrawing.ts";
import { consequencesOfPlan } from "./correction.ts";
import { drawsByChance, everybodyIn, plannedOf } from "./draws-by-chance.testing.ts";
import { medals } from "./medals.ts";

const SEED = process.env["PODIUM_SEED"] ?? "withdrawals";
const EVENTS = 20;

function gone(name: string, replacedBy?: string): WithdrawalRuling {
  const by = replacedBy === undefined ? {} : { replacedBy: entry(replacedBy) };
  return { entry: entry(name), ruling: "withdrawn", ...by, reason: "a test" };
}

function without(plan: EventPlan, ...withdrawals: readonly WithdrawalRuling[]): EventPlan {
  return { ...plan, rulings: [...(plan.rulings ?? []), ...withdrawals] };
}

const placesOf = (state: EventState) => state.placings.map(({ place, entry: name }) => `${place} ${name}`).join(", ");
const statusOf = (state: EventState) => state.matches.map((match) => `${match.code} ${match.status}`).join(", ");

test("who withdraws after the draw is no opponent: the other goes on without a match", () => {
  const plan = without(knockOutOf("A B C D"), gone("B"));
  const state = eventState(plan, resultsOf([]));
  assert.equal(statusOf(state), "sf-1 over, sf-2 ready, bronze waiting, final waiting");
  const [first] = state.matches;
  assert.deepEqual(
    [first?.result?.outcome, first?.byWithdrawal, first?.winner],
    [{ winner: "home", by: "walkover" }, true, "A"],
  );
  const results = resultsOf([played("sf-2", "11-1"), played("final", "11-1")]);
  assert.equal(placesOf(eventState(plan, results)), "1 A, 2 C, 3 D, 4 B");
});

test("where both have withdrawn nobody goes on, and whoever waits there has no opponent", () => {
  const plan = without(knockOutOf("A B C D", false), gone("A"), gone("B"));
  const state = eventState(plan, resultsOf([played("sf-2", "11-1")]));
  assert.equal(statusOf(state), "sf-1 over, sf-2 over, final bye");
  assert.equal(placesOf(state), "1 C, 3 D, 3 A, 3 B");
  assert.deepEqual(
    medals(state, plan).map(({ medal, entry: name }) => `${medal} ${name}`),
    ["gold C", "bronze D"],
  );
});

test("who withdraws without having played has no medal", () => {
  const plan = without(knockOutOf("A B C D", false), gone("B"));
  const won = (results: readonly MatchResult[]) =>
    medals(eventState(plan, resultsOf(results)), plan).map(({ medal, entry: name }) => `${medal} ${name}`);
  assert.deepEqual(won([played("sf-2", "11-1"), played("final", "11-1")]), ["gold A", "silver C", "bronze D"]);
  assert.deepEqual(won([played("sf-1", "11-1")]), ["bronze B"]);
});

test("what was played before the withdrawal stands, and a result entered after it counts before the walkover", () => {
  const plan = without(knockOutOf("A B C D", false), gone("A"));
  const results = [played("sf-1", "11-1"), played("sf-2", "11-1")];
  assert.equal(placesOf(eventState(plan, resultsOf(results))), "1 C, 2 A, 3 B, 3 D");
  assert.equal(placesOf(eventState(plan, resultsOf([...results, played("final", "11-1")]))), "1 A, 2 C, 3 B, 3 D");
});

function groupOf(sport: string): EventPlan {
  const groups = [{ name: "A", entries: ["A", "B", "C"].map(entry) }];
  return { groups, matches: planGroups(groups), bronzeMatch: false, bestOf: 5, sport };
}

/** A has beaten B and withdraws; B beats C. */
function playedInGroup(sport: string): MatchResult[] {
  const scores = sport === "badminton" ? ["21-10 21-10", "10-21 10-21"] : ["11-5 11-5 11-5", "5-11 5-11 5-11"];
  return groupOf(sport).matches.flatMap((match) => {
    const sides = [match.home, match.away].map((source) => ("entry" in source ? source.entry : ""));
    if (sides.includes(entry("A")) && sides.includes(entry("C"))) return [];
    const winner = sides.includes(entry("A")) ? "A" : "B";
    return [played(match.code, scores[sides[0] === winner ? 0 : 1] ?? "")];
  });
}

/** ITTF Tournament Referees' Handbook 2.3.6 (what was played stands); BWF General Competition Regulations 16.2.5 (all is deleted). */
const IN_THE_MIDDLE: readonly (readonly [string, readonly string[]])[] = [
  ["table-tennis", ["1 B: 1-1, 3 points, games 3-3", "2 C: 1-1, 3 points, games 3-3", "3 A: 1-1, 2 points, games 3-3"]],
  ["badminton", ["1 B: 1-0, 1 points, games 2-0", "2 C: 0-1, 0 points, games 0-2", "3 A: 0-0, 0 points, games 0-0"]],
];

for (const [sport, expected] of IN_THE_MIDDLE) {
  test(`${sport}: who withdraws in the middle of a group is credited by its law`, () => {
    const plan = without({ ...groupOf(sport), bestOf: sport === "badminton" ? 3 : 5 }, gone("A"));
    const [standing] = eventState(plan, resultsOf(playedInGroup(sport))).groups;
    assert.equal(standing?.complete, true);
    const rows = standing.rows.map(
      ({ place, entry: name, won, lost, matchPoints, games }) =>
        `${place} ${name}: ${won}-${lost}, ${matchPoints} points, games ${games?.join("-")}`,
    );
    assert.deepEqual(rows, expected);
  });
}

const QUALIFIED = "q1 q2 q3 q4".split(" ");

/** Four play for one line of a main draw of four. */
function withQualification(): EventPlan {
  const named = (name: string) => ({ from: "entry", entry: entry(name) }) as const;
  return plannedOf({
    phases: [
      { code: "q", format: "knock-out", lines: QUALIFIED.map(named), winners: 1 },
      {
        code: "main",
        format: "knock-out",
        lines: [named("e1"), named("e2"), named("e3"), { from: "winner", match: code("q-final") }],
        bronzeMatch: false,
      },
    ],
  });
}

const QUALIFYING = [played("q-sf-1", "11-1"), played("q-sf-2", "11-1"), played("q-final", "11-1")];

test("a lucky loser moves up into the place of who withdraws before the first match, the best of the qualification first", () => {
  const plan = withQualification();
  const before = eventState(plan, resultsOf(QUALIFYING));
  assert.deepEqual(replacementsOf(plan, before, entry("e2")), ["q3", "q2", "q4"]);
  const moved = without(plan, gone("e2", "q3"));
  const state = eventState(moved, resultsOf([...QUALIFYING, played("sf-1", "1-11")]));
  assert.deepEqual(state.matches.find((match) => match.code === "sf-1")?.winner, "q3");
  const whole = eventState(
    moved,
    resultsOf([...QUALIFYING, played("sf-1", "1-11"), played("sf-2", "11-1"), played("final", "11-1")]),
  );
  assert.equal(placesOf(whole), "1 q3, 2 e3, 3 e1, 3 q1, 5 q2, 5 q4");
});

test("what follows from a withdrawal is said before it is made: whom others meet instead", () => {
  const plan = withQualification();
  const found = consequencesOfPlan(plan, without(plan, gone("e2", "q3")), resultsOf(QUALIFYING));
  assert.deepEqual(
    found.replaced.map(({ match, side, before, after }) => `${match} ${side}: ${before} > ${after}`),
    ["sf-1 away: e2 > q3"],
  );
});

test("what follows is said of the walkovers that come and go, and not of those that stay", () => {
  const plan = knockOutOf("A B C D E F G H");
  const one = without(plan, gone("B"));
  const both = without(one, gone("D"));
  const follows = (before: EventPlan, after: EventPlan) => {
    const { walkovers, reopened } = consequencesOfPlan(before, after, resultsOf([]));
    return [walkovers.map(({ match, winner }) => `${match} ${winner}`), reopened];
  };
  assert.deepEqual(follows(plan, one), [["qf-1 A"], []]);
  assert.deepEqual(follows(one, both), [["qf-2 C"], []]);
  assert.deepEqual(follows(both, plan), [[], ["qf-1", "qf-2"]]);
  assert.deepEqual(follows(both, both), [[], []]);
});

test("a withdrawal is refused where it is too late, or where nobody can take the place so", () => {
  const plan = withQualification();
  const cases: readonly (readonly [string, WithdrawalRuling, readonly MatchResult[], string | undefined])[] = [
    ["of who is out", gone("q4"), QUALIFYING, "withdrawal-too-late"],
    ["of who is in", gone("e1"), QUALIFYING, undefined],
    ["of who waits for an opponent", gone("e3"), [], undefined],
    ["after the first match", gone("e2", "q3"), [...QUALIFYING, played("sf-1", "1-11")], "replacement-too-late"],
    ["by who still plays", gone("e2", "q3"), QUALIFYING.slice(0, 2), "replacement-still-in"],
    ["by who is in", gone("e2", "e3"), QUALIFYING, "replacement-stands"],
    ["by itself", gone("e2", "e2"), QUALIFYING, "replacement-stands"],
    ["by somebody in time", gone("e2", "q2"), QUALIFYING, undefined],
  ];
  for (const [name, made, results, expected] of cases) {
    const refused = refusedWithdrawal(plan, eventState(plan, resultsOf(results)), made);
    assert.equal(refused?.code, expected, name);
  }
  const twice = refusedReplacement(without(plan, gone("q3")), gone("e2", "q3"));
  assert.ok(isRefused(twice) && twice.code === "replacement-stands");
  assert.equal(refusedReplacement(plan, gone("nobody", "q3"))?.code, "replacement-not-drawn");
});

test("whoever took a place cannot come to stand in the draw a second time by a correction", () => {
  const plan = without(withQualification(), gone("e2", "q3"));
  const corrected = resultsOf([...QUALIFYING.slice(0, 2), played("q-final", "1-11")]);
  assert.equal(refusedTwice(plan, eventState(plan, resultsOf(QUALIFYING))), undefined);
  assert.equal(refusedTwice(plan, eventState(plan, corrected))?.code, "entry-stands-twice");
  assert.equal(refusedTwice(withQualification(), eventState(withQualification(), corrected)), undefined);
});

/** Plays in any order; now and then somebody withdraws, is replaced, or comes back. */
function playedOut(plan: EventPlan, lot: Lot): { readonly event: LiveEvent; readonly plan: EventPlan } {
  let event = new LiveEvent(plan);
  for (let step = 0; !event.complete; step += 1) {
    if (step < 60 && lot.below(4) === 0) event = new LiveEvent(changed(event, lot), event.results);
    const ready = event.state.matches.filter(({ status }) => status === "ready");
    const next = ready[lot.below(Math.max(1, ready.length))];
    if (next !== undefined)
      event.record(played(next.code, lot.below(2) === 0 ? "11-5 11-5 11-5" : "5-11 11-5 5-11 5-11"));
    assert.ok(next !== undefined || event.complete || step < 200, "an event that is not complete can be played on");
  }
  return { event, plan: event.plan };
}

function changed({ plan, state, results }: LiveEvent, lot: Lot): EventPlan {
  const rulings = plan.rulings ?? [];
  const back = rulings[lot.below(3)];
  if (back !== undefined) {
    const after = { ...plan, rulings: rulings.filter((made) => made !== back) };
    const found = consequencesOfPlan(plan, after, results);
    return found.voided.length === 0 && refusedTwice(after, found.state) === undefined ? after : plan;
  }
  const everybody = everybodyIn(plan);
  const name = entry(everybody[lot.below(everybody.length)] ?? "");
  const [lucky] = replacementsOf(plan, state, name);
  const made = gone(name, lot.below(2) === 0 ? lucky : undefined);
  const isNew = rulings.every((one) => one.entry !== name);
  return isNew && refusedWithdrawal(plan, state, made) === undefined ? without(plan, made) : plan;
}

for (const kind of Object.keys(drawsByChance(lotFrom(SEED, "kinds")))) {
  test(`${kind}: whoever withdraws, the event is that of its last withdrawals and results, with one place for everybody (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, kind);
    for (let round = 0; round < EVENTS; round += 1) {
      const { event, plan } = playedOut(plannedOf(drawsByChance(lot)[kind] ?? { phases: [] }), lot);
      const { state } = event;
      assert.deepEqual(state, eventState(plan, new Map([...event.results].reverse())));
      const inTheEvent = new Set(
        state.matches.flatMap(({ entries: { home, away } }) => [home ?? [], away ?? []].flat()),
      );
      const placed = state.placings.map((placing) => placing.entry);
      assert.deepEqual([...placed].sort(), [...inTheEvent].sort(), placesOf(state));
    }
  });
}
