import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Who captured a reaction, and the picture of it that is kept aside. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("reactions").addColumn("captured_by", "text").execute();
  await db.schema.alterTable("reactions").addColumn("screenshot", "text").execute();
}
