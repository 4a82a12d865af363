import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A chair that was handed in for that of the next match says which: its address leads on to it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("chairs").addColumn("next_chair", "text").execute();
}
