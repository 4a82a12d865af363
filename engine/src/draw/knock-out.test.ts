import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode } from "../brand.ts";
import { isRefused } from "../refusal.ts";
import { drawSizeFor, planKnockOut } from "./knock-out.ts";
import type { PlannedMatch, Source } from "./plan.ts";

const lines = (count: number): Source[] =>
  Array.from({ length: count }, (_, i) => ({ from: "entry", entry: `e${i + 1}` as EntryCode }));

function plan(count: number, bronzeMatch = true): PlannedMatch[] {
  const matches = planKnockOut(lines(count), { bronzeMatch });
  if (isRefused(matches)) throw new Error(matches.message);
  return matches;
}

const codes = (matches: readonly PlannedMatch[]) => matches.map((match) => match.code).join(" ");

test("the rounds are named by how many are left, and bronze is played before the final", () => {
  assert.equal(codes(plan(2)), "final");
  assert.equal(codes(plan(4)), "sf-1 sf-2 bronze final");
  assert.equal(codes(plan(4, false)), "sf-1 sf-2 final");
  assert.equal(
    codes(plan(16)),
    "r16-1 r16-2 r16-3 r16-4 r16-5 r16-6 r16-7 r16-8 qf-1 qf-2 qf-3 qf-4 sf-1 sf-2 bronze final",
  );
  assert.deepEqual(
    plan(128)
      .slice(0, 1)
      .map(({ code, round, order }) => [code, round, order]),
    [["r128-1", "r128", 1]],
  );
});

test("neighbours on the lines meet, and winners of neighbouring matches after them", () => {
  const matches = plan(8);
  assert.deepEqual(
    [matches[1]?.home, matches[1]?.away],
    [
      { from: "entry", entry: "e3" },
      { from: "entry", entry: "e4" },
    ],
  );
  const final = matches.at(-1);
  assert.deepEqual(
    [final?.home, final?.away],
    [
      { from: "winner", match: "sf-1" },
      { from: "winner", match: "sf-2" },
    ],
  );
  const bronze = matches.at(-2);
  assert.deepEqual(
    [bronze?.home, bronze?.away],
    [
      { from: "loser", match: "sf-1" },
      { from: "loser", match: "sf-2" },
    ],
  );
});

test("a draw of n lines has n - 1 matches and the one for bronze", () => {
  for (let size = 4; size <= 1024; size *= 2) {
    assert.equal(plan(size).length, size);
    assert.equal(new Set(plan(size).map((match) => match.code)).size, size);
  }
});

test("lines that do not halve down to a final, and an entry on two lines, are refused", () => {
  for (const count of [0, 1, 3, 6, 12, 2048]) {
    const refused = planKnockOut(lines(count), { bronzeMatch: true });
    assert.equal(isRefused(refused) && refused.code, "draw-size");
  }
  const twice = planKnockOut([...lines(3), ...lines(1)], { bronzeMatch: true });
  assert.deepEqual(isRefused(twice) && [twice.code, twice.detail], [
    "entry-twice",
    { entry: "e1", first: 1, second: 4 },
  ]);
});

test("the smallest draw that holds everybody", () => {
  assert.deepEqual([2, 3, 4, 5, 16, 17].map(drawSizeFor), [2, 4, 4, 8, 16, 32]);
});
