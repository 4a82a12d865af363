import assert from "node:assert/strict";
import { test } from "node:test";
import { lotFrom } from "../draw/lot.ts";
import { planGroups } from "../draw/round-robin.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { entry, played, walkover } from "../results/playing.testing.ts";
import { randomPlan } from "../results/random-plan.testing.ts";
import { medals } from "./medals.ts";

const SEED = process.env["PODIUM_SEED"] ?? "live medals";

test(`medals move only with a match that concerns them, or when the event is completed or opened again (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "medals");
  for (let round = 0; round < 40; round += 1) {
    const plan = lot.below(5) === 0 ? oneGroup() : randomPlan(lot);
    const live = new LiveEvent(plan);
    for (let step = 0; step < 60; step += 1) {
      const match = plan.matches[step < 40 ? step % plan.matches.length : lot.below(plan.matches.length)];
      if (!match) continue;
      const before = eventState(plan, live.results);
      const concernedBefore = live.concernsMedals(match.code);
      const changed =
        lot.below(20) === 0
          ? live.remove(match.code)
          : live.record(lot.below(12) === 0 ? walkover(match.code, null) : played(match.code, scoreBy(lot.below(2))));
      const after = eventState(plan, live.results);
      const moved = JSON.stringify(medals(before, plan)) !== JSON.stringify(medals(after, plan));
      const seen = concernedBefore || before.complete || after.complete;
      const concerned = [match, ...changed].some(({ code }) => live.concernsMedals(code));
      assert.ok(!moved || seen || concerned, `round ${round}, step ${step}: medals moved unseen`);
    }
  }
});

function scoreBy(side: number): string {
  return side === 0 ? "11-5 11-5 11-5" : "5-11 5-11 5-11";
}

function oneGroup() {
  const groups = [{ name: "A", entries: [1, 2, 3, 4].map((number) => entry(`a${number}`)) }];
  return { groups, matches: planGroups(groups, { qualifying: 1 }), bronzeMatch: false };
}
