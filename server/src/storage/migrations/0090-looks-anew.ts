import { lookOfName } from "@podium/engine";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** More letters are read as those they resemble: the looks of all names are told anew. The eldest of two keeps it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom("name_looks").execute();
  const persons = db.selectFrom("persons").select(["id", "name"]).orderBy("createdAt").orderBy("id");
  for (const { id, name } of await persons.execute()) {
    await db
      .insertInto("name_looks")
      .values({ look: lookOfName(name), person_id: id })
      .onConflict((clash) => clash.doNothing())
      .execute();
  }
}
