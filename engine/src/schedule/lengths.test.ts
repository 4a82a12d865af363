import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedMinutes } from "./lengths.ts";

const assumed = { bestOf: 5, minutes: 30 };
const played = (count: number, bestOf: number, minutes: number) =>
  Array.from({ length: count }, () => ({ bestOf, minutes }));

test("before anything was played a match takes what was assumed", () => {
  assert.equal(expectedMinutes(assumed, []), 30);
});

test("what was played counts more the more there is of it", () => {
  assert.equal(expectedMinutes(assumed, played(1, 5, 40)), 32);
  assert.equal(expectedMinutes(assumed, played(4, 5, 40)), 35);
  assert.equal(expectedMinutes(assumed, played(200, 5, 40)), 40);
  assert.equal(expectedMinutes(assumed, played(200, 5, 20)), 21);
});

test("a best of seven tells of a best of five by the games that must be won", () => {
  assert.equal(expectedMinutes(assumed, played(400, 7, 40)), 30);
  assert.equal(expectedMinutes({ bestOf: 7, minutes: 40 }, played(400, 5, 30)), 40);
});

test("a clock that was forgotten counts as three times what was assumed", () => {
  assert.equal(expectedMinutes(assumed, played(1, 5, 2_000)), expectedMinutes(assumed, played(1, 5, 90)));
});
