import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isRefused } from "../refusal.ts";
import { callState, calledTo, type HallMatch, obstaclesTo, type TableCall, withCallLine } from "./table-calls.ts";

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const call: TableCall = { calledMs: NOW, present: [], dueMs: null, tableBefore: "3" };

function match(id: string, players: string, given: Partial<HallMatch> = {}): HallMatch {
  return { id, players: [...players], table: null, status: "ready", call: null, endedMs: null, ...given };
}

function codeOf(answer: unknown): string | null {
  return isRefused(answer) ? answer.code : null;
}

describe("a match is called", () => {
  const asked = { match: "m", table: "1", atMs: NOW };
  const cases: readonly (readonly [string, readonly HallMatch[], string | null])[] = [
    ["to a free table", [match("m", "ab"), match("n", "cd", { table: "2", status: "live" })], null],
    [
      "to the table that a match was played on",
      [match("m", "ab"), match("n", "ac", { table: "1", status: "over" })],
      null,
    ],
    ["to a table on which another one is only planned", [match("m", "ab"), match("n", "cd", { table: "1" })], null],
    [
      "not to a table where another one is on",
      [match("m", "ab"), match("n", "cd", { table: "1", status: "live" })],
      "table-taken",
    ],
    [
      "not to a table that another one is called to",
      [match("m", "ab"), match("n", "cd", { table: "1", call })],
      "table-taken",
    ],
    [
      "not while somebody of it plays",
      [match("m", "ab"), match("n", "bc", { table: "2", status: "live" })],
      "player-busy",
    ],
    ["not while somebody of it is called", [match("m", "ab"), match("n", "bc", { table: "2", call })], "player-busy"],
    ["not before it is known who plays", [match("m", "a", { status: "waiting" })], "match-not-ready"],
    ["not when it has begun", [match("m", "ab", { status: "live" })], "match-under-way"],
  ];
  for (const [law, hall, code] of cases) test(law, () => assert.equal(codeOf(calledTo(hall, asked)), code));

  test("and remembers the table it was planned on; called again elsewhere it keeps who has come", () => {
    const first = calledTo([match("m", "ab", { table: "3" })], asked);
    assert.deepEqual(first, call);
    const come = { ...call, present: ["a"] };
    const again = calledTo([match("m", "ab", { table: "1", call: come })], { ...asked, table: "2", atMs: NOW + 1 });
    assert.deepEqual(again, { ...come, calledMs: NOW + 1 });
  });
});

test("a match may begin when all its players are free and rested; who is not is told once, with why", () => {
  const rest = { nowMs: NOW, restMs: 10 * MINUTE };
  const hall = [
    match("m", "abcd"),
    match("on", "a", { status: "live", table: "1" }),
    match("called", "b", { call, table: "2" }),
    match("long ago", "cd", { status: "over", endedMs: NOW - 10 * MINUTE }),
    match("just now", "c", { status: "over", endedMs: NOW - 3 * MINUTE }),
    match("unknown end", "d", { status: "over" }),
  ];
  const [first] = hall;
  assert.ok(first);
  assert.deepEqual(obstaclesTo(first, hall, rest), [
    { code: "plays", player: "a", match: "on", table: "1" },
    { code: "called", player: "b", match: "called", table: "2" },
    { code: "rests", player: "c", match: "just now", untilMs: NOW + 7 * MINUTE },
  ]);
  assert.deepEqual(obstaclesTo(match("free", "xy"), hall, rest), []);
});

describe("the no-show clock", () => {
  const started = withCallLine(call, { kind: "clock-started", atMs: NOW, minutes: 5 }, ["a", "b"]);
  assert.ok(!isRefused(started));

  test("runs out after its minutes, and not before", () => {
    assert.equal(callState(started, ["a", "b"], NOW + 5 * MINUTE - 1), "called");
    assert.equal(callState(started, ["a", "b"], NOW + 5 * MINUTE), "no-show");
  });

  test("goes on while one of two is there, and stops when both are", () => {
    const one = withCallLine(started, { kind: "came", player: "a" }, ["a", "b"]);
    assert.ok(!isRefused(one));
    assert.equal(callState(one, ["a", "b"], NOW + 5 * MINUTE), "no-show");
    const both = withCallLine(one, { kind: "came", player: "b" }, ["a", "b"]);
    assert.ok(!isRefused(both));
    assert.deepEqual([both.dueMs, callState(both, ["a", "b"], NOW + 5 * MINUTE)], [null, "present"]);
  });

  test("is stopped by the desk", () => {
    assert.deepEqual(withCallLine(started, { kind: "clock-stopped" }, ["a", "b"]), call);
  });
});

test("who came twice is there once, who was taken for another is missing again, and a stranger is refused", () => {
  const players = ["a", "b"];
  const once = withCallLine(call, { kind: "came", player: "a" }, players);
  assert.ok(!isRefused(once));
  assert.deepEqual(withCallLine(once, { kind: "came", player: "a" }, players), once);
  assert.deepEqual(withCallLine(once, { kind: "missing", player: "a" }, players), call);
  assert.equal(codeOf(withCallLine(call, { kind: "came", player: "z" }, players)), "no-such-player");
});
