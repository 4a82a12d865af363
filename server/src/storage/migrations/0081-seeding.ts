import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Ranking lists to seed by, and where the seeds of an event come from. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("events").addColumn("seeding", "text").execute();
  await db.schema
    .createTable("ranking_lists")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("published", "text", (column) => column.notNull())
    .addColumn("list", "text", (column) => column.notNull())
    .addColumn("given_by", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .execute();
}
