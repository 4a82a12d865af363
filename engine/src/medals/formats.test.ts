import assert from "node:assert/strict";
import { test } from "node:test";
import { planDoubleElimination } from "../draw/double-elimination.ts";
import { lotFrom } from "../draw/lot.ts";
import type { EventPlan, PlannedMatch } from "../draw/plan.ts";
import { pairSwiss } from "../draw/swiss.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import { entry, linesOf, playOut, played, resultsOf } from "../results/playing.testing.ts";
import type { EventState, MatchResult } from "../results/result.ts";
import { medals } from "./medals.ts";

const SEED = process.env["PODIUM_SEED"] ?? "formats";

function doubleOf(names: string): EventPlan {
  const matches = planDoubleElimination(linesOf(names));
  if (isRefused(matches)) throw new Error(matches.message);
  return { groups: [], matches, bronzeMatch: false };
}

const placesOf = (state: EventState) => state.placings.map(({ place, entry: name }) => `${place} ${name}`).join(", ");

test("a double elimination of four: who comes from below must win the final twice", () => {
  const plan = doubleOf("A B C D");
  assert.deepEqual(
    plan.matches.map((match) => match.code),
    ["w1-1", "w1-2", "w2-1", "l1-1", "l2-1", "final", "final-2"],
  );
  const before = [
    played("w1-1", "11-1"),
    played("w1-2", "11-1"),
    played("w2-1", "11-1"),
    played("l1-1", "11-1"),
    played("l2-1", "1-11"),
  ];
  const once = eventState(plan, resultsOf([...before, played("final", "11-1")]));
  assert.deepEqual([once.complete, placesOf(once)], [true, "1 A, 2 C, 3 B, 4 D"]);
  assert.equal(once.matches.at(-1)?.status, "bye");
  const again = eventState(plan, resultsOf([...before, played("final", "1-11")]));
  assert.deepEqual(
    [again.complete, again.matches.at(-1)?.status, again.matches.at(-1)?.entries],
    [false, "ready", { home: "C", away: "A" }],
  );
  const twice = eventState(plan, resultsOf([...before, played("final", "1-11"), played("final-2", "11-1")]));
  assert.deepEqual([twice.complete, placesOf(twice)], [true, "1 C, 2 A, 3 B, 4 D"]);
  assert.deepEqual(
    medals(twice, plan).map(({ medal, entry: name }) => `${medal} ${name}`),
    ["gold C", "silver A", "bronze B"],
  );
});

test(`in a double elimination everybody but the winner loses twice, byes or not (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "double");
  for (let round = 0; round < 150; round += 1) {
    const size = [4, 8, 16, 32][lot.below(4)] ?? 4;
    const names = Array.from({ length: size }, (_, i) => (i % 2 === 1 && lot.below(3) === 0 ? "-" : `e${i}`));
    const plan = doubleOf(names.join(" "));
    const state = eventState(
      plan,
      playOut(plan, (match) => played(match, lot.below(2) === 0 ? "11-5" : "5-11")),
    );
    const present = names.filter((name) => name !== "-");
    const lossesOf = (name: string) =>
      state.matches.filter((match) => match.status === "over" && match.loser === name).length;
    assert.equal(state.complete, true);
    assert.deepEqual(state.placings.map((placing) => placing.entry).sort(), [...present].sort());
    const winner = state.placings[0]?.entry ?? "";
    assert.ok(lossesOf(winner) <= 1);
    for (const name of present) if (name !== winner) assert.equal(lossesOf(name), 2, `${name} of ${names.join(" ")}`);
  }
});

test("those who met above cannot meet below before the last rounds", () => {
  const plan = doubleOf(Array.from({ length: 16 }, (_, i) => `e${i}`).join(" "));
  const state = eventState(
    plan,
    playOut(plan, (match) => played(match, match.startsWith("w") ? "11-1" : "11-5")),
  );
  const met = new Map<string, string>();
  for (const match of state.matches.filter(({ status }) => status === "over")) {
    const pair = [match.entries.home, match.entries.away].sort().join();
    const first = met.get(pair);
    assert.ok(first === undefined || !/^l[123]-/.test(match.code), `${pair} meet in ${first} and ${match.code}`);
    met.set(pair, match.code);
  }
});

test("a double elimination needs four lines", () => {
  const refused = planDoubleElimination(linesOf("A B"));
  assert.equal(isRefused(refused) && refused.code, "draw-size");
});

function swissOf(entries: string[], matches: readonly PlannedMatch[]): EventPlan {
  return { groups: [{ name: "swiss", entries: entries.map(entry) }], matches, bronzeMatch: false, rankingLaw: "swiss" };
}

function nextRound(plan: EventPlan, state: EventState, number: number): PlannedMatch[] {
  const order = state.groups[0]?.rows.map((row) => row.entry) ?? [];
  const standings = order.map((name) => {
    const own = state.matches.filter((match) => match.entries.home === name || match.entries.away === name);
    const met = own
      .flatMap((match) => [match.entries.home, match.entries.away])
      .filter((other) => other !== null && other !== name);
    return {
      entry: name,
      won: own.filter((match) => match.winner === name).length,
      met: met.flatMap((other) => other ?? []),
      hadBye: own.some((match) => match.status === "bye"),
    };
  });
  const round = pairSwiss(standings, { number, group: "swiss" });
  if (isRefused(round)) throw new Error(round.message);
  return [...plan.matches, ...round];
}

test(`in a Swiss system nobody meets anybody twice and nobody has two byes (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "swiss");
  for (let tournament = 0; tournament < 25; tournament += 1) {
    const entries = Array.from({ length: 6 + lot.below(40) }, (_, i) => `e${i}`);
    const results = new Map<MatchResult["match"], MatchResult>();
    let plan = swissOf(entries, []);
    const rounds = Math.min(7, Math.floor((entries.length - 1) / 2));
    for (let number = 1; number <= rounds; number += 1) {
      plan = swissOf(entries, nextRound(plan, eventState(plan, results), number));
      for (const match of eventState(plan, results).matches) {
        if (match.status === "ready") results.set(match.code, played(match.code, lot.below(2) === 0 ? "11-5" : "5-11"));
      }
    }
    const state = eventState(plan, results);
    const pairs = state.matches.map((match) => [match.entries.home, match.entries.away ?? "bye"].sort().join());
    assert.equal(new Set(pairs).size, pairs.length);
    assert.equal(state.complete, true);
    const wins = state.groups[0]?.rows.reduce((sum, row) => sum + row.won, 0);
    assert.equal(wins, state.matches.length);
    assert.deepEqual(state.placings.map((placing) => placing.entry).sort(), [...entries].sort());
  }
});

test("when everybody has met everybody a Swiss round is refused", () => {
  const standings = ["a", "b"].map((name) => ({
    entry: entry(name),
    won: 0,
    met: ["a", "b"].filter((other) => other !== name).map(entry),
    hadBye: false,
  }));
  const refused = pairSwiss(standings, { number: 2, group: "swiss" });
  assert.deepEqual(isRefused(refused) && [refused.code, refused.detail["entries"]], ["no-pairing-left", "a, b"]);
});
