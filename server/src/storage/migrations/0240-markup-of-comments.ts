import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Comments as HTML where they have more than paragraphs. What was written before stays as it was shown. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("comments").addColumn("html", "text").execute();
}
