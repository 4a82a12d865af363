import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Competitions that are being prepared: a competition file each, seen by nobody but organisers until it is published. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("drafts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("file", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("made_by", "text", (column) => column.notNull())
    .addColumn("changed_at_ms", "bigint", (column) => column.notNull())
    .execute();
}
