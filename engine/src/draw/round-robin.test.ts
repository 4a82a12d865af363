import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode } from "../brand.ts";
import type { Group, PlannedMatch } from "./plan.ts";
import { planGroups } from "./round-robin.ts";

const groupOf = (size: number, name = "A"): Group => ({
  name,
  entries: Array.from({ length: size }, (_, i) => String(i + 1) as EntryCode),
});

const nameOf = (source: PlannedMatch["home"]) => (source.from === "entry" ? source.entry : "?");
const pairs = (matches: readonly PlannedMatch[]) =>
  matches.map((match) => `${nameOf(match.home)}v${nameOf(match.away)}`);

test("everybody meets everybody once, and nobody plays twice in a round", () => {
  for (let size = 2; size <= 12; size += 1) {
    const matches = planGroups([groupOf(size)]);
    assert.equal(matches.length, (size * (size - 1)) / 2);
    assert.equal(new Set(pairs(matches)).size, matches.length);
    for (const round of new Set(matches.map((match) => match.round))) {
      const playing = matches
        .filter((match) => match.round === round)
        .flatMap((match) => [nameOf(match.home), nameOf(match.away)]);
      assert.equal(new Set(playing).size, playing.length);
    }
    assert.equal(new Set(matches.map((match) => match.round)).size, size % 2 === 0 ? size - 1 : size);
  }
});

test("3.7.5.5: the last match is 1 v 2 when one goes on, 2 v 3 when two do", () => {
  for (let size = 3; size <= 8; size += 1) {
    assert.equal(pairs(planGroups([groupOf(size)])).at(-1), "1v2");
    assert.equal(pairs(planGroups([groupOf(size)], { qualifying: 1 })).at(-1), "1v2");
    assert.equal(pairs(planGroups([groupOf(size)], { qualifying: 2 })).at(-1), "2v3");
  }
});

test("matches are called by their group and counted in order of play", () => {
  const matches = planGroups([groupOf(3), groupOf(2, "Pool B")]);
  assert.deepEqual(
    matches.map(({ code, round, group }) => `${code} ${round} ${group}`),
    ["a-1 1 A", "a-2 2 A", "a-3 3 A", "pool-b-1 1 Pool B"],
  );
});
