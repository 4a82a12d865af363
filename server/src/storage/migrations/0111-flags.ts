import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What readers flag, who looks after a case, what is asked for again, and what members are told of it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("flags")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id"))
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("case_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("flags_once", ["comment_id", "person_id"])
    .execute();
  await db.schema.createIndex("flags_of_case").on("flags").columns(["case_id"]).execute();
  await db.schema
    .alterTable("comments")
    .addColumn("flags", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("cases").addColumn("assigned_to", "text").execute();
  await db.schema.alterTable("cases").addColumn("appeal_of", "text").execute();
  await db.schema.alterTable("cases").addColumn("appeal", "text").execute();
  await db.schema.createIndex("cases_appealed").on("cases").columns(["appeal_of"]).execute();
  await db.schema
    .createTable("notifications")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("seen", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex("notifications_of_person")
    .on("notifications")
    .columns(["person_id", "seen", "at_ms"])
    .execute();
}
