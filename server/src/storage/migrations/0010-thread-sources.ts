import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What the source of an imported thread claims, beside what its file held. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("thread_sources")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("thread_id", "text", (column) => column.notNull().references("threads.id").onUpdate("cascade"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("title", "text")
    .addColumn("posted_by", "text")
    .addColumn("body", "text")
    .addColumn("claimed", "integer")
    .addColumn("found", "integer", (column) => column.notNull())
    .addColumn("more", "text", (column) => column.notNull())
    .addColumn("imported_at_ms", "bigint", (column) => column.notNull())
    .execute();
}
