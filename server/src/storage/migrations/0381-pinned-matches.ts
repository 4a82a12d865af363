import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A match may be pinned to its table and its time: it stays there when its day is planned anew. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("matches")
    .addColumn("pinned", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
