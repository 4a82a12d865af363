import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What members follow, and whether they follow by themselves where they write. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("follows")
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("follows_once", ["person_id", "subject_kind", "subject_id"])
    .execute();
  await db.schema
    .createIndex("follows_of_subject")
    .on("follows")
    .columns(["subject_kind", "subject_id", "person_id"])
    .execute();
  await db.schema
    .alterTable("mail_settings")
    .addColumn("follows_own", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
