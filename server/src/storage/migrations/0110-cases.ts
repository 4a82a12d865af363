import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What waits for a moderator, and by which words and rules. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await makeCases(db);
  await db.schema
    .createTable("held_words")
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("word", "text", (column) => column.notNull())
    .addColumn("added_by", "text")
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("held_words_once", ["competition_id", "word"])
    .execute();
  await db.schema
    .createTable("moderation_rules")
    .addColumn("competition_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("first_held", "integer", (column) => column.notNull())
    .addColumn("newcomer_links", "integer", (column) => column.notNull())
    .execute();
}

async function makeCases(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("cases")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("thread_id", "text", (column) => column.notNull().references("threads.id").onUpdate("cascade"))
    .addColumn("competition_id", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("comment_id", "text", (column) => column.references("comments.id"))
    .addColumn("author_id", "text", (column) => column.notNull().references("authors.id"))
    .addColumn("opened_at_ms", "bigint", (column) => column.notNull())
    .addColumn("why", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("parent_id", "text", (column) => column.references("comments.id"))
    .addColumn("language", "text")
    .addColumn("client_id", "text")
    .addColumn("decided_at_ms", "bigint")
    .addColumn("decided_by", "text")
    .addColumn("decision", "text")
    .addColumn("reason", "text")
    .addUniqueConstraint("cases_once", ["thread_id", "client_id"])
    .execute();
  await db.schema.createIndex("cases_in_order").on("cases").columns(["decided_at_ms", "opened_at_ms"]).execute();
  await db.schema.createIndex("cases_of_author").on("cases").columns(["author_id", "opened_at_ms"]).execute();
  await db.schema.createIndex("cases_of_comment").on("cases").columns(["comment_id"]).execute();
  await db.schema.createIndex("comments_of_author").on("comments").columns(["author_id", "at_ms"]).execute();
}
