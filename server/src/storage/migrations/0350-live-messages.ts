import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What units of work told open pages lately, where several nodes serve from one database: each node reads on by id. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("live_messages")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("about", "text")
    .addColumn("message", "text")
    .execute();
  await db.schema.createIndex("live_messages_about").on("live_messages").column("about").execute();
}
