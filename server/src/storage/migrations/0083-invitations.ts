import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Invitations to a role in a competition, by an address that counts once. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("invitations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("competition_id", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("invited_by", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
    .addColumn("ended_at_ms", "bigint")
    .addColumn("taken_by", "text")
    .execute();
  await db.schema
    .createIndex("invitations_open")
    .on("invitations")
    .columns(["competition_id", "ended_at_ms"])
    .execute();
}
