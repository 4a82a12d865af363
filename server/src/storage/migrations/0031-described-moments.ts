import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Whether somebody described a moment; one that opened by itself goes when its event is no longer decided. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("moments")
    .addColumn("described", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
}
