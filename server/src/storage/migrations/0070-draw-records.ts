import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How an event is to be drawn, the commitment to it, and its draws as they were made. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("events").addColumn("draw_rules", "text").execute();
  await db.schema.alterTable("events").addColumn("commitments", "text").execute();
  await db.schema.alterTable("events").addColumn("committed_at_ms", "bigint").execute();
  await db.schema
    .createTable("draw_records")
    .addColumn("event_id", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("record", "text", (column) => column.notNull())
    .addColumn("showing", "text")
    .addPrimaryKeyConstraint("draw_records_key", ["event_id", "number"])
    .execute();
}
