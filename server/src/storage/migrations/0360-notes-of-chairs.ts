import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** An umpire notes what happened without a network too: what a phone sends twice counts once. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("incidents").addColumn("sent_as", "text").execute();
  await db.schema.createIndex("incidents_as_sent").unique().on("incidents").columns(["match_id", "sent_as"]).execute();
}
