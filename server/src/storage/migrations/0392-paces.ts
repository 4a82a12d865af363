import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How often somebody may try, counted over all nodes: see storage/pace-rows.ts. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("paces")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("free_at_ms", "bigint", (column) => column.notNull())
    .addColumn("wait_ms", "bigint", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .execute();
}
