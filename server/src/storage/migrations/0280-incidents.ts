import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What happened beside the play, what players play with, and where it is shown. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("equipment")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("player_id", "text", (column) => column.notNull().references("players.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("equipment_of_competition").on("equipment").columns(["competition_id", "id"]).execute();
  await db.schema.createIndex("equipment_of_player").on("equipment").columns(["player_id", "id"]).execute();
  await db.schema
    .createTable("incidents")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint")
    .addColumn("noted_at_ms", "bigint", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("match_id", "text", (column) => column.references("matches.id"))
    .addColumn("player_id", "text", (column) => column.references("players.id"))
    .addColumn("equipment_id", "text")
    .addColumn("source", "text")
    .addColumn("url", "text")
    .addColumn("of_chair", "integer", (column) => column.notNull())
    .addColumn("taken_back_ms", "bigint")
    .execute();
  await db.schema
    .createIndex("incidents_of_competition")
    .on("incidents")
    .columns(["competition_id", "noted_at_ms"])
    .execute();
  await db.schema.createIndex("incidents_of_match").on("incidents").columns(["match_id", "noted_at_ms"]).execute();
  await db.schema.createIndex("incidents_of_player").on("incidents").columns(["player_id", "noted_at_ms"]).execute();
  await db.schema
    .createTable("broadcasts")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("event_id", "text", (column) => column.references("events.id"))
    .addColumn("territory", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("from_date", "text")
    .addColumn("until_date", "text")
    .execute();
  await db.schema.createIndex("broadcasts_of_competition").on("broadcasts").columns(["competition_id", "id"]).execute();
}
