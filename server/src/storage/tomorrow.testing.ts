import { sql } from "kysely";
import type { Storage } from "./storage.ts";

/** Brings a database to the shape of a version that there is not yet: a migration that adds and takes nothing away. */
export async function bringToTomorrow({ db }: Storage): Promise<void> {
  for (const statement of [
    "create table of_tomorrow (id text primary key)",
    "alter table matches add column of_tomorrow text",
    "insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2030-01-01')",
  ])
    await sql.raw(statement).execute(db);
}
