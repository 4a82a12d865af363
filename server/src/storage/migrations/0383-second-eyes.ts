import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** 1: a competition wants each result published by somebody else than who entered it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("competitions")
    .addColumn("second_eyes", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
