import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Who plays a tie for each team: handed in by one side, kept until the other has done so, then opened together. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("line_ups")
    .addColumn("match_id", "text", (column) => column.notNull())
    .addColumn("side", "text", (column) => column.notNull())
    .addColumn("seats", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("handed_in_by", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("line_ups_key", ["match_id", "side"])
    .execute();
}
