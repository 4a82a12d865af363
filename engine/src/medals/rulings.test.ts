import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventPlan, Ruling } from "../draw/plan.ts";
import { planGroups } from "../draw/round-robin.ts";
import { eventState } from "../results/event.ts";
import type { MatchResult } from "../results/result.ts";
import { entry, knockOutOf, played, resultsOf } from "../results/playing.testing.ts";
import { consequencesOfPlan } from "./correction.ts";
import { medals } from "./medals.ts";

/** What is decided beside the results: medals withheld and annulled, and lots. */

const SEMI_FINALS = [played("sf-1", "11-1"), played("sf-2", "11-1")];
const WITHOUT_BRONZE_MATCH = [...SEMI_FINALS, played("final", "11-1")];
const WITH_BRONZE_MATCH = [...WITHOUT_BRONZE_MATCH, played("bronze", "11-1")];

const ruled = (...rulings: readonly string[]): { rulings: Ruling[] } => ({
  rulings: rulings.map((line): Ruling => {
    const [name = "", ruling = ""] = line.split(" ");
    return { entry: entry(name), ruling: ruling === "annulled" ? "annulled" : "withheld", reason: "a test" };
  }),
});

function told(plan: EventPlan, results: readonly MatchResult[]): string {
  const state = eventState(plan, resultsOf(results));
  const won = medals(state, plan).map(({ medal, entry: name }) => `${medal} ${name}`);
  return `${won.join(", ")} | ${state.placings.map(({ place, entry: name }) => `${place} ${name}`).join(", ")}`;
}

const CASES: readonly (readonly [string, readonly string[], boolean, string])[] = [
  [
    "gold is withheld: it goes to nobody, and the place stays",
    ["A withheld"],
    true,
    "silver C, bronze B | 1 A, 2 C, 3 B, 4 D",
  ],
  ["gold is annulled: all move up", ["A annulled"], true, "gold C, silver B, bronze D | 1 C, 2 B, 3 D"],
  ["silver is annulled: third moves up", ["C annulled"], true, "gold A, silver B, bronze D | 1 A, 2 B, 3 D"],
  ["bronze is annulled: fourth moves up", ["B annulled"], true, "gold A, silver C, bronze D | 1 A, 2 C, 3 D"],
  ["two are annulled", ["A annulled", "B annulled"], true, "gold C, silver D | 1 C, 2 D"],
  ["one is annulled, one withheld", ["A annulled", "B withheld"], true, "gold C, bronze D | 1 C, 2 B, 3 D"],
  [
    "who has no medal is annulled: nobody's changes",
    ["D annulled"],
    true,
    "gold A, silver C, bronze B | 1 A, 2 C, 3 B",
  ],
  [
    "gold is annulled over two bronzes: one silver cannot be shared",
    ["A annulled"],
    false,
    "gold C, bronze B, bronze D | 1 C, 2 B, 2 D",
  ],
  ["one of two bronzes is annulled", ["B annulled"], false, "gold A, silver C, bronze D | 1 A, 2 C, 3 D"],
];

for (const [name, rulings, bronzeMatch, expected] of CASES) {
  test(`a ruling: ${name}`, () => {
    const plan = { ...knockOutOf("A B C D", bronzeMatch), ...ruled(...rulings) };
    assert.equal(told(plan, bronzeMatch ? WITH_BRONZE_MATCH : WITHOUT_BRONZE_MATCH), expected);
  });
}

test("what a ruling changes is said before it is made, and nothing but places and medals changes", () => {
  const plan = knockOutOf("A B C D");
  const found = consequencesOfPlan(plan, { ...plan, ...ruled("A annulled") }, resultsOf(WITH_BRONZE_MATCH));
  assert.deepEqual([found.voided, found.replaced, found.groups], [[], [], []]);
  assert.deepEqual(
    found.medals.map(({ medal, before, after }) => `${medal}: ${before.join()} > ${after.join()}`),
    ["gold: A > C", "silver: C > B", "bronze: B > D"],
  );
});

function circle(lots?: readonly string[]): EventPlan {
  const group = { name: "A", entries: ["A", "B", "C"].map(entry), ...(lots ? { lots: lots.map(entry) } : {}) };
  return { groups: [group], matches: planGroups([group]), bronzeMatch: false, bestOf: 1 };
}

/** Results in which each of three beat one other alike. */
function aCircle(): readonly MatchResult[] {
  const beats: Record<string, string> = { A: "B", B: "C", C: "A" };
  return circle().matches.map((match) => {
    const [home, away] = [match.home, match.away].map((source) => ("entry" in source ? source.entry : ""));
    const isHome = beats[home ?? ""] === away;
    return played(match.code, isHome ? "11-1" : "1-11");
  });
}

test("an event in which lots decide ends when they are drawn, and not before", () => {
  assert.equal(told(circle(), aCircle()), " | 1 A, 1 B, 1 C");
  assert.equal(told(circle(["C", "A", "B"]), aCircle()), "gold C, silver A, bronze B | 1 C, 2 A, 3 B");
});
