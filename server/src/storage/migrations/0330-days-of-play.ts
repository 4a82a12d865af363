import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Matches called to their tables, when they began and ended, when they are expected; and what a day was planned with. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("matches").addColumn("table_call", "text").execute();
  await db.schema.alterTable("matches").addColumn("expected_ms", "bigint").execute();
  await db.schema.alterTable("matches").addColumn("begun_ms", "bigint").execute();
  await db.schema.alterTable("matches").addColumn("ended_ms", "bigint").execute();
  await db.schema
    .createTable("day_plans")
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("settings", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("day_plans_key", ["competition_id", "day"])
    .execute();
}
