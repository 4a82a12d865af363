import { sql } from "kysely";
import type { Db } from "./storage.ts";

/** What the accounts library keeps for itself; it changes whenever somebody signs in. */
const OF_ACCOUNTS = ["persons", "sessions", "credentials", "verifications", "passkeys"];

/** Every row of every table, but those of accounts, as one line of JSON each: to show that nothing, or only this, has changed. */
export async function everyRow(db: Db): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const table of await tablesOf(db)) {
    const { rows: kept } = await sql`select * from ${sql.table(table)}`.execute(db);
    rows.set(table, kept.map((row) => JSON.stringify(row)).sort());
  }
  return rows;
}

/** How many rows each table holds. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  return Object.fromEntries([...(await everyRow(db))].map(([table, rows]) => [table, rows.length]));
}

async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: false });
  return tables
    .map(({ name }) => name)
    .filter((name) => !OF_ACCOUNTS.includes(name) && !name.startsWith("sqlite_"))
    .sort();
}
