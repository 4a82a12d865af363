import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The ceremonies of an event as they stand; each step is a fact too. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("ceremonies")
    .addColumn("event_id", "text", (column) => column.notNull().references("events.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("awards", "text", (column) => column.notNull())
    .addColumn("steps", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("ceremonies_once", ["event_id", "number"])
    .execute();
}
