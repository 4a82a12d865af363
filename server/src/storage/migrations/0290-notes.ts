import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What readers add to what others say, and how they rate it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("notes")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("thread_id", "text", (column) => column.notNull().references("threads.id").onUpdate("cascade"))
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("author_id", "text", (column) => column.notNull().references("authors.id"))
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("sources", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().defaultTo("needs-more"))
    .addColumn("intercept_millionths", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("factor_millionths", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("held_at_ms", "bigint")
    .addColumn("removed_at_ms", "bigint")
    .addColumn("removed_by", "text")
    .addColumn("removal_reason", "text")
    .addColumn("withdrawn_at_ms", "bigint")
    .execute();
  await db.schema.createIndex("notes_of_subject").on("notes").columns(["subject_kind", "subject_id"]).execute();
  await db.schema.createIndex("notes_of_topic").on("notes").columns(["topic", "status"]).execute();
  await db.schema.createIndex("notes_of_author").on("notes").columns(["author_id"]).execute();
  await db.schema.createIndex("notes_by_time").on("notes").columns(["at_ms desc"]).execute();
  await db.schema
    .createTable("raters")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("person_id", "text", (column) => column.unique())
    .execute();
  await db.schema
    .createTable("note_ratings")
    .addColumn("note_id", "text", (column) => column.notNull().references("notes.id"))
    .addColumn("rater_id", "text", (column) => column.notNull().references("raters.id"))
    .addColumn("halves", "integer", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("note_ratings_once", ["note_id", "rater_id"])
    .execute();
  await db.schema.createIndex("note_ratings_of_rater").on("note_ratings").columns(["rater_id"]).execute();
  await db.schema.alterTable("cases").addColumn("note_id", "text").execute();
  await db.schema.createIndex("cases_of_note").on("cases").columns(["note_id"]).execute();
}
