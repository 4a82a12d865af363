import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** In which language and how often members are written to. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("mail_settings")
    .addColumn("person_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("rhythm", "text", (column) => column.notNull())
    .execute();
  // What was told before is not mailed.
  await db.schema
    .alterTable("notifications")
    .addColumn("mailed", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
}
