import assert from "node:assert/strict";
import { test } from "node:test";
import { clubMatch } from "./club.testing.ts";
import { parisMatch } from "../ui/paris.testing.ts";
import { gameColumns, largeScore } from "./score-shown.ts";

test("while a match is played the large numerals are the points of the game", () => {
  assert.deepEqual(largeScore(clubMatch(false)), { unit: "points", home: 6, away: 4 });
});

test("when it is over they are the games won", () => {
  assert.deepEqual(largeScore(parisMatch("final")), { unit: "games", home: 4, away: 2 });
});

test("before the first point of a live match they are nil, whatever the games", () => {
  assert.deepEqual(largeScore({ status: "live", games: [], gamesWon: { home: 0, away: 0 } }), { unit: "points", home: 0, away: 0 });
});

test("an open match has a column for every game that may come, a finished one for those that were played", () => {
  assert.equal(gameColumns(clubMatch(false)), 5);
  assert.equal(gameColumns(parisMatch("final")), 6);
});
