import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The rubbers of a tie are found without reading the other matches of their event. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createIndex("rubbers_of_tie")
    .on("matches")
    .columns(["event_id", "tie", "rubber"])
    .where("tie", "is not", null)
    .execute();
}
