import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventPlan } from "../draw/plan.ts";
import { lotFrom } from "../draw/lot.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import { planGroups } from "../draw/round-robin.ts";
import { isRefused } from "../refusal.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { PARIS_2024_LINES, PARIS_2024_RESULTS } from "../results/paris-2024.testing.ts";
import { entry, knockOutOf, playOut, played, resultsOf } from "../results/playing.testing.ts";
import { type Consequences, consequences } from "./correction.ts";
import { medals } from "./medals.ts";
import { plansBySeed, resultBySeed } from "./plans-by-seed.testing.ts";

const SEED = process.env["PODIUM_SEED"] ?? "correction";

function follows(...[plan, results, corrected]: Parameters<typeof consequences>): Consequences {
  const answer = consequences(plan, results, corrected);
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}

test("another score with the same winner changes nothing else", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  const answer = follows(plan, resultsOf(PARIS_2024_RESULTS), played("sf-1", "11-1 11-1 11-1 11-1"));
  assert.deepEqual(
    [answer.voided, answer.replaced, answer.medals, answer.placings, answer.groups],
    [[], [], [], [], []],
  );
  assert.equal(answer.state.complete, true);
});

test("had Japan won in the first round of Paris 2024, four matches would be void and the silver open", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  const answer = follows(plan, resultsOf(PARIS_2024_RESULTS), played("r16-8", "5-11 11-7 4-11 13-15 10-12"));
  assert.deepEqual(
    answer.voided.map(({ match, played: were, instead }) => [match, were.away, instead.away]),
    [
      ["qf-4", "PRK", "JPN"],
      ["sf-2", "PRK", null],
      ["bronze", "HKG", null],
      ["final", "PRK", null],
    ],
  );
  assert.deepEqual(
    answer.replaced.map(({ match, side, before, after }) => `${match} ${side} ${before} ${after}`),
    ["qf-4 away PRK JPN", "sf-2 away PRK null", "bronze away HKG null", "final away PRK null"],
  );
  assert.deepEqual(
    answer.medals.map(({ medal, before, after }) => `${medal} ${before.join()} ${after.join()}`),
    ["gold CHN ", "silver PRK ", "bronze KOR "],
  );
  assert.deepEqual(
    answer.placings.find((move) => move.entry === "PRK"),
    { entry: "PRK", before: 2, after: 9 },
  );
});

test("a corrected final moves gold and silver", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  const answer = follows(plan, resultsOf(PARIS_2024_RESULTS), played("final", "1-11 1-11 1-11 1-11"));
  assert.deepEqual(answer.voided, []);
  assert.deepEqual(
    answer.medals.map(({ medal, before, after }) => `${medal} ${before.join()} ${after.join()}`),
    ["gold CHN PRK", "silver PRK CHN"],
  );
});

test("a corrected group match may change who goes on", () => {
  const groups = [{ name: "A", entries: ["a", "b", "c"].map(entry) }];
  const final = planKnockOut(
    [
      { from: "place", group: "A", place: 1 },
      { from: "place", group: "A", place: 2 },
    ],
    { bronzeMatch: false },
  );
  if (isRefused(final)) throw new Error(final.message);
  const plan: EventPlan = { groups, matches: [...planGroups(groups), ...final], bronzeMatch: false };
  const results = resultsOf([
    played("a-1", "11-5 11-5"),
    played("a-2", "11-5 11-5"),
    played("a-3", "11-5 11-5"),
    played("final", "11-5 11-5"),
  ]);
  const [first] = plan.matches;
  const answer = follows(plan, results, played(first?.code ?? "", "5-11 5-11"));
  assert.equal(answer.groups.length, 1);
  assert.deepEqual(
    answer.voided.map(({ match }) => match),
    ["final"],
  );
});

test("what is not played cannot be corrected", () => {
  const plan = knockOutOf("A - B C");
  const codeOf = (match: string) => {
    const answer = consequences(plan, resultsOf([]), played(match, "11-1"));
    return isRefused(answer) ? answer.code : null;
  };
  assert.deepEqual(
    [codeOf("sf-1"), codeOf("final"), codeOf("nowhere"), codeOf("sf-2")],
    ["not-playable", "not-playable", "unknown-match", null],
  );
});

test(`a correction is the fold of the corrected results, and every result left was played by those who belong there (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "fold");
  for (let round = 0; round < 200; round += 1) {
    const size = [4, 8, 16, 32][lot.below(4)] ?? 4;
    const plan = knockOutOf(
      Array.from({ length: size }, (_, i) => (i % 4 === 1 && lot.below(3) === 0 ? "-" : `e${i}`)).join(" "),
      lot.below(2) === 0,
    );
    const score = () => (lot.below(2) === 0 ? "11-5" : "5-11");
    const results = playOut(plan, (match) => played(match, score()));
    const codes = [...results.keys()];
    const corrected = played(codes[lot.below(codes.length)] ?? "", score());
    const before = eventState(plan, results);
    const answer = follows(plan, results, corrected);
    assert.deepEqual(answer.state, eventState(plan, answer.results));
    assert.equal(answer.results.size + answer.voided.length, results.size);
    for (const match of answer.state.matches) {
      if (!answer.results.has(match.code)) continue;
      assert.deepEqual(match.entries, before.matches.find(({ code }) => code === match.code)?.entries);
      assert.equal(match.status, "over");
    }
    const back = follows(plan, answer.results, results.get(corrected.match) ?? corrected);
    for (const [code, result] of back.results) assert.deepEqual(result, results.get(code));
  }
});

test(`after any chain of corrections an event of any kind is the one made anew of its results, in whatever order (seed ${SEED})`, () => {
  let voided = 0;
  for (let round = 0; round < 60; round += 1) {
    const lot = lotFrom(SEED, `anew ${round}`);
    const numbers = (below: number) => lot.below(below);
    for (const [kind, plan] of Object.entries(plansBySeed(numbers, { sport: "table-tennis", bestOf: 5 }))) {
      const event = new LiveEvent(plan);
      const playOn = () => {
        for (let left = plan.matches.length; left > 0; left -= 1) {
          const next = event.state.matches.find(({ status }) => status === "ready");
          if (next) event.record(resultBySeed(next, numbers));
        }
      };
      playOn();
      for (let corrections = 0; corrections < 4; corrections += 1) {
        const over = event.state.matches.filter(({ status }) => status === "over");
        const match = over[numbers(over.length)];
        if (!match) continue;
        const corrected = resultBySeed(match, numbers);
        const answer = follows(plan, event.results, corrected);
        voided += answer.voided.length;
        for (const one of answer.voided) event.remove(one.match);
        event.record(corrected);
        assert.deepEqual(event.state, answer.state, `${kind}, round ${round}`);
        playOn();
      }
      const anew = new LiveEvent(plan);
      const results = [...event.results.values()];
      while (results.length > 0) for (const result of results.splice(numbers(results.length), 1)) anew.record(result);
      assert.deepEqual(anew.state, event.state, `${kind}, round ${round}`);
      assert.deepEqual(medals(anew.state, plan), medals(event.state, plan), `${kind}, round ${round}`);
    }
  }
  assert.ok(voided > 0, "no correction made a result void");
});
