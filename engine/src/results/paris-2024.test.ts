import assert from "node:assert/strict";
import { test } from "node:test";
import { isLegalFinal } from "../sports/scoring.ts";
import { eventState } from "./event.ts";
import {
  PARIS_2024_SINGLES_ASSOCIATIONS,
  PARIS_2024_SINGLES_LINES,
  PARIS_2024_SINGLES_RESULTS,
} from "./paris-2024-singles.testing.ts";
import { PARIS_2024_LINES, PARIS_2024_RESULTS } from "./paris-2024.testing.ts";
import { knockOutOf, resultsOf } from "./playing.testing.ts";

const EVENTS = [
  {
    name: "mixed doubles",
    plan: knockOutOf(PARIS_2024_LINES),
    results: PARIS_2024_RESULTS,
    played: 16,
    byes: 0,
    first: ["CHN", "PRK", "KOR", "HKG"],
  },
  {
    name: "men's singles",
    plan: knockOutOf(PARIS_2024_SINGLES_LINES),
    results: PARIS_2024_SINGLES_RESULTS,
    played: 67,
    byes: 61,
    first: ["fan-zhendong", "moregard-truls", "lebrun-felix", "calderano-hugo"],
  },
] as const;

for (const { name, plan, results, played, byes, first } of EVENTS) {
  test(`Paris 2024 ${name}: every winner advances, byes pass, and the medals are the ones that were given`, () => {
    const state = eventState(plan, resultsOf(results));
    assert.equal(state.complete, true);
    assert.deepEqual(
      ["over", "bye"].map((status) => state.matches.filter((match) => match.status === status).length),
      [played, byes],
    );
    assert.deepEqual(
      state.placings.slice(0, 4).map(({ place, entry }) => `${place} ${entry}`),
      first.map((entry, i) => `${i + 1} ${entry}`),
    );
  });

  test(`Paris 2024 ${name}: every match is best of seven with legal games`, () => {
    for (const { match, games } of results) {
      const home = games.filter((game) => game.home > game.away).length;
      assert.equal(Math.max(home, games.length - home), 4, match);
      for (const game of games) assert.ok(isLegalFinal(game, { points: 11, lead: 2, cap: null }), match);
    }
  });
}

test("in the men's singles of Paris 2024 the two of an association stand in different halves", () => {
  const lines = PARIS_2024_SINGLES_LINES.split(" ");
  for (const association of new Set(Object.values(PARIS_2024_SINGLES_ASSOCIATIONS))) {
    const where = lines.flatMap((player, line) =>
      PARIS_2024_SINGLES_ASSOCIATIONS[player] === association ? [line] : [],
    );
    assert.ok(where.length <= 2);
    assert.equal(new Set(where.map((line) => line < lines.length / 2)).size, where.length, association);
  }
});
