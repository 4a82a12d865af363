import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/**
 * Whom a comment names, and whom a member does not want to hear of. What was replaced before was promised to moderators
 * alone; from now on it is read by all, but for words that were held when they were replaced.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("comment_mentions")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id").onUpdate("cascade"))
    .addColumn("person_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("comment_mentions_once", ["comment_id", "person_id"])
    .execute();
  await db.schema.createIndex("comment_mentions_of_person").on("comment_mentions").columns(["person_id"]).execute();
  await db.schema
    .createTable("blocks")
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("blocked_id", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("blocks_once", ["person_id", "blocked_id"])
    .execute();
  await db.schema
    .alterTable("revisions")
    .addColumn("hidden", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
}
