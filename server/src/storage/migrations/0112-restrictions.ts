import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What holds a member or a thread back, pauses of all conversations, and the public log of what moderators did. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("restrictions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("by_id", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("until_ms", "bigint")
    .addColumn("lifted_at_ms", "bigint")
    .addColumn("lifted_by", "text")
    .execute();
  await db.schema.createIndex("restrictions_of_person").on("restrictions").columns(["person_id", "at_ms"]).execute();
  await db.schema.alterTable("threads").addColumn("slow_ms", "bigint").execute();
  await db.schema
    .alterTable("threads")
    .addColumn("members_only", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("pauses")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .addColumn("by_id", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("pauses_in_order").on("pauses").columns(["until_ms"]).execute();
  await db.schema
    .createTable("acts")
    .addColumn("number", "integer", (column) => column.primaryKey().notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("act", "text", (column) => column.notNull())
    .addColumn("thread_id", "text")
    .addColumn("comment_id", "text")
    .addColumn("by_id", "text")
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .execute();
}
