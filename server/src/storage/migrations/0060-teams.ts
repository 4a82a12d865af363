import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Teams: how their ties are played, what they are called, and the rubbers of a tie, which are matches of their own. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("events").addColumn("tie", "text").execute();
  await db.schema.alterTable("entries").addColumn("name", "text").execute();
  for (const column of ["tie", "kind", "seats", "figures"])
    await db.schema.alterTable("matches").addColumn(column, "text").execute();
  await db.schema.alterTable("matches").addColumn("rubber", "integer").execute();
}
