import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How a reaction is known, and what has become of it where it was said. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("reactions").addColumn("known_by", "text").execute();
  await db.schema.alterTable("reactions").addColumn("report", "text").execute();
  await db.schema.alterTable("reactions").addColumn("captured_at_ms", "bigint").execute();
  await db.schema
    .alterTable("reactions")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("live"))
    .execute();
}
