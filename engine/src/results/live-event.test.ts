import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { type Lot, lotFrom } from "../draw/lot.ts";
import type { EventPlan, Ruling } from "../draw/plan.ts";
import { LiveEvent, eventState } from "./event.ts";
import { played, walkover } from "./playing.testing.ts";
import { randomPlan } from "./random-plan.testing.ts";
import type { EventState, MatchInEvent } from "./result.ts";

const SEED = process.env["PODIUM_SEED"] ?? "live";

/** What `record` and `remove` must answer: the matches that are other than before. */
function differing(before: EventState, after: EventState): MatchInEvent[] {
  return after.matches.filter((match, at) => !isDeepStrictEqual(match, before.matches[at]));
}

/** Some rulings about who plays on: entries that withdrew, and who goes on from a match whatever its result. */
function withRulings(plan: EventPlan, lot: Lot): EventPlan {
  const entries = eventState(plan, new Map()).matches.flatMap(({ entries: { home, away } }) => [
    home ?? [],
    away ?? [],
  ]);
  const rulings = [...new Set(entries.flat())].flatMap((entry): Ruling[] => {
    const chance = lot.below(8);
    const match = plan.matches[lot.below(plan.matches.length)]?.code;
    if (chance === 0) return [{ entry, ruling: "withdrawn", reason: "Injured" }];
    return chance === 1 && match !== undefined ? [{ entry, match, ruling: "goes-on", reason: "Too late" }] : [];
  });
  return { ...plan, rulings };
}

test(`an event followed result by result stands where the fold of its results stands (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "follow");
  for (let round = 0; round < 80; round += 1) {
    const drawn = randomPlan(lot);
    const plan = round % 2 === 0 ? drawn : withRulings(drawn, lot);
    const live = new LiveEvent(plan);
    for (let step = 0; step < 60; step += 1) {
      const match = plan.matches[lot.below(plan.matches.length)];
      if (!match) continue;
      const chance = lot.below(12);
      const before = eventState(plan, live.results);
      const changed =
        chance === 0
          ? live.remove(match.code)
          : chance === 1
            ? live.record(walkover(match.code, null))
            : live.record(played(match.code, lot.below(2) === 0 ? "11-5 11-5 11-5" : "5-11 5-11 5-11"));
      const after = eventState(plan, live.results);
      assert.equal(live.complete, after.complete);
      assert.deepEqual(live.state, after, `round ${round}, step ${step}`);
      const others = changed.filter(({ code }) => code !== match.code);
      const expected = differing(before, after).filter(({ code }) => code !== match.code);
      assert.deepEqual(others, expected, `round ${round}, step ${step}: what is other than before`);
    }
  }
});
