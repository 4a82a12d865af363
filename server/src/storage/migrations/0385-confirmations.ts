import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Who confirmed the result of a match on the phone of its chair: each side, of the version that it saw. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("confirmations")
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addColumn("side", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("confirmations_key", ["match_id", "side"])
    .execute();
}
