import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Which chair handed in a fork: so many of each wait for the referee. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("log_forks").addColumn("chair_id", "text").execute();
}
