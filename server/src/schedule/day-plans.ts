import { z } from "zod";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";

const minute = z.int().min(0);

/**
 * What a day was planned with. Times are minutes since midnight; `minutes` says by event how long its matches
 * take, `events` on which tables alone and not before when they are played.
 */
const dayPlan = z.object({
  tables: z.array(z.string()),
  from: minute,
  restMinutes: minute,
  breaks: z.array(z.object({ from: minute, to: minute })),
  minutes: z.record(z.string(), minute),
  events: z
    .record(
      z.string(),
      z.object({ tables: z.array(z.string()).readonly().exactOptional(), notBefore: minute.exactOptional() }),
    )
    .default({}),
});
export type KeptDayPlan = z.infer<typeof dayPlan>;

/** Keeps what a day of a competition was planned with: by that it is carried on while it is played. */
export async function keepDayPlan(
  unit: UnitOfWork,
  of: { readonly competition: string; readonly day: string },
  plan: KeptDayPlan,
): Promise<void> {
  const settings = JSON.stringify(plan);
  await unit.db
    .insertInto("day_plans")
    .values({ competition_id: of.competition, day: of.day, settings })
    .onConflict((conflict) => conflict.columns(["competition_id", "day"]).doUpdateSet({ settings }))
    .execute();
}

/** What a day was planned with; null where it was not. */
export async function keptDayPlan(db: Db, competition: string, day: string): Promise<KeptDayPlan | null> {
  const row = await db
    .selectFrom("day_plans")
    .select("settings")
    .where("competition_id", "=", competition)
    .where("day", "=", day)
    .executeTakeFirst();
  return row === undefined ? null : dayPlan.parse(JSON.parse(row.settings));
}

/** Whether any day of a competition was planned. */
export async function hasDayPlan(db: Db, competition: string): Promise<boolean> {
  const row = await db
    .selectFrom("day_plans")
    .select("day")
    .where("competition_id", "=", competition)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The days of a competition that were planned, in their order. */
export async function daysPlanned(db: Db, competition: string): Promise<string[]> {
  const rows = await db
    .selectFrom("day_plans")
    .select("day")
    .where("competition_id", "=", competition)
    .orderBy("day")
    .execute();
  return rows.map(({ day }) => day);
}
