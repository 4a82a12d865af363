import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The links with which captains hand in the line-ups of their teams; of a link its hash alone is stored. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("captains")
    .addColumn("entry_id", "text", (column) => column.primaryKey().notNull().references("entries.id"))
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("issued_at_ms", "bigint", (column) => column.notNull())
    .addColumn("issued_by", "text", (column) => column.notNull())
    .execute();
}
