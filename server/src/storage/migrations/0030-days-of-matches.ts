import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The day of a match whose hour nobody noted; its `start_ms` is then the end of that day, for the order of lists alone. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("matches").addColumn("day", "text").execute();
}
