import { Migrator, type Migration } from "kysely/migration";
import type { Kysely } from "kysely";
import * as ground from "./migrations/0001-ground.ts";
import * as conversation from "./migrations/0002-conversation.ts";
import * as readingThreads from "./migrations/0003-reading-threads.ts";
import * as accounts from "./migrations/0004-accounts.ts";
import type { Schema } from "./schema.ts";

/** In the order of their numbers. A landed migration is never edited; the next one mends it. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-ground": ground,
  "0002-conversation": conversation,
  "0003-reading-threads": readingThreads,
  "0004-accounts": accounts,
};

/** Brings the database to the newest shape; does nothing when it is there. Throws what went wrong. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
