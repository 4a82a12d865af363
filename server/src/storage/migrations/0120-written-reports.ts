import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** A report is written here, step by step, and not only read from a file: those of before were published. */
export async function up(db: Kysely<Schema>): Promise<void> {
  const add = (name: string, type: "text" | "bigint") =>
    db.schema.alterTable("reports").addColumn(name, type).execute();
  await db.schema
    .alterTable("reports")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("published"))
    .execute();
  await db.schema
    .alterTable("reports")
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .alterTable("reports")
    .addColumn("excerpt", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("reports")
    .addColumn("corrections", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
  for (const name of ["byline", "agency", "syndicated_from", "licence", "translation_of", "changed_by"])
    await add(name, "text");
  for (const name of ["embargo_ms", "published_at_ms", "changed_at_ms"]) await add(name, "bigint");
}
