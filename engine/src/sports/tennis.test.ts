import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "../matches/log.ts";
import { after, games, rallies, refusedCode, scoreOf, serviceOf } from "../matches/log.testing.ts";
import { newMatch, record, replay } from "../matches/match.ts";
import type { MatchState } from "../matches/state.ts";
import type { MatchRules } from "./match-rules.ts";

const RULES: MatchRules = { sport: "tennis", kind: "singles", bestOf: 3 };
const HOME: LogEntry = { kind: "service", server: "home1" };

function at(letters: string, rules: MatchRules = RULES): MatchState {
  return after(rules, [HOME, ...rallies(letters)]);
}

/** Six games all, every game won to nothing by its server. */
const SIX_ALL = ["hhhh", "aaaa"].join("").repeat(6);

test("a game is won with four points, two ahead; without advantage the fourth wins", () => {
  assert.equal(scoreOf(at("hhhh")), "1-0");
  assert.deepEqual(at("hahahah").games[0]?.points, { home: 4, away: 3 });
  assert.equal(scoreOf(at("hahahahh")), "1-0");
  assert.equal(scoreOf(at("hahahah", { ...RULES, edition: "no-advantage" })), "1-0");
});

test("a set is won with six games, two ahead, or with the tie-break at six all", () => {
  assert.equal(at("hhhh".repeat(5) + "aaaa".repeat(5) + "hhhh").progress, "playing");
  assert.equal(at("hhhh".repeat(5) + "aaaa".repeat(5) + "hhhhhhhh").gamesWon.home, 1);
  assert.equal(scoreOf(at(`${SIX_ALL}hhhhhhh`)), "7-6");
  assert.equal(at(`${SIX_ALL}${"ha".repeat(6)}h`).progress, "playing");
  for (const [score, legal] of [
    ["6-4", true],
    ["7-5", true],
    ["7-6", true],
    ["6-5", false],
    ["7-4", false],
    ["8-6", false],
  ] as const) {
    assert.equal("refused" in replay(RULES, games(score)), !legal, score);
  }
});

test("the service goes over after every game; in a tie-break after one point and then after every two", () => {
  const servers = ["", "hhhh", "hhhhaaaa"].map((letters) => serviceOf(at(letters)));
  assert.deepEqual(servers, ["home1>away1", "away1>home1", "home1>away1"]);
  const tieBreak = ["", "h", "ha", "hah", "haha", "hahah"].map((letters) => at(SIX_ALL + letters).service?.server);
  assert.deepEqual(tieBreak, ["home1", "away1", "away1", "home1", "home1", "away1"]);
});

test("who served first in the tie-break receives first in the next set", () => {
  assert.equal(serviceOf(at(`${SIX_ALL}hhhhhhh`)), "away1>home1");
  assert.equal(serviceOf(at("hhhh".repeat(6))), "home1>away1");
  assert.equal(
    refusedCode(replay(RULES, [HOME, ...rallies("hhhh".repeat(6)), { kind: "service", server: "away1" }])),
    "wrong-server",
  );
});

test("ends change after odd games, after every six points of a tie-break, and after a set of odd games", () => {
  const ends = ["hhhh", "hhhhaaaa", "hhhhaaaahhhh"].map((letters) => at(letters).homeEnd);
  assert.deepEqual(ends, ["right", "right", "left"]);
  const sixAll = at(SIX_ALL).homeEnd;
  assert.notEqual(at(`${SIX_ALL}hahaha`).homeEnd, sixAll);
  assert.equal(at(`${SIX_ALL}hahah`).homeEnd, sixAll);
});

test("set point and match point are told", () => {
  const set = at(`${"hhhh".repeat(5)}hhh`);
  assert.deepEqual([set.gamePoint, set.matchPoint], ["home", null]);
  assert.equal(at(`${"hhhh".repeat(5)}hhh`, { ...RULES, bestOf: 1 }).matchPoint, "home");
});

test("a game is served from the right first, then from the left", () => {
  assert.deepEqual(
    ["", "h", "hh", "hhh", "hhhh"].map((letters) => at(letters).serviceCourt),
    ["right", "left", "right", "left", "right"],
  );
});

const DOUBLES: MatchRules = { ...RULES, kind: "doubles" };
const OPENS: LogEntry = { kind: "service", server: "home1", receiver: "away2" };
const FOLLOWS: LogEntry = { kind: "service", server: "away1", receiver: "home1" };

/** The set from its second game on, with both orders chosen. */
function doublesAt(letters: string): MatchState {
  return after(DOUBLES, [OPENS, ...rallies("hhhh"), FOLLOWS, ...rallies(letters)]);
}

test("in doubles each player receives in one court, and the server serves a game", () => {
  const seen = ["", "h", "ha", "hah"].map((letters) => serviceOf(after(DOUBLES, [OPENS, ...rallies(letters)])));
  assert.deepEqual(seen, ["home1>away2", "home1>away1", "home1>away2", "home1>away1"]);
});

test("before the second game of a set of doubles the other pair chooses its server, and the first its receiver", () => {
  const state = after(DOUBLES, [OPENS, ...rallies("hhhh")]);
  assert.deepEqual([serviceOf(state), state.progress], ["nobody", "playing"]);
  assert.ok(state.mayRecord.includes("service") && !state.mayRecord.includes("rally"));
  assert.ok(state.calls.includes("choose-service") && state.calls.includes("choose-receiver"));
  assert.equal(refusedCode(record(state, { kind: "rally", winner: "home" })), "service-not-chosen");
  assert.equal(refusedCode(record(state, { kind: "service", server: "home2", receiver: "away1" })), "wrong-server");
  assert.equal(refusedCode(record(state, { kind: "service", server: "away1" })), "receiver-not-chosen");
  assert.equal(serviceOf(doublesAt("")), "away1>home1");
  assert.equal(refusedCode(record(doublesAt(""), FOLLOWS)), "service-already-chosen");
});

test("the four players of doubles serve in turn, through the tie-break, and choose anew for the next set", () => {
  const servers = ["", "aaaa", "aaaahhhh", "aaaahhhhaaaa"].map((letters) => doublesAt(letters).service?.server);
  assert.deepEqual(servers, ["away1", "home2", "away2", "home1"]);
  const sixAll = "aaaa" + "hhhhaaaa".repeat(5);
  const tieBreak = ["", "h", "ha", "hah", "haha", "hahah"].map((points) => serviceOf(doublesAt(sixAll + points)));
  assert.deepEqual(tieBreak, [
    "home1>away2",
    "away1>home2",
    "away1>home1",
    "home2>away1",
    "home2>away2",
    "away2>home2",
  ]);
  const next = doublesAt(`${sixAll}hhhhhhh`);
  assert.equal(refusedCode(record(next, { kind: "service", server: "home1", receiver: "away1" })), "wrong-server");
  assert.equal(refusedCode(record(next, { kind: "service", server: "away2" })), "receiver-not-chosen");
});

test("without advantage nobody but the receiver knows the court of the deciding point", () => {
  const rules = { ...RULES, edition: "no-advantage" };
  assert.equal(at("hhhaaa", rules).serviceCourt, null);
  assert.equal(at("hhhaa", rules).serviceCourt, "left");
  assert.equal(refusedCode(newMatch({ ...rules, kind: "doubles" })), "kind-not-played");
});

const DECIDER: MatchRules = { ...RULES, edition: "match-tie-break" };
const ONE_ALL = "hhhh".repeat(6) + "aaaa".repeat(6);

test("a match tie-break decides at one set all: ten points, two ahead", () => {
  assert.equal(scoreOf(at(`${ONE_ALL}${"h".repeat(9)}`, DECIDER)), "9-0");
  assert.equal(at(`${ONE_ALL}${"h".repeat(10)}`, DECIDER).outcome?.winner, "home");
  assert.equal(at(`${ONE_ALL}${"ha".repeat(9)}h`, DECIDER).progress, "playing");
  assert.equal(at(`${ONE_ALL}${"ha".repeat(9)}hh`, DECIDER).outcome?.winner, "home");
  for (const [sets, legal] of [
    ["6-4 3-6 10-7", true],
    ["6-4 3-6 13-11", true],
    ["6-4 3-6 10-9", false],
    ["6-4 3-6 6-4", false],
    ["10-7 6-4", false],
  ] as const)
    assert.equal("refused" in replay(DECIDER, games(sets)), !legal, sets);
  assert.ok("refused" in replay(RULES, games("6-4 3-6 10-7")), "only where it is the edition");
  assert.ok(!("refused" in replay({ ...DECIDER, bestOf: 1 }, games("6-4"))), "a match of one set is a set");
});

test("in a match tie-break the service goes over after one point and then after every two, and ends after every six", () => {
  const now = (points: string) => at(ONE_ALL + points, DECIDER);
  const [first = "", second = ""] = serviceOf(now("")).split(">");
  const servers = ["", "h", "ha", "hah", "haha"].map((points) => now(points).service?.server);
  assert.deepEqual(servers, [first, second, second, first, first]);
  assert.notEqual(now("hahaha").homeEnd, now("hahah").homeEnd);
  assert.equal(now("hahah").homeEnd, now("h").homeEnd);
});
