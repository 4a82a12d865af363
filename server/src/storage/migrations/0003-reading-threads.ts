import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What lets a page of a thread of 50,000 comments be read without touching the rest, and what was written before an edit. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("comments")
    .addColumn("below", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex("comments_of_parent_by_number")
    .on("comments")
    .columns(["thread_id", "parent_id", "number"])
    .execute();
  await db.schema
    .createIndex("comments_by_state")
    .on("comments")
    .columns(["thread_id", "deleted_at_ms", "removed_at_ms", "held_at_ms"])
    .execute();
  await db.schema.createIndex("votes_of_person").on("votes").columns(["person_id", "comment_id"]).execute();
  await db.schema
    .createTable("revisions")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("replaced_at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("revisions_numbered", ["comment_id", "number"])
    .execute();
}
