import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Which photo of its moment stands in a report. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("reports").addColumn("photo", "text").execute();
}
