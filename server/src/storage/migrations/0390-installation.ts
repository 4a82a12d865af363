import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What every node of an installation must have alike, by its name: see people/one-secret.ts. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("installation")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}
