import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogEntry, MatchRules, MatchState, Side } from "@podium/engine";
import { isRefused, replay } from "@podium/engine";
import { answeredOnOpening, boardOf, positionOf } from "./board.ts";

const singles: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 3 };
const doubles: MatchRules = { sport: "table-tennis", kind: "doubles", bestOf: 3 };
const opening: LogEntry = { kind: "service", server: "home1", homeEnd: "left" };
const pairOpening: LogEntry = { kind: "service", server: "home1", receiver: "away1", homeEnd: "right" };

function after(rules: MatchRules, ...log: readonly LogEntry[]): MatchState {
  const state = replay(rules, log);
  assert.ok(!isRefused(state), isRefused(state) ? state.message : "");
  return state;
}

function points(winner: Side, count: number): readonly LogEntry[] {
  return Array.from({ length: count }, () => ({ kind: "rally", winner }) as const);
}

describe("the board", () => {
  test("asks who serves before a match, and before every game of a doubles match", () => {
    assert.equal(boardOf(after(singles), null).mode, "choose");
    const interval = after(doubles, pairOpening, ...points("home", 11));
    assert.equal(boardOf(interval, positionOf(interval)).mode, "choose");
  });

  test("shows home at the end home plays from", () => {
    assert.equal(boardOf(after(singles, opening), null).left.side, "home");
    assert.equal(boardOf(after(doubles, pairOpening), null).left.side, "away");
  });

  test("marks the server and the receiver, and nobody else of a pair", () => {
    const { left, right } = boardOf(after(doubles, pairOpening), null);
    assert.deepEqual(right.seats, [
      { seat: "home1", role: "serves", card: null },
      { seat: "home2", role: null, card: null },
    ]);
    assert.deepEqual(left.seats, [
      { seat: "away1", role: "receives", card: null },
      { seat: "away2", role: null, card: null },
    ]);
  });

  test("one seat a side in singles", () => {
    assert.deepEqual(
      boardOf(after(singles, opening), null).left.seats.map(({ seat }) => seat),
      ["home1"],
    );
  });
});

describe("a time-out", () => {
  const running = after(doubles, pairOpening, { kind: "time-out", side: "away" });
  const ended = after(doubles, pairOpening, { kind: "time-out", side: "away" }, { kind: "time-out-ended" });

  test("lets the halves wait until it is ended, so that a thumb scores nothing", () => {
    assert.equal(boardOf(running, null).mode, "time-out");
    assert.equal(boardOf(ended, null).mode, "play");
  });

  test("stays on the board as taken, on its side alone", () => {
    const { left, right } = boardOf(ended, null);
    assert.deepEqual([left.side, left.timeOutTaken, right.timeOutTaken], ["away", true, false]);
  });
});

test("a card stays with the player it was shown to, the last one of several", () => {
  const cards: readonly LogEntry[] = [
    { kind: "card", side: "away", seat: "away2", card: "yellow" },
    { kind: "card", side: "away", seat: "away2", card: "yellow-red-1" },
  ];
  const seats = boardOf(after(doubles, pairOpening, ...cards), null).left.seats;
  assert.deepEqual(
    seats.map(({ seat, card }) => [seat, card]),
    [
      ["away1", null],
      ["away2", "yellow-red-1"],
    ],
  );
});

describe("between two games", () => {
  const interval = after(singles, opening, ...points("home", 11));

  test("the score that was just made stays, at the ends where it was made", () => {
    const board = boardOf(interval, null);
    assert.equal(board.mode, "interval");
    assert.deepEqual([board.left.side, board.left.points, board.left.games], ["home", 11, 1]);
  });

  test("asked for, the next game begins at nothing with the ends changed", () => {
    const board = boardOf(interval, positionOf(interval));
    assert.equal(board.mode, "play");
    assert.deepEqual([board.left.side, board.left.points, board.right.points, board.right.games], ["away", 0, 0, 1]);
    assert.deepEqual(board.finished, [{ home: 11, away: 0 }]);
  });

  test("a card shown in the interval does not bring the old board back", () => {
    const carded = after(singles, opening, ...points("home", 11), { kind: "card", side: "away", card: "yellow" });
    assert.equal(boardOf(carded, positionOf(interval)).mode, "play");
  });
});

describe("the change of ends at five in the last game", () => {
  const log = [opening, ...points("home", 11), ...points("away", 11), ...points("home", 5)];
  const atFive = after(singles, ...log);
  const before = after(singles, ...log.slice(0, -1));

  test("waits until the players have changed, so that no half turns under the thumb", () => {
    const board = boardOf(atFive, null);
    assert.equal(board.mode, "ends");
    assert.equal(board.left.side, boardOf(before, null).left.side);
  });

  test("then the halves have changed and play goes on", () => {
    const board = boardOf(atFive, positionOf(atFive));
    assert.equal(board.mode, "play");
    assert.equal(board.left.side, boardOf(before, null).right.side);
  });

  test("is asked again by a phone that is loaded before it was answered, and not after", () => {
    assert.equal(boardOf(atFive, answeredOnOpening(atFive, null)).mode, "ends");
    assert.equal(boardOf(atFive, answeredOnOpening(atFive, positionOf(atFive))).mode, "play");
    assert.equal(boardOf(before, answeredOnOpening(before, null)).mode, "play");
  });

  test("undone, the halves stand where they stood", () => {
    const undone = after(singles, ...log, { kind: "undo" });
    assert.deepEqual(boardOf(undone, null), boardOf(before, null));
  });
});

test("a match that is over takes no more rallies and keeps its last score", () => {
  const board = boardOf(after(singles, opening, ...points("away", 22)), null);
  assert.equal(board.mode, "over");
  assert.deepEqual(
    [board.left.points, board.right.points].toSorted((a, b) => a - b),
    [0, 11],
  );
});
