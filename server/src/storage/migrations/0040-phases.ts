import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A match stands in a phase of its event, and may be the best of another number of games than the event plays. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("matches").addColumn("phase_code", "text").execute();
  await db.schema.alterTable("matches").addColumn("best_of", "integer").execute();
}
