import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How the match stood when a comment about it was written. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("comments").addColumn("score", "text").execute();
}
