import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { lotFrom } from "../draw/lot.ts";
import { LiveEvent, eventState } from "./event.ts";
import { played, walkover } from "./playing.testing.ts";
import { randomPlan } from "./random-plan.testing.ts";
import type { EventState, MatchInEvent } from "./result.ts";

const SEED = process.env["PODIUM_SEED"] ?? "live";

/** What `record` and `remove` must answer: the matches that are other than before. */
function differing(before: EventState, after: EventState): MatchInEvent[] {
  return after.matches.filter((match, at) => !isDeepStrictEqual(match, before.matches[at]));
}

test(`an event followed result by result stands where the fold of its results stands (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "follow");
  for (let round = 0; round < 40; round += 1) {
    const plan = randomPlan(lot);
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
