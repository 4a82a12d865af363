import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchCode } from "../brand.ts";
import { type Lot, lotFrom } from "../draw/lot.ts";
import type { EventPlan } from "../draw/plan.ts";
import { eventState, LiveEvent } from "./event.ts";
import { played, playOut, walkover } from "./playing.testing.ts";
import { EVERY_FORMAT, planOf } from "./random-plan.testing.ts";
import type { EventState, MatchResult } from "./result.ts";

const SEED = process.env["PODIUM_SEED"] ?? "formats";
const EVENTS = 12;

/** A result as a match may have it: mostly by play, else without; of some that nobody won. */
function anyResult(match: MatchCode, lot: Lot): MatchResult {
  return lot.below(12) === 0 ? walkover(match, null) : wonResult(match, lot);
}

/** The same with a winner. */
function wonResult(match: MatchCode, lot: Lot): MatchResult {
  const winner = lot.below(2) === 0 ? "home" : "away";
  const chance = lot.below(12);
  if (chance === 1) return walkover(match, winner);
  const games = ["11-5 11-7", "11-9 9-11 11-8", "4-11 12-10 11-3"][lot.below(3)] ?? "";
  const turned = games.replaceAll(/(\d+)-(\d+)/g, "$2-$1");
  const result = played(match, winner === "home" ? games : turned);
  if (chance === 2) return { ...result, outcome: { winner, by: "retirement" } };
  return chance === 3 ? { ...result, outcome: { winner, by: "disqualification" } } : result;
}

/** Everybody who stands in the plan, by what is drawn. */
function entriesOf({ groups, matches }: EventPlan): string[] {
  const drawn = [...matches.flatMap(({ home, away }) => [home, away]), ...groups.flatMap(({ slots = [] }) => slots)];
  const inDraw = drawn.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  return [...new Set([...inDraw, ...groups.flatMap(({ entries }) => entries)])].toSorted();
}

/** The places that so many entries have one after the other when some are shared: after two first comes the third. */
function assertNoGap({ placings }: EventState, what: string): void {
  for (const [at, { place }] of placings.entries()) {
    const before = placings[at - 1];
    assert.ok(place === before?.place || place === at + 1, `${what}: place ${place} stands at ${at + 1}`);
  }
}

for (const format of Object.keys(EVERY_FORMAT)) {
  test(`${format}: results and corrections in any order make the event of the final results (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, format);
    for (let round = 0; round < EVENTS; round += 1) {
      const plan = planOf(format, lot);
      const live = new LiveEvent(plan);
      for (let step = 0; step < 60; step += 1) {
        const match = plan.matches[lot.below(plan.matches.length)];
        if (match === undefined) continue;
        if (lot.below(10) === 0) live.remove(match.code);
        else live.record(anyResult(match.code, lot));
      }
      const shuffled = [...live.results].toSorted(() => lot.below(3) - 1);
      assert.deepEqual(live.state, eventState(plan, new Map(shuffled)), `event ${round}`);
    }
  });

  test(`${format}: nobody is drawn against nobody (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, `${format} nobody`);
    for (let round = 0; round < EVENTS; round += 1)
      for (const { code, home, away } of planOf(format, lot).matches)
        assert.ok(home.from !== "bye" || away.from !== "bye", `event ${round}: ${code} has nobody`);
  });

  test(`${format}: played to its end, every entry has exactly one final place (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, `${format} places`);
    for (let round = 0; round < EVENTS; round += 1) {
      const plan = planOf(format, lot);
      const [isAll, resultFor] = round % 2 === 0 ? [true, wonResult] : [false, anyResult];
      const state = eventState(
        plan,
        playOut(plan, (match) => resultFor(match, lot)),
      );
      const what = `${format}, event ${round}`;
      assert.ok(state.complete, `${what} is over`);
      assert.deepEqual(state.placings.map(({ entry }) => entry).toSorted(), entriesOf(plan), what);
      // Where nobody won a match, nobody has the place it was played for.
      if (isAll) assertNoGap(state, what);
    }
  });
}
