import type { HonourLine } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Enters a medal of an earlier competition: what storylines are checked against. */
export async function enterHonour(unit: UnitOfWork, competition: string, form: HonourLine): Promise<void> {
  await unit.db
    .insertInto("honours")
    .values({
      competition_id: competition,
      year: form.year,
      competition: form.competition,
      event: form.event,
      medal: form.medal,
      association: form.association,
      players: JSON.stringify(form.players ?? []),
      source: form.source ?? null,
      sport: form.sport ?? null,
    })
    .execute();
}

/** The medals of earlier competitions in this one's file, oldest first. */
export async function honourRows(db: Db, competition: string) {
  return db.selectFrom("honours").selectAll().where("competition_id", "=", competition).orderBy("id").execute();
}
