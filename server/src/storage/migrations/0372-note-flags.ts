import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Readers ask moderators to look at a note. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("note_flags")
    .addColumn("note_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("case_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("note_flags_once", ["note_id", "person_id"])
    .execute();
  await db.schema.createIndex("note_flags_of_case").on("note_flags").columns(["case_id"]).execute();
}
