import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "../matches/log.ts";
import { after, games, rallies, refusedCode, scoreOf, serviceOf } from "../matches/log.testing.ts";
import { newMatch, replay } from "../matches/match.ts";
import type { MatchRules } from "./match-rules.ts";

const RULES: MatchRules = { sport: "squash", kind: "singles", bestOf: 5 };
const HOME: LogEntry = { kind: "service", server: "home1" };

test("a point a rally, and the winner of the rally serves", () => {
  const seen = ["", "h", "ha", "haa", "haah"].map((letters) => serviceOf(after(RULES, [HOME, ...rallies(letters)])));
  assert.deepEqual(seen, ["home1>away1", "home1>away1", "away1>home1", "away1>home1", "home1>away1"]);
});

test("from ten all a game is won two ahead, without end", () => {
  assert.equal(scoreOf(after(RULES, [HOME, ...rallies(`${"ha".repeat(30)}h`)])), "31-30");
  assert.deepEqual(after(RULES, games("11-9 32-30 11-0")).outcome, { winner: "home", by: "play" });
  assert.equal(refusedCode(replay(RULES, games("11-10"))), "illegal-game-score");
});

test("the winner of a game serves first in the next, and nobody changes ends", () => {
  const state = after(RULES, [HOME, ...rallies("a".repeat(11))]);
  assert.deepEqual([serviceOf(state), state.homeEnd], ["away1>home1", "left"]);
  const last = after({ ...RULES, bestOf: 1 }, [HOME, ...rallies("hhhhhhhhhh")]);
  assert.equal(last.homeEnd, "left");
});

test("squash is played in singles", () => {
  assert.equal(refusedCode(newMatch({ ...RULES, kind: "doubles" })), "kind-not-played");
});
