import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Honours may name their sport: a competition of several sports tells first medals of each. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("honours").addColumn("sport", "text").execute();
}
