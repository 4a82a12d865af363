import assert from "node:assert/strict";
import { test } from "node:test";
import { credited } from "../matches/ending.ts";
import type { LogEntry } from "../matches/log.ts";
import { illegalFinal, illegalUnfinished } from "../matches/games.ts";
import { accepted, after, games, rallies, refusedCode, scoreOf, serviceOf } from "../matches/log.testing.ts";
import { newMatch, record, replay } from "../matches/match.ts";
import type { MatchState } from "../matches/state.ts";
import type { MatchRules } from "./match-rules.ts";

const SINGLES: MatchRules = { sport: "badminton", kind: "singles", bestOf: 3 };
const DOUBLES: MatchRules = { ...SINGLES, kind: "doubles" };
const NEW: MatchRules = { ...SINGLES, edition: "3x15" };
const HOME: LogEntry = { kind: "service", server: "home1" };
const PAIRS: LogEntry = { kind: "service", server: "home1", receiver: "away1" };

test("29-29 is won by the next rally, and in the new edition 20-20", () => {
  const level = after(SINGLES, [HOME, ...rallies("ha".repeat(29))]);
  assert.equal(level.progress, "playing");
  assert.deepEqual([level.gamePoint, level.calls.includes("game-point")], ["away", true]);
  assert.equal(scoreOf(accepted(record(level, { kind: "rally", winner: "home" }))), "30-29");
  const newLevel = after(NEW, [HOME, ...rallies("ha".repeat(20))]);
  assert.equal(accepted(record(newLevel, { kind: "rally", winner: "home" })).gamesWon.home, 1);
});

test("the finals of both editions are those their laws can reach", () => {
  for (const [rules, target, cap] of [
    [SINGLES, 21, 30],
    [NEW, 15, 21],
  ] as const) {
    const full = accepted(newMatch(rules)).rules;
    for (let loser = 0; loser <= 31; loser += 1) {
      for (let winner = loser; winner <= 32; winner += 1) {
        const legal =
          (winner === target && loser <= target - 2) ||
          (loser >= target - 1 && winner === loser + 2 && winner <= cap) ||
          (winner === cap && loser === cap - 1);
        assert.equal(
          illegalFinal(full, { home: winner, away: loser }, 1) === null,
          legal,
          `${rules.edition ?? ""} ${winner}-${loser}`,
        );
      }
    }
  }
});

test("the new edition is in force from 4 January 2027", () => {
  const edition = (on: string): string | undefined => accepted(newMatch({ ...SINGLES, on })).rules.edition;
  assert.deepEqual(["2024-08-05", "2027-01-03", "2027-01-04"].map(edition), ["3x21", "3x21", "3x15"]);
});

test("who wins the rally serves, from the right at an even score and from the left at an odd one", () => {
  const seen: string[] = [];
  let state = after(SINGLES, [HOME]);
  for (const line of rallies("hhaah")) {
    seen.push(`${state.service?.server ?? ""} ${state.serviceCourt ?? ""}`);
    state = accepted(record(state, line));
  }
  assert.deepEqual(seen, ["home1 right", "home1 left", "home1 right", "away1 left", "away1 right"]);
});

test("in doubles only the serving side changes courts, and only on its own point", () => {
  // The sequence of law 11: A serves from the right to C (home1 to away1), and so on.
  const table: readonly (readonly [letters: string, service: string, courts: string])[] = [
    ["", "home1>away1", "home1 away1"],
    ["h", "home1>away2", "home2 away1"],
    ["ha", "away2>home1", "home2 away1"],
    ["haa", "away2>home2", "home2 away2"],
    ["haah", "home2>away2", "home2 away2"],
    ["haaha", "away1>home1", "home2 away2"],
  ];
  for (const [letters, service, courts] of table) {
    const state = after(DOUBLES, [PAIRS, ...rallies(letters)]);
    assert.equal(serviceOf(state), service, letters);
    assert.equal(`${state.courts?.home ?? ""} ${state.courts?.away ?? ""}`, courts, letters);
  }
});

test("the side that won a game serves first in the next; in doubles either of its players to either opponent", () => {
  const won = [PAIRS, ...rallies("a".repeat(21))];
  assert.equal(serviceOf(after(SINGLES, [HOME, ...rallies("a".repeat(21))])), "away1>home1");
  assert.equal(refusedCode(replay(DOUBLES, [...won, PAIRS])), "wrong-server");
  assert.equal(refusedCode(replay(DOUBLES, [...won, { kind: "service", server: "away2" }])), "receiver-not-chosen");
  assert.equal(
    serviceOf(after(DOUBLES, [...won, { kind: "service", server: "away2", receiver: "home2" }])),
    "away2>home2",
  );
  assert.equal(refusedCode(replay(SINGLES, [...games("21-5"), { kind: "service", server: "away1" }])), "wrong-server");
});

test("players rest at eleven, and change ends there in the last game", () => {
  const at = (rules: MatchRules, before: readonly LogEntry[], points: number): MatchState =>
    after(rules, [...before, ...rallies("h".repeat(points))]);
  const third = [HOME, ...rallies("h".repeat(21) + "a".repeat(21))];
  assert.ok(at(SINGLES, [HOME], 11).calls.includes("interval"));
  assert.equal(at(SINGLES, [HOME], 11).homeEnd, "left");
  assert.notEqual(at(SINGLES, third, 10).homeEnd, at(SINGLES, third, 11).homeEnd);
  const newThird = [HOME, ...rallies("h".repeat(15) + "a".repeat(15))];
  assert.notEqual(at(NEW, newThird, 7).homeEnd, at(NEW, newThird, 8).homeEnd);
});

test("a red card is a point and the service; there are no time-outs and no expedite", () => {
  const state = after(SINGLES, [
    HOME,
    { kind: "card", side: "home", card: "yellow" },
    { kind: "card", side: "home", card: "yellow-red-1" },
  ]);
  assert.deepEqual([scoreOf(state), serviceOf(state)], ["0-1", "away1>home1"]);
  assert.equal(scoreOf(accepted(record(state, { kind: "card", side: "home", card: "yellow-red-1" }))), "0-2");
  assert.equal(refusedCode(record(state, { kind: "time-out", side: "home" })), "no-time-out-left");
  assert.equal(refusedCode(record(state, { kind: "expedite", ballInPlay: true, requestedBy: "both" })), "no-expedite");
});

test("the results of a side that does not finish are deleted", () => {
  assert.deepEqual(
    credited(after(SINGLES, [...games("21-5"), HOME, ...rallies("hh"), { kind: "retired", side: "away" }])),
    [],
  );
  assert.deepEqual(credited(after(SINGLES, [{ kind: "walkover", absent: "away" }])), []);
});

test("a game goes on until a side is two ahead, and to thirty at most", () => {
  const rules = accepted(newMatch({ sport: "badminton", kind: "singles", bestOf: 3 })).rules;
  const goesOn = (home: number, away: number) => illegalUnfinished(rules, { home, away }, 1) === null;
  for (const [home, away] of [
    [0, 0],
    [20, 0],
    [20, 20],
    [21, 20],
    [24, 25],
    [29, 29],
    [28, 29],
  ] as const)
    assert.equal(goesOn(home, away), true, `${home}-${away}`);
  for (const [home, away] of [
    [21, 0],
    [21, 19],
    [20, 22],
    [30, 29],
    [29, 30],
  ] as const)
    assert.equal(goesOn(home, away), false, `${home}-${away}`);
});
