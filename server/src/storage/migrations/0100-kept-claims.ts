import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What published texts say, as it was last held against the record: what turns wrong after a correction is seen. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("claims")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("paragraph", "integer", (column) => column.notNull())
    .addColumn("sentence", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("claim", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("truth", "text", (column) => column.notNull())
    .addColumn("label", "text", (column) => column.notNull())
    .addColumn("href", "text")
    .addColumn("was_supported", "integer", (column) => column.notNull())
    .addColumn("turned_at_ms", "bigint")
    .addColumn("answer", "text")
    .addColumn("answered_by", "text")
    .addColumn("answered_at_ms", "bigint")
    .execute();
  await db.schema.createIndex("claims_of_subject").on("claims").columns(["subject_id", "position"]).execute();
  await db.schema.createIndex("claims_of_competition").on("claims").columns(["competition_id", "verdict"]).execute();
}
