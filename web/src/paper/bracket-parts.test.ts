import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoundView } from "@podium/protocol";
import { clubMatch } from "../live/club.testing.ts";
import { bracketParts } from "./bracket-parts.ts";

/** A knock-out of so many lines; each match is told by its id alone. */
function knockOut(lines: number): RoundView[] {
  const rounds: RoundView[] = [];
  for (let matches = lines / 2; matches >= 1; matches /= 2)
    rounds.push({
      round: `r${matches * 2}`,
      matches: Array.from({ length: matches }, (_, at) => ({ ...clubMatch(false), id: `r${matches * 2}-${at + 1}` })),
    });
  return rounds;
}

for (const [lines, sheets] of [
  [2, 1],
  [8, 1],
  [16, 1],
  [32, 3],
  [64, 5],
  [128, 9],
] as const)
  test(`a bracket of ${lines} takes ${sheets}, none of more than 16 lines`, () => {
    const parts = bracketParts({ rounds: knockOut(lines), bronze: null });
    assert.equal(parts.length, sheets);
    for (const { rounds } of parts) assert.ok((rounds[0]?.matches.length ?? 0) <= 8);
  });

test("every match stands on a sheet, and on the last again only the one that a stretch ends with", () => {
  const rounds = knockOut(128);
  const shown = bracketParts({ rounds, bronze: null }).flatMap((part) =>
    part.rounds.flatMap(({ matches }) => matches.map(({ id }) => id)),
  );
  const all = rounds.flatMap(({ matches }) => matches.map(({ id }) => id));
  assert.deepEqual(new Set(shown), new Set(all));
  const twice = all.filter((id) => shown.filter((each) => each === id).length > 1);
  assert.deepEqual(
    twice,
    Array.from({ length: 8 }, (_, at) => `r16-${at + 1}`),
  );
});

test("the match for bronze stands beside the final", () => {
  const bronze = { ...clubMatch(false), id: "bronze" };
  const parts = bracketParts({ rounds: knockOut(64), bronze });
  assert.deepEqual(
    parts.map((part) => part.bronze?.id ?? null),
    [null, null, null, null, "bronze"],
  );
});

test("where rounds do not halve, five stand on a sheet", () => {
  const rounds = ["l1", "l2", "l3", "l4", "l5", "l6"].map((round) => ({
    round,
    matches: [clubMatch(false), clubMatch(false)],
  }));
  assert.deepEqual(
    bracketParts({ rounds, bronze: null }).map((part) => part.rounds.map(({ round }) => round)),
    [["l1", "l2", "l3", "l4", "l5"], ["l6"]],
  );
});
