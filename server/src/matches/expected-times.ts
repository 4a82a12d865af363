import { type CompetitionId, isRefused, replanned } from "@podium/engine";
import { ON_TIME_MS } from "@podium/protocol";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { instantOf, wallClock } from "../competitions/wall-clock.ts";
import type { Fact } from "../facts/fact.ts";
import type { JobKind } from "../jobs/queue.ts";
import { hasDayPlan, type KeptDayPlan, keptDayPlan } from "../schedule/day-plans.ts";
import { competitionId, competitionOf, eventOf } from "../storage/codes.ts";
import { type DayInPlay, dayInPlay, fixedIn, isToCome, placementsIn, requestOf } from "./day-in-play.ts";
import { publishMatchById } from "./present.ts";

const MINUTE_MS = 60_000;
/** Time alone makes a day late: while matches are left it is looked at again. */
const AGAIN_MS = MINUTE_MS;

/** `isAgain` tells the look after a minute from the one after something has happened, which does not wait for it. */
const expecting = {
  name: "expected-times",
  data: z.strictObject({ competition: z.string().max(60), isAgain: z.boolean() }),
};

/** After a match of a planned day was called, moved or decided: when the others are expected is worked out anew. */
export async function followDay(unit: UnitOfWork, { subject }: Fact): Promise<void> {
  const competition = competitionOf(eventOf(subject.id));
  unit.atEnd(`expected-times ${competition}`, async () => {
    if (await hasDayPlan(unit.db, competition))
      await unit.enqueue(expecting, { data: { competition, isAgain: false }, isOnce: true });
  });
}

/** Works out when the matches of today are expected to begin, and tells open pages which of them have changed. */
export function expectedTimesOf(app: App): JobKind<z.infer<typeof expecting.data>> {
  return {
    ...expecting,
    run: async (data) => {
      await transact(app, null, async (unit) => {
        const isLeft = await expectDay(unit, competitionId(data.competition));
        const again = { competition: data.competition, isAgain: true };
        if (isLeft) await unit.enqueue(expecting, { data: again, afterMs: AGAIN_MS, isOnce: true });
      });
    },
  };
}

/** Writes the expected times of today; answers whether a match of today is left to be played. */
export async function expectDay(unit: UnitOfWork, id: CompetitionId): Promise<boolean> {
  const competition = await competitionRow(unit.db, id);
  if (competition === undefined) return false;
  const today = wallClock(competition.zone, unit.nowMs);
  const plan = await keptDayPlan(unit.db, id, today.date);
  if (plan === null) return false;
  const day = await dayInPlay(unit.db, competition, { plan, date: today.date });
  const toCome = day.rows.filter(isToCome);
  const expected = expectedOf(day, { plan, now: today.minute, nowMs: unit.nowMs });
  for (const row of toCome) {
    const minute = expected.get(row.id);
    const ms = minute === undefined ? null : instantOf(competition.zone, today.date, minute);
    if (isToldAlready(row.expected_ms, ms)) continue;
    await unit.db.updateTable("matches").set({ expected_ms: ms }).where("id", "=", row.id).execute();
    publishMatchById(unit, row.id);
  }
  return toCome.length > 0;
}

/** A minute more or less is not told: on a late day every match would be written, and every page told, each minute. */
function isToldAlready(told: number | null, ms: number | null): boolean {
  return told === null || ms === null ? told === ms : Math.abs(told - ms) <= ON_TIME_MS;
}

/** By match, in minutes since midnight; nothing where the day cannot be carried on as it was planned. */
function expectedOf(
  day: DayInPlay,
  { plan, now, nowMs }: { readonly plan: KeptDayPlan; readonly now: number; readonly nowMs: number },
): ReadonlyMap<string, number> {
  const request = requestOf(day, plan);
  const fixed = fixedIn(day, { request, now, nowMs });
  const carried = replanned(request, { plan: placementsIn(day, request), fixed, now });
  return new Map(isRefused(carried) ? [] : carried.plan.map(({ match, start }) => [match, start]));
}
