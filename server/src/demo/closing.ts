import type { PersonId } from "@podium/engine";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { withdrawChairs } from "../matches/chairs.ts";
import { DEMO_PEOPLE, demoEmail } from "../people/demo.ts";

const DEMO_EMAILS = DEMO_PEOPLE.map(demoEmail);

/**
 * Takes from the invented people of the demo what could let somebody in: their sessions, passwords and passkeys, and the
 * chairs they handed out. Done at every start without demo; what they wrote and entered stays.
 */
export async function closeDemo(app: App): Promise<void> {
  await transact(app, null, async (unit) => {
    const people = await unit.db.selectFrom("persons").select("id").where("email", "in", DEMO_EMAILS).execute();
    for (const { id } of people) await shutOut(unit, id);
    return undefined;
  });
}

async function shutOut(unit: UnitOfWork, person: PersonId): Promise<void> {
  for (const table of ["sessions", "credentials", "passkeys"] as const)
    await unit.db.deleteFrom(table).where("userId", "=", person).execute();
  const chairs = await unit.db
    .selectFrom("chairs")
    .select("match_id")
    .where("issued_by", "=", person)
    .where("withdrawn_at_ms", "is", null)
    .execute();
  for (const { match_id: match } of chairs) await withdrawChairs(unit, match);
}
