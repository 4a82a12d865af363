import { type Refusal, refuse } from "@podium/engine";
import { SHOWN_AT_FIRST } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { competitionId, eventIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { eventRow } from "./competitions.ts";

/** What the steered screens of a competition show: `tables`, `ceremony:os`. */
export async function shownOnScreens(db: Db, competition: string): Promise<string> {
  const row = await db
    .selectFrom("hall_screens")
    .select("shows")
    .where("competition_id", "=", competition)
    .executeTakeFirst();
  return row?.shows ?? SHOWN_AT_FIRST;
}

/** Steers all open screens of a competition; what they show outlives a power cut. Refuses: `event-unknown`. */
export async function steerScreens(unit: UnitOfWork, competition: string, shows: string): Promise<undefined | Refusal> {
  const [, event] = shows.split(":");
  if (event !== undefined && (await eventRow(unit.db, eventIdOf(competitionId(competition), event))) === undefined)
    return refuse("event-unknown", `There is no event ${event}.`, { event });
  await unit.db
    .insertInto("hall_screens")
    .values({ competition_id: competition, shows })
    .onConflict((conflict) => conflict.column("competition_id").doUpdateSet({ shows }))
    .execute();
  await unit.record({ kind: "screens-steered", subject: { kind: "competition", id: competition }, data: { shows } });
  unit.publish([`competition:${competition}`], { kind: "screen", competition });
  return undefined;
}
