import assert from "node:assert/strict";
import { test } from "node:test";
import { planDraw } from "../draw/draw-plan.ts";
import { medals } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import { linesOf, played, resultsOf } from "../results/playing.testing.ts";
import { isKnockOut, storyOf } from "./record.ts";

/** Who was put out by whom, where an event has more than a main draw. */
function knockedOut(format: "knock-out" | "double-elimination", plate: boolean): string[] {
  const lines = linesOf("A B C D");
  const main = { code: "main", format, lines };
  const phases = plate ? [main, { code: "plate", format: "knock-out", losersOf: "sf" } as const] : [main];
  const plan = planDraw({ phases });
  assert.ok(!isRefused(plan));
  const state = eventState(plan, resultsOf(plan.matches.map(({ code }) => played(code, "11-5"))));
  const entry = (code: string) => ({
    code,
    name: { en: code },
    players: [code],
    association: null,
    seed: null,
    rank: null,
    unranked: false,
  });
  const record = {
    id: "cup/os",
    sport: "table-tennis",
    competition: "Cup",
    name: "Open singles",
    year: 2026,
    bestOf: 1,
    entries: ["A", "B", "C", "D"].map(entry),
    plan,
    state,
    medals: medals(state, plan),
    elsewhere: [],
    honours: [],
  };
  const { wins } = storyOf(record as unknown as Parameters<typeof storyOf>[0]);
  return wins.filter(isKnockOut).map(({ match }) => match.code);
}

test("who plays on in a plate was not put out, and nobody is put out of a plate", () => {
  assert.deepEqual(knockedOut("knock-out", false), ["sf-1", "sf-2", "final"]);
  assert.deepEqual(knockedOut("knock-out", true), ["final"]);
});

test("in a double elimination the first match that is lost puts nobody out", () => {
  assert.deepEqual(knockedOut("double-elimination", false), ["l2-1"]);
});
