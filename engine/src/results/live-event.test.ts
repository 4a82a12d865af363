import assert from "node:assert/strict";
import { test } from "node:test";
import { planDoubleElimination } from "../draw/double-elimination.ts";
import { type Lot, lotFrom } from "../draw/lot.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { planGroups } from "../draw/round-robin.ts";
import { isRefused } from "../refusal.ts";
import { LiveEvent, eventState } from "./event.ts";
import { entry, knockOutOf, linesOf, played, walkover } from "./playing.testing.ts";

const SEED = process.env["PODIUM_SEED"] ?? "live";

function planOf(lot: Lot): EventPlan {
  const names = Array.from({ length: 16 }, (_, i) => (i % 4 === 1 && lot.below(3) === 0 ? "-" : `e${i}`)).join(" ");
  const kind = lot.below(3);
  if (kind === 0) return knockOutOf(names, lot.below(2) === 0);
  if (kind === 1) {
    const matches = planDoubleElimination(linesOf(names));
    if (isRefused(matches)) throw new Error(matches.message);
    return { groups: [], matches, bronzeMatch: false };
  }
  const groups = ["A", "B", "C", "D"].map((name) => ({ name, entries: [1, 2, 3].map((i) => entry(`${name}${i}`)) }));
  const lines: Source[] = ["A1", "B2", "C1", "D2", "B1", "A2", "D1", "C2"].map((slot) => ({
    from: "place",
    group: slot.charAt(0),
    place: Number(slot.charAt(1)),
  }));
  const knockOut = planKnockOut(lines, { bronzeMatch: true });
  if (isRefused(knockOut)) throw new Error(knockOut.message);
  return { groups, matches: [...planGroups(groups, { qualifying: 2 }), ...knockOut], bronzeMatch: true };
}

test(`an event followed result by result stands where the fold of its results stands (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "follow");
  for (let round = 0; round < 40; round += 1) {
    const plan = planOf(lot);
    const live = new LiveEvent(plan);
    for (let step = 0; step < 60; step += 1) {
      const match = plan.matches[lot.below(plan.matches.length)];
      if (!match) continue;
      const chance = lot.below(12);
      if (chance === 0) live.remove(match.code);
      else if (chance === 1) live.record(walkover(match.code, null));
      else live.record(played(match.code, lot.below(2) === 0 ? "11-5 11-5 11-5" : "5-11 5-11 5-11"));
      assert.deepEqual(live.state, eventState(plan, live.results), `round ${round}, step ${step}`);
    }
  }
});
