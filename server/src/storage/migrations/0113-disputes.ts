import { disputeKey } from "@podium/engine";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** How disputed a comment is by its votes, as a key that sorts; comments without votes on both sides keep the default. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("comments")
    .addColumn("dispute_key", "integer", (column) => column.notNull().defaultTo(65_535))
    .execute();
  const votes = await db
    .selectFrom("comments")
    .select(["up", "down"])
    .distinct()
    .where("up", ">", 0)
    .where("down", ">", 0)
    .execute();
  for (const { up, down } of votes)
    await db
      .updateTable("comments")
      .set({ dispute_key: disputeKey(up, down) })
      .where("up", "=", up)
      .where("down", "=", down)
      .execute();
  await db.schema
    .createIndex("comments_of_parent_by_dispute")
    .on("comments")
    .columns(["thread_id", "parent_id", "dispute_key", "number"])
    .execute();
}
