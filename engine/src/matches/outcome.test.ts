import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { credited } from "./ending.ts";
import type { LogEntry } from "./log.ts";
import { after, games, HOME_SERVES, SINGLES } from "./log.testing.ts";
import { record, replay } from "./match.ts";
import type { MatchRules } from "../sports/match-rules.ts";

const TIE: MatchRules = { ...SINGLES, kind: "team", tie: { counts: "rubbers", of: 5, wonBy: 3 } };
const BEST_OF_SEVEN: MatchRules = { ...SINGLES, bestOf: 7 };

type OutcomeEntry = Extract<LogEntry, { kind: "outcome" }>;

const told = (score: string | null, more: Partial<OutcomeEntry> = {}): OutcomeEntry => {
  const [home = 0, away = 0] = (score ?? "").split("-").map(Number);
  return { kind: "outcome", winner: "home", by: "play", gamesWon: score === null ? null : { home, away }, ...more };
};

test("a match won 4-1 whose points nobody noted is over, with its winner and its games won, and no game of points", () => {
  const state = after(BEST_OF_SEVEN, [told("4-1")]);
  assert.deepEqual(state.outcome, { winner: "home", by: "play", gamesWon: { home: 4, away: 1 } });
  assert.deepEqual([state.progress, state.gamesWon, state.games], ["over", { home: 4, away: 1 }, []]);
  assert.deepEqual(credited(state), []);
});

test("a winner without a score is an outcome whose games are unknown, not 0-0", () => {
  const state = after(SINGLES, [told(null, { winner: "away" })]);
  assert.deepEqual(state.outcome, { winner: "away", by: "play", gamesWon: null });
});

test("who won on the table and is disqualified afterwards loses the match; the games stay as they are known", () => {
  const state = after(SINGLES, [told("3-1"), { kind: "disqualified", side: "home" }]);
  assert.deepEqual(state.outcome, { winner: "away", by: "disqualification", gamesWon: { home: 3, away: 1 } });
});

const IMPOSSIBLE: Record<string, readonly [MatchRules, OutcomeEntry]> = {
  "too few games to win": [BEST_OF_SEVEN, told("3-1")],
  "more games than win": [BEST_OF_SEVEN, told("5-1")],
  "won by the other side": [BEST_OF_SEVEN, told("1-4")],
  "both have won": [BEST_OF_SEVEN, told("4-4")],
  "a retirement after the match was won": [BEST_OF_SEVEN, told("4-1", { by: "retirement" })],
  "half a game": [BEST_OF_SEVEN, told("4-0.5")],
};

for (const [name, [rules, entry]] of Object.entries(IMPOSSIBLE)) {
  test(`a score that cannot be is refused: ${name}`, () => {
    const answer = replay(rules, [entry]);
    assert.equal(isRefused(answer) && answer.code, "score-impossible");
  });
}

test("a match that ended early may stand at any score that goes on", () => {
  const state = after(SINGLES, [told("1-2", { by: "retirement" })]);
  assert.deepEqual(state.outcome?.gamesWon, { home: 1, away: 2 });
});

test("once anything of the play is recorded, its end alone cannot be told; and it can be taken back", () => {
  const answer = record(after(SINGLES, [HOME_SERVES]), told("3-1"));
  assert.equal(isRefused(answer) && answer.code, "outcome-after-play");
  assert.equal(after(SINGLES, [told("3-1"), { kind: "undo" }]).progress, "ready");
});

test("a match is abandoned as it stands: nobody has won until the referee says who goes on", () => {
  const open = after(SINGLES, [...games("11-7 8-11"), { kind: "abandoned", unfinished: { home: 5, away: 3 } }]);
  assert.deepEqual(open.outcome, { winner: null, by: "abandonment", undecided: true });
  assert.deepEqual([open.progress, open.games.length, open.gamesWon], ["over", 3, { home: 1, away: 1 }]);
  const decided = after(SINGLES, [...games("11-7 8-11"), { kind: "abandoned", goesOn: "away" }]);
  assert.deepEqual(decided.outcome, { winner: "away", by: "abandonment" });
  const forNobody = after(SINGLES, [{ kind: "abandoned", goesOn: "nobody", gamesWon: { home: 1, away: 0 } }]);
  assert.deepEqual(forNobody.outcome, { winner: null, by: "abandonment", gamesWon: { home: 1, away: 0 } });
});

const NOT_ABANDONED: Record<string, readonly [MatchRules, LogEntry[], string]> = {
  "a match that was won": [SINGLES, [...games("11-1 11-1 11-1"), { kind: "abandoned" }], "match-over"],
  "a match that was won by its score": [
    SINGLES,
    [{ kind: "abandoned", gamesWon: { home: 3, away: 1 } }],
    "score-impossible",
  ],
  "a tie that was won": [TIE, [{ kind: "abandoned", gamesWon: { home: 3, away: 1 } }], "tie-score-impossible"],
  "a match whose games are told": [
    SINGLES,
    [...games("11-1"), { kind: "abandoned", gamesWon: { home: 1, away: 0 } }],
    "outcome-after-play",
  ],
  "a match nobody comes to": [SINGLES, [{ kind: "walkover", absent: "home" }, { kind: "abandoned" }], "match-over"],
};

for (const [name, [rules, log, code]] of Object.entries(NOT_ABANDONED)) {
  test(`${name} cannot be abandoned`, () => {
    const answer = replay(rules, log);
    assert.equal(isRefused(answer) && answer.code, code);
  });
}

test("a tie that was abandoned keeps its score", () => {
  const state = after(TIE, [{ kind: "abandoned", goesOn: "home", gamesWon: { home: 2, away: 1 } }]);
  assert.deepEqual(state.outcome, { winner: "home", by: "abandonment", gamesWon: { home: 2, away: 1 } });
});
