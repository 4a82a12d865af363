import { lookOfName } from "@podium/engine";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What the names of people look like, so that nobody takes one that is hard to tell from another's. The eldest of two keeps it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("name_looks")
    .addColumn("look", "text", (column) => column.primaryKey().notNull())
    .addColumn("person_id", "text", (column) => column.notNull().references("persons.id").onDelete("cascade"))
    .execute();
  for (const { id, name } of await db.selectFrom("persons").select(["id", "name"]).execute()) {
    await db
      .insertInto("name_looks")
      .values({ look: lookOfName(name), person_id: id })
      .onConflict((clash) => clash.doNothing())
      .execute();
  }
}
