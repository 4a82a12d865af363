import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** On which terms people may enter themselves for a competition that is being prepared, and who asked to be entered. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("entry_terms")
    .addColumn("draft_id", "text", (column) => column.primaryKey())
    .addColumn("closes_at_ms", "bigint", (column) => column.notNull())
    .addColumn("remark", "text")
    .addColumn("events", "text", (column) => column.notNull())
    .addColumn("opened_by", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("applications")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("draft_id", "text", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("family", "text", (column) => column.notNull())
    .addColumn("given", "text", (column) => column.notNull())
    .addColumn("association", "text")
    .addColumn("partner", "text")
    .addColumn("remark", "text")
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("entry", "text")
    .addColumn("decided_by", "text")
    .addColumn("decided_at_ms", "bigint")
    .execute();
  await db.schema.createIndex("applications_draft").on("applications").columns(["draft_id", "at_ms"]).execute();
}
