import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Points that an entry is given at the start of every game, and with which each side of a match therefore begins. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("entries").addColumn("handicap", "integer").execute();
  await db.schema.alterTable("matches").addColumn("handicap", "text").execute();
}
