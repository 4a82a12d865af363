import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Threads and who may do what. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await makeThreads(db);
  await makeComments(db);
  await makeRoles(db);
}

async function makeThreads(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("threads")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("created_at_ms", "bigint", (column) => column.notNull())
    .addColumn("locked_at_ms", "bigint")
    .addColumn("locked_by", "text")
    .addUniqueConstraint("threads_one_a_subject", ["subject_kind", "subject_id"])
    .execute();
  await db.schema
    .createTable("authors")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", "text", (column) => column.unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("place", "text")
    .addColumn("invented", "integer", (column) => column.notNull())
    .execute();
}

async function makeComments(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("comments")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("thread_id", "text", (column) => column.notNull().references("threads.id"))
    .addColumn("parent_id", "text", (column) => column.references("comments.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("depth", "integer", (column) => column.notNull())
    .addColumn("author_id", "text", (column) => column.notNull().references("authors.id"))
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("edited_at_ms", "bigint")
    .addColumn("language", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("removed_at_ms", "bigint")
    .addColumn("removed_by", "text")
    .addColumn("removal_reason", "text")
    .addColumn("deleted_at_ms", "bigint")
    .addColumn("held_at_ms", "bigint")
    .addColumn("up", "integer", (column) => column.notNull())
    .addColumn("down", "integer", (column) => column.notNull())
    .addColumn("imported_up", "integer", (column) => column.notNull())
    .addColumn("imported_down", "integer", (column) => column.notNull())
    .addColumn("best_key", "integer", (column) => column.notNull())
    .addColumn("client_id", "text")
    .addUniqueConstraint("comments_once", ["thread_id", "client_id"])
    .addUniqueConstraint("comments_numbered", ["thread_id", "number"])
    .execute();
  await db.schema.createIndex("comments_in_reading_order").on("comments").columns(["thread_id", "path"]).execute();
  await db.schema
    .createIndex("comments_of_parent")
    .on("comments")
    .columns(["thread_id", "parent_id", "best_key", "number"])
    .execute();
  await db.schema
    .createTable("votes")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id"))
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("value", "integer", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("votes_one_a_person", ["comment_id", "person_id"])
    .execute();
}

async function makeRoles(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("roles")
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("given_by", "text")
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("roles_once", ["person_id", "competition_id", "role"])
    .execute();
}
