import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A match may be over without a log of its own: a side has withdrawn from the event. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("matches")
    .addColumn("by_withdrawal", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
