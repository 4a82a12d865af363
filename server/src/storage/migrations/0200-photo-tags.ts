import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The people in photos with what they decided, and requests to take a photo down. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("photo_tags")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("photo_id", "text", (column) => column.notNull().references("photos.id"))
    .addColumn("player_id", "text", (column) => column.notNull().references("players.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("blurred", "integer", (column) => column.notNull())
    .addColumn("consent_needed", "integer", (column) => column.notNull())
    .addColumn("region", "text")
    .addColumn("token_hash", "text", (column) => column.unique())
    .addColumn("decided_at_ms", "bigint")
    .addUniqueConstraint("person_once_in_photo", ["photo_id", "player_id"])
    .execute();
  await db.schema
    .createTable("photo_requests")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("photo_id", "text", (column) => column.notNull())
    .addColumn("moment_id", "text", (column) => column.notNull().references("moments.id"))
    .addColumn("tag_id", "text")
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("due_ms", "bigint", (column) => column.notNull())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("answer", "text")
    .addColumn("answered_at_ms", "bigint")
    .addColumn("taken_down", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("photo_requests_of_moment")
    .on("photo_requests")
    .columns(["moment_id", "at_ms"])
    .execute();
}
