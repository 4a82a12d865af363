import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Work that waits to be done after the unit of work that asked for it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("jobs")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("created_at_ms", "bigint", (column) => column.notNull())
    .addColumn("due_at_ms", "bigint", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("claim", "text")
    .addColumn("failed_at_ms", "bigint")
    .addColumn("reason", "text")
    .execute();
  await db.schema.createIndex("jobs_by_due_time").on("jobs").columns(["failed_at_ms", "due_at_ms"]).execute();
}
