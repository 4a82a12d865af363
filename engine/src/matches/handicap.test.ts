import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchRules } from "../sports/match-rules.ts";
import { after, games, rallies, refusedCode, scoreOf } from "./log.testing.ts";
import { newMatch, replay } from "./match.ts";
import type { LogEntry } from "./log.ts";

const RULES: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 3, handicap: { home: 3, away: 0 } };
const HOME: LogEntry = { kind: "service", server: "home1" };

test("every game begins with the points that are given", () => {
  assert.equal(scoreOf(after(RULES, [HOME])), "3-0");
  const second = after(RULES, [HOME, ...rallies("hhhhhhhh"), { kind: "service", server: "away1" }]);
  assert.deepEqual([second.gamesWon.home, scoreOf(second)], [1, "3-0"]);
});

test("points that are given count to the eleventh, and two ahead is two ahead", () => {
  assert.equal(after(RULES, [HOME, ...rallies("hhhhhhhh")]).gamesWon.home, 1);
  assert.equal(after(RULES, [HOME, ...rallies(`${"h".repeat(7)}${"a".repeat(10)}h`)]).progress, "playing");
});

test("a game that is told by its score cannot end below the points that were given", () => {
  for (const [told, legal] of [
    ["11-0 11-9", true],
    ["3-11 3-11", true],
    ["2-11 3-11", false],
  ] as const)
    assert.equal("refused" in replay(RULES, games(told)), !legal, told);
});

test("nobody is given a whole game, or less than nothing", () => {
  for (const home of [11, -1, 0.5])
    assert.equal(refusedCode(newMatch({ ...RULES, handicap: { home, away: 0 } })), "handicap-too-high");
});

test("a technical foul takes no point that was given: of who has won none yet it is the opponent's", () => {
  const rules: MatchRules = {
    sport: "pickleball",
    edition: "rally",
    kind: "singles",
    bestOf: 3,
    handicap: { home: 3, away: 0 },
  };
  const foul: LogEntry[] = [
    { kind: "card", side: "home", card: "yellow" },
    { kind: "card", side: "home", card: "yellow-red-1" },
  ];
  assert.equal(scoreOf(after(rules, [HOME, ...foul])), "3-1");
  assert.equal(scoreOf(after(rules, [HOME, ...rallies("h"), ...foul])), "3-0");
});
