import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The tables of a competition and its sessions with their hours, each as JSON; null where nobody told them. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("competitions").addColumn("tables", "text").execute();
  await db.schema.alterTable("competitions").addColumn("sessions", "text").execute();
}
