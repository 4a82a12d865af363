import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What members and the translation service of an installation made of comments in other languages. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("translations")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id").onUpdate("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("author_id", "text", (column) => column.references("authors.id"))
    .addColumn("service", "text")
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("html", "text")
    .addColumn("held_at_ms", "bigint")
    .addColumn("removed_at_ms", "bigint")
    .addColumn("removed_by", "text")
    .addColumn("removal_reason", "text")
    .addUniqueConstraint("translations_once", ["comment_id", "language", "author_id"])
    .execute();
  await db.schema.createIndex("translations_of_author").on("translations").columns(["author_id"]).execute();
  await db.schema
    .createTable("translation_flags")
    .addColumn("translation_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("case_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("translation_flags_once", ["translation_id", "person_id"])
    .execute();
  await db.schema.createIndex("translation_flags_of_case").on("translation_flags").columns(["case_id"]).execute();
  await db.schema.alterTable("cases").addColumn("translation_id", "text").execute();
  await db.schema.createIndex("cases_of_translation").on("cases").columns(["translation_id"]).execute();
}
