import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The journal, the competition, and what hangs on it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await makeJournal(db);
  await makeCompetitions(db);
  await makeEntries(db);
  await makeMatches(db);
  await makeResults(db);
  await makeMoments(db);
}

async function makeJournal(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("facts")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("who", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("subject_seq", "integer", (column) => column.notNull())
    .addColumn("client_id", "text")
    .addColumn("data", "text", (column) => column.notNull())
    .addUniqueConstraint("facts_in_order", ["subject_kind", "subject_id", "subject_seq"])
    .addUniqueConstraint("facts_once", ["subject_kind", "subject_id", "client_id"])
    .execute();
}

async function makeCompetitions(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("competitions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("place", "text")
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("from_date", "text", (column) => column.notNull())
    .addColumn("to_date", "text", (column) => column.notNull())
    .addColumn("invented", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("associations")
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("associations_once", ["competition_id", "code"])
    .execute();
  await db.schema
    .createTable("events")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("sport", "text", (column) => column.notNull())
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("best_of", "integer", (column) => column.notNull())
    .addColumn("plan", "text")
    .addColumn("draw", "text")
    .execute();
  await db.schema.createIndex("events_of_competition").on("events").columns(["competition_id", "position"]).execute();
}

async function makeEntries(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("players")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("family", "text", (column) => column.notNull())
    .addColumn("given", "text", (column) => column.notNull())
    .addColumn("names", "text", (column) => column.notNull())
    .addColumn("association", "text")
    .execute();
  await db.schema
    .createTable("entries")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("event_id", "text", (column) => column.notNull().references("events.id"))
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("association", "text")
    .addColumn("seed", "integer")
    .addColumn("rank", "integer")
    .addColumn("unranked", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("entries_of_event").on("entries").columns(["event_id", "position"]).execute();
  await db.schema
    .createTable("entry_players")
    .addColumn("entry_id", "text", (column) => column.notNull().references("entries.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("player_id", "text", (column) => column.notNull().references("players.id"))
    .addPrimaryKeyConstraint("entry_players_once", ["entry_id", "position"])
    .execute();
  await db.schema.createIndex("entries_of_player").on("entry_players").column("player_id").execute();
}

async function makeMatches(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("matches")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("event_id", "text", (column) => column.notNull().references("events.id"))
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("start_ms", "bigint")
    .addColumn("table_name", "text")
    .addColumn("demo_umpire", "integer", (column) => column.notNull())
    .addColumn("home_entry", "text")
    .addColumn("away_entry", "text")
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("games", "text", (column) => column.notNull())
    .addColumn("outcome", "text")
    .addColumn("version", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("matches_of_event").on("matches").columns(["event_id", "position"]).execute();
  await db.schema.createIndex("matches_by_status").on("matches").columns(["status", "start_ms"]).execute();
  await db.schema
    .createTable("chairs")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("issued_at_ms", "bigint", (column) => column.notNull())
    .addColumn("issued_by", "text", (column) => column.notNull())
    .addColumn("withdrawn_at_ms", "bigint")
    .addColumn("last_line_at_ms", "bigint")
    .execute();
  await db.schema.createIndex("chairs_of_match").on("chairs").column("match_id").execute();
}

async function makeResults(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("publications")
    .addColumn("match_id", "text", (column) => column.primaryKey().references("matches.id"))
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("who", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("medals")
    .addColumn("event_id", "text", (column) => column.notNull().references("events.id"))
    .addColumn("medal", "text", (column) => column.notNull())
    .addColumn("entry_id", "text", (column) => column.notNull().references("entries.id"))
    .addPrimaryKeyConstraint("medals_once", ["event_id", "entry_id"])
    .execute();
  await db.schema
    .createTable("honours")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("competition_id", "text", (column) => column.notNull().references("competitions.id"))
    .addColumn("year", "integer", (column) => column.notNull())
    .addColumn("competition", "text", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("medal", "text", (column) => column.notNull())
    .addColumn("association", "text", (column) => column.notNull())
    .addColumn("players", "text", (column) => column.notNull())
    .addColumn("source", "text")
    .execute();
  await db.schema.createIndex("honours_of_competition").on("honours").columns(["competition_id", "year"]).execute();
}

async function makeMoments(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("moments")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("event_id", "text", (column) => column.notNull().unique().references("events.id"))
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("summary", "text")
    .addColumn("at_ms", "bigint")
    .addColumn("opened_at_ms", "bigint")
    .execute();
  await db.schema
    .createTable("reports")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("moment_id", "text", (column) => column.notNull().references("moments.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("headline", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("place", "text")
    .addColumn("date", "text")
    .addColumn("credit", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("paragraphs", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("reactions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("moment_id", "text", (column) => column.notNull().references("moments.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("author", "text")
    .addColumn("url", "text")
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("translation", "text")
    .addColumn("at_ms", "bigint")
    .addColumn("invented", "integer", (column) => column.notNull())
    .execute();
}
