import { transact, type App, type UnitOfWork } from "../app.ts";
import { withdrawChairs } from "../matches/chairs.ts";
import { DEMO } from "../people/roles.ts";

/**
 * Takes from the invented people of the demo what could let somebody in: their sessions, passwords and passkeys, and the
 * chairs they handed out. Done at every start without demo; what they wrote and entered stays.
 */
export async function closeDemo(app: App): Promise<void> {
  await transact(app, null, async (unit) => {
    const people = await unit.db
      .selectFrom("roles")
      .select("person_id")
      .distinct()
      .where("given_by", "=", DEMO)
      .execute();
    for (const { person_id: person } of people) await shutOut(unit, person);
    return undefined;
  });
}

async function shutOut(unit: UnitOfWork, person: string): Promise<void> {
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
