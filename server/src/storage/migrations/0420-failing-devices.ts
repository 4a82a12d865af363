import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How often in a row nothing could be sent to a device. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("devices")
    .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
