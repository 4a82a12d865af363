import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A ceremony of the past is put on record step by step as well, without times that nobody noted. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("ceremonies")
    .addColumn("past", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
