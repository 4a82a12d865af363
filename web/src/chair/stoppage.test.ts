import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogEntry, MatchState } from "@podium/engine";
import { isRefused, replay } from "@podium/engine";
import { clockText, isTimeUp, stoppedForMs } from "./stoppage.ts";

const opening: LogEntry = { kind: "service", server: "home1", atMs: 1000 };
const game: readonly LogEntry[] = Array.from({ length: 11 }, (_, at) => ({
  kind: "rally",
  winner: "home",
  atMs: 2000 + at,
}));

function after(log: readonly LogEntry[]): MatchState {
  const state = replay({ sport: "table-tennis", kind: "singles", bestOf: 3 }, log);
  assert.ok(!isRefused(state), isRefused(state) ? state.message : "");
  return state;
}

function stopped(...log: readonly LogEntry[]): number | null {
  const state = after(log);
  return stoppedForMs(
    state,
    log.map((entry, at) => ({ id: `line-${at}`, entry })),
    10_000,
  );
}

describe("the clock of a stoppage", () => {
  test("stands still while play goes on", () => assert.equal(stopped(opening, ...game.slice(1)), null));
  test("begins with the time-out", () =>
    assert.equal(stopped(opening, { kind: "time-out", side: "home", atMs: 4000 }), 6000));
  test("ends with the time-out", () =>
    assert.equal(
      stopped(opening, { kind: "time-out", side: "home", atMs: 4000 }, { kind: "time-out-ended", atMs: 5000 }),
      null,
    ));
  test("begins with the injury", () =>
    assert.equal(stopped(opening, { kind: "medical", side: "away", atMs: 4000 }), 6000));
  test("begins with the last point of a game", () => assert.equal(stopped(opening, ...game), 10_000 - 2010));
  test("is not shown when nobody noted the time", () =>
    assert.equal(stopped(opening, { kind: "time-out", side: "home" }), null));
  test("does not run backwards when two clocks differ", () =>
    assert.equal(stopped(opening, { kind: "time-out", side: "home", atMs: 11_000 }), 0));
});

test("a time-out and an interval last a minute, an injury as long as the referee lets it", () => {
  const timeOut = after([opening, { kind: "time-out", side: "home" }]);
  assert.deepEqual(
    [59_999, 60_000].map((ms) => isTimeUp(timeOut, ms)),
    [false, true],
  );
  assert.equal(isTimeUp(after([opening, ...game]), 60_000), true);
  assert.equal(isTimeUp(after([opening, { kind: "medical", side: "away" }]), 600_000), false);
});

test("minutes and seconds", () =>
  assert.deepEqual([0, 999, 61_000, 600_000].map(clockText), ["0:00", "0:00", "1:01", "10:00"]));
