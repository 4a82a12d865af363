import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Who called which match to which table stands in the record of what was done in a competition, also what was called before. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db
    .updateTable("facts")
    .set((eb) => ({
      competition: eb
        .selectFrom("matches")
        .innerJoin("events", "events.id", "matches.event_id")
        .select("events.competition_id")
        .whereRef("matches.id", "=", "facts.subject_id"),
    }))
    .where("kind", "in", ["match-called", "call-taken-back"])
    .execute();
}
