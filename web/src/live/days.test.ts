import assert from "node:assert/strict";
import { test } from "node:test";
import { byDay } from "./days.ts";
import { parisEventPage, parisMatch } from "../ui/paris.testing.ts";

test("an order of play falls into the days of the place, in their order", () => {
  assert.deepEqual(
    byDay(parisEventPage.orderOfPlay).map(({ day, matches }) => [day, matches.length]),
    [
      ["2024-07-27", 8],
      ["2024-07-28", 4],
      ["2024-07-29", 2],
      ["2024-07-30", 2],
    ],
  );
});

test("matches without a time stand together", () => {
  assert.deepEqual(
    byDay([{ ...parisMatch("final"), startMs: null }]).map(({ day }) => day),
    [""],
  );
});
