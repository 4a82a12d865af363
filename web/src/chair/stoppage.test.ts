import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogEntry, MatchRules, MatchState } from "@podium/engine";
import { isRefused, newMatch, replay } from "@podium/engine";
import { clockOf, stoppageOf, warmUpMs } from "./stoppage.ts";

const SINGLES: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 3 };
const opening: LogEntry = { kind: "service", server: "home1", atMs: 1000 };
const game: readonly LogEntry[] = won(11);
const timeOut: LogEntry = { kind: "time-out", side: "home", atMs: 4000 };

function won(points: number): readonly LogEntry[] {
  return Array.from({ length: points }, (_, at) => ({ kind: "rally", winner: "home", atMs: 2000 + at }));
}

function accepted(state: ReturnType<typeof replay>): MatchState {
  assert.ok(!isRefused(state), isRefused(state) ? state.message : "");
  return state;
}

function stoppageAfter(log: readonly LogEntry[], rules = SINGLES): ReturnType<typeof stoppageOf> {
  const lines = log.map((entry, at) => ({ id: `line-${at}`, entry }));
  return stoppageOf(accepted(replay(rules, log)), lines);
}

describe("the clock of a stoppage", () => {
  const cases: readonly (readonly [string, readonly LogEntry[], ReturnType<typeof stoppageOf>])[] = [
    ["stands still while play goes on", [opening, ...game.slice(1)], null],
    ["begins with the time-out and runs a minute", [opening, timeOut], { beganAtMs: 4000, lengthMs: 60_000 }],
    ["ends with the time-out", [opening, timeOut, { kind: "time-out-ended", atMs: 5000 }], null],
    [
      "begins with the injury and runs ten minutes",
      [opening, { kind: "medical", side: "away", atMs: 4000 }],
      { beganAtMs: 4000, lengthMs: 600_000 },
    ],
    ["begins with the last point of a game", [opening, ...game], { beganAtMs: 2010, lengthMs: 60_000 }],
    [
      "goes on when a card is shown in the interval",
      [opening, ...game, { kind: "card", side: "away", seat: "away1", card: "yellow", atMs: 9000 }],
      { beganAtMs: 2010, lengthMs: 60_000 },
    ],
    [
      "goes on when a rally of the next game is taken back",
      [opening, ...game, { kind: "rally", winner: "away", atMs: 9000 }, { kind: "undo", atMs: 9500 }],
      { beganAtMs: 2010, lengthMs: 60_000 },
    ],
    [
      "begins anew when the last point is taken back and played again",
      [opening, ...game, { kind: "undo", atMs: 9000 }, { kind: "rally", winner: "home", atMs: 9500 }],
      { beganAtMs: 9500, lengthMs: 60_000 },
    ],
    ["is not shown when nobody noted the time", [opening, { kind: "time-out", side: "home" }], null],
  ];
  for (const [law, log, expected] of cases) test(law, () => assert.deepEqual(stoppageAfter(log), expected));

  test("is as long as the edition says: badminton rests a minute at eleven and two between games", () => {
    const rules: MatchRules = { sport: "badminton", kind: "singles", bestOf: 3 };
    assert.deepEqual(stoppageAfter([opening, ...won(11)], rules), { beganAtMs: 2010, lengthMs: 60_000 });
    assert.deepEqual(stoppageAfter([opening, ...won(21)], rules), { beganAtMs: 2020, lengthMs: 120_000 });
  });

  test("has no end where the laws set none", () => {
    const rules: MatchRules = { sport: "squash", kind: "singles", bestOf: 3 };
    const stopped = stoppageAfter([opening, { kind: "medical", side: "away", atMs: 4000 }], rules);
    assert.deepEqual(stopped, { beganAtMs: 4000, lengthMs: null });
  });
});

test("players warm up as long as their laws let them, before the first service", () => {
  const timesMs = ["table-tennis", "squash", "badminton"].map((sport) =>
    warmUpMs(accepted(newMatch({ sport, kind: "singles", bestOf: 3 }))),
  );
  assert.deepEqual(timesMs, [120_000, 240_000, null]);
  assert.equal(warmUpMs(accepted(replay(SINGLES, [opening]))), null);
});

describe("what the clock shows", () => {
  const minute = { beganAtMs: 1000, lengthMs: 60_000 };
  const cases: readonly (readonly [string, Parameters<typeof clockOf>, ReturnType<typeof clockOf>])[] = [
    ["the whole time at first", [minute, 1000], { text: "1:00", isUp: false }],
    ["what is left, a second begun counted whole", [minute, 1001], { text: "1:00", isUp: false }],
    ["what is left a second later", [minute, 2000], { text: "0:59", isUp: false }],
    ["a second until the end", [minute, 60_999], { text: "0:01", isUp: false }],
    ["that time is up", [minute, 61_000], { text: "0:00", isUp: true }],
    ["no less than nothing", [minute, 600_000], { text: "0:00", isUp: true }],
    ["no more than the whole when two clocks differ", [minute, 0], { text: "1:00", isUp: false }],
    [
      "what has passed where there is no end",
      [{ beganAtMs: 1000, lengthMs: null }, 62_500],
      { text: "1:01", isUp: false },
    ],
  ];
  for (const [law, given, expected] of cases) test(law, () => assert.deepEqual(clockOf(...given), expected));
});
