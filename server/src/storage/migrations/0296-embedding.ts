import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Under the pages of which other sites the conversations of a competition may be shown. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("embedding_origins")
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("embedding_origins_key", ["competition_id", "origin"])
    .execute();
}
