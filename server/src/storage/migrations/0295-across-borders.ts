import { acrossKey } from "@podium/engine";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How much readers of different camps value a comment, as a key that sorts; of none is that known yet. */
export async function up(db: Kysely<Schema>): Promise<void> {
  const unknown = acrossKey(null, 0);
  await db.schema
    .alterTable("comments")
    .addColumn("across_key", "integer", (column) => column.notNull().defaultTo(unknown))
    .execute();
  await db
    .updateTable("comments")
    .set((eb) => ({ across_key: eb("best_key", "+", unknown) }))
    .execute();
  await db.schema
    .createIndex("comments_of_parent_across_borders")
    .on("comments")
    .columns(["thread_id", "parent_id", "across_key", "number"])
    .execute();
}
