import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Photos of moments, and the links by which phones send them. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("photos")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("moment_id", "text", (column) => column.notNull().references("moments.id"))
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("sent_by", "text")
    .addColumn("width", "integer", (column) => column.notNull())
    .addColumn("height", "integer", (column) => column.notNull())
    .addColumn("stand_in", "text", (column) => column.notNull())
    .addColumn("alt", "text")
    .addColumn("caption", "text")
    .addColumn("credit", "text")
    .addColumn("licence", "text")
    .addColumn("shown", "integer", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("made", "integer")
    .addColumn("sizes", "text", (column) => column.notNull())
    .addColumn("avif", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("photos_of_moment").on("photos").columns(["moment_id", "position"]).execute();
  await db.schema
    .createTable("photo_links")
    .addColumn("moment_id", "text", (column) => column.primaryKey().notNull().references("moments.id"))
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .addColumn("uploads_left", "integer", (column) => column.notNull())
    .addColumn("shown", "integer", (column) => column.notNull())
    .execute();
}
