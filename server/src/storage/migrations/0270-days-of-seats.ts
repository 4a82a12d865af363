import { sql, type Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Lists that begin with the latest are read from an index, however many competitions, moments and entries there are. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("entry_players")
    .addColumn("from_date", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await sql`
    update entry_players set from_date = (
      select competitions.from_date from entries
      inner join events on events.id = entries.event_id
      inner join competitions on competitions.id = events.competition_id
      where entries.id = entry_players.entry_id
    )`.execute(db);
  await db.schema.dropIndex("entries_of_player").execute();
  await db.schema
    .createIndex("entries_of_player")
    .on("entry_players")
    .columns(["player_id", "from_date desc", "entry_id"])
    .execute();
  await db.schema.createIndex("competitions_by_day").on("competitions").columns(["from_date desc", "id"]).execute();
  await db.schema
    .createIndex("moments_by_opening")
    .on("moments")
    .columns(["opened_at_ms desc", "described desc", "id"])
    .where("opened_at_ms", "is not", null)
    .execute();
}
