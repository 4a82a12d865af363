import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What the steered screens of a competition show: a kind, or a kind and an event, `ceremony:os`. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("hall_screens")
    .addColumn("competition_id", "text", (column) => column.primaryKey().notNull().references("competitions.id"))
    .addColumn("shows", "text", (column) => column.notNull())
    .execute();
}
