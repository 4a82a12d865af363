import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchCode } from "../brand.ts";
import { type Lot, lotFrom } from "../draw/lot.ts";
import { eventState, LiveEvent } from "./event.ts";
import { playOut, walkover } from "./playing.testing.ts";
import { randomPlan } from "./random-plan.testing.ts";
import type { MatchResult } from "./result.ts";

const SEED = process.env["PODIUM_SEED"] ?? "teams";

/** A tie of five rubbers as somebody may have noted it: with its games and points, with its games, by its score, or that a team did not come. */
function tie(match: MatchCode, lot: Lot): MatchResult {
  const chance = lot.below(8);
  if (chance === 0) return walkover(match, lot.below(2) === 0 ? "home" : "away");
  const lost = lot.below(3);
  const isHome = lot.below(2) === 0;
  const of = (own: number, other: number) => (isHome ? { home: own, away: other } : { home: other, away: own });
  const score = of(3, lost);
  const outcome = { winner: isHome ? "home" : "away", by: "play", gamesWon: score } as const;
  if (chance === 1) return { match, games: [], outcome };
  const games = chance === 2 ? null : of(9 + lot.below(3), 3 * lost + lot.below(4));
  const points = games === null || chance === 3 ? null : of(100 + lot.below(40), 60 + lot.below(50));
  return { match, games: [], outcome, tie: { rubbers: score, games, points } };
}

test(`ties in any order, corrected on the way, make the event that their last results make (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "ties");
  for (let round = 0; round < 40; round += 1) {
    const plan = randomPlan(lot);
    const live = new LiveEvent(plan);
    for (let step = 0; step < 60; step += 1) {
      const match = plan.matches[lot.below(plan.matches.length)];
      if (match === undefined) continue;
      if (lot.below(12) === 0) live.remove(match.code);
      else live.record(tie(match.code, lot));
      assert.deepEqual(live.state, eventState(plan, live.results), `round ${round}, step ${step}`);
    }
  }
});

test(`when every tie is played, every team has exactly one final place (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "places");
  let complete = 0;
  for (let round = 0; round < 80; round += 1) {
    const plan = randomPlan(lot);
    const state = eventState(
      plan,
      playOut(plan, (match) => tie(match, lot)),
    );
    const teams = new Set(
      state.matches.flatMap(({ entries }) => [entries.home, entries.away]).filter((team) => team !== null),
    );
    const placed = state.placings.map(({ entry }) => entry);
    assert.equal(new Set(placed).size, placed.length, `round ${round}: nobody has two places`);
    if (!state.complete) continue;
    complete += 1;
    assert.deepEqual(new Set(placed), teams, `round ${round}`);
  }
  assert.ok(complete > 20, `only ${complete} events were decided`);
});
