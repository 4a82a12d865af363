import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What members ask about the pages of players. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("page_requests")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("player_id", "text", (column) => column.notNull().references("players.id"))
    .addColumn("person_id", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("reach", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("answer", "text")
    .addColumn("answered_at_ms", "bigint")
    .execute();
  await db.schema
    .createIndex("page_requests_of_player")
    .on("page_requests")
    .columns(["player_id", "kind", "state"])
    .execute();
  await db.schema.createIndex("page_requests_of_person").on("page_requests").columns(["person_id", "at_ms"]).execute();
  await db.schema.createIndex("page_requests_by_state").on("page_requests").columns(["state", "at_ms"]).execute();
}
