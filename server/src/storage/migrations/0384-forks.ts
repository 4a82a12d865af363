import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/**
 * What a phone told of a match that the log went on without: kept until the referee has settled it. `log_began` is how many
 * facts of the match lay before the log it was told against.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("log_forks")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addColumn("first_line", "text", (column) => column.notNull())
    .addColumn("log_began", "integer", (column) => column.notNull())
    .addColumn("after_line", "integer", (column) => column.notNull())
    .addColumn("lines", "text", (column) => column.notNull())
    .addColumn("sent_at_ms", "bigint", (column) => column.notNull())
    .addColumn("settled_at_ms", "bigint")
    .addColumn("settled_by", "text")
    .addUniqueConstraint("log_forks_once", ["match_id", "first_line"])
    .execute();
}
