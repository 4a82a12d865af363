import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, type LogEntry, replay } from "@podium/engine";
import { clubMatch } from "./club.testing.ts";
import { parisMatch } from "../ui/paris.testing.ts";
import { gameColumns, largeScore, sideCall } from "./score-shown.ts";

test("while a match is played the large numerals are the points of the game", () => {
  assert.deepEqual(largeScore(clubMatch(false)), { unit: "points", home: 6, away: 4 });
});

test("when it is over they are the games won", () => {
  assert.deepEqual(largeScore(parisMatch("final")), { unit: "games", home: 4, away: 2 });
});

test("before the first point of a live match they are nil, whatever the games", () => {
  assert.deepEqual(largeScore({ status: "live", games: [], gamesWon: { home: 0, away: 0 }, winner: null }), {
    unit: "points",
    home: 0,
    away: 0,
  });
});

test("an open match has a column for every game that may come, a finished one for those that were played", () => {
  assert.equal(gameColumns(clubMatch(false)), 5);
  assert.equal(gameColumns(parisMatch("final")), 6);
});

const rallies = (winner: "home" | "away", count: number): LogEntry[] =>
  Array.from({ length: count }, () => ({ kind: "rally", winner }));
const calls: readonly (readonly [
  string,
  readonly LogEntry[],
  { readonly home: string | null; readonly away: string | null },
])[] = [
  ["between two rallies nothing is said", rallies("home", 3), { home: null, away: null }],
  ["a side one point from the game has a game point", rallies("home", 10), { home: "game-point", away: null }],
  ["a side one point from the match has a match point", rallies("away", 21), { home: null, away: "match-point" }],
  [
    "a time-out weighs more than the point that waits",
    [...rallies("home", 10), { kind: "time-out", side: "home" }],
    { home: "time-out", away: null },
  ],
  [
    "play waits for the injured side",
    [...rallies("home", 2), { kind: "medical", side: "away" }],
    { home: null, away: "medical" },
  ],
];

for (const [law, log, expected] of calls) {
  test(law, () => {
    const state = replay({ sport: "table-tennis", kind: "singles", bestOf: 3 }, [
      { kind: "service", server: "home1" },
      ...log,
    ]);
    assert.ok(!isRefused(state));
    assert.deepEqual({ home: sideCall(state, "home"), away: sideCall(state, "away") }, expected);
  });
}
