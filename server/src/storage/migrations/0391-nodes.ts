import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Which nodes serve from this database, and when each of them was last seen. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("nodes")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("shape", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("message_id", "bigint", (column) => column.notNull())
    .addColumn("started_at_ms", "bigint", (column) => column.notNull())
    .addColumn("seen_at_ms", "bigint", (column) => column.notNull())
    .execute();
}
