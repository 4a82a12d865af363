import { sql } from "kysely";
import type { Db } from "./storage.ts";
import { tablesOf } from "./tables.ts";

/** What the accounts library stores for itself, which changes whenever somebody signs in; and the record of migrations. */
const LEFT_OUT = [
  "persons",
  "sessions",
  "credentials",
  "verifications",
  "passkeys",
  "kysely_migration",
  "kysely_migration_lock",
];

/** Every row of every table, but those of accounts, as one line of JSON each: to show that nothing, or only this, has changed. */
export async function everyRow(db: Db): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const table of (await tablesOf(db)).filter((name) => !LEFT_OUT.includes(name))) {
    const { rows: rowsOf } = await sql`select * from ${sql.table(table)}`.execute(db);
    rows.set(table, rowsOf.map((row) => JSON.stringify(row)).sort());
  }
  return rows;
}

/** How many rows a table of the accounts library holds. */
export async function countOfAccounts(db: Db, table: "verifications" | "sessions"): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.n);
}

/** How many rows each table holds. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  return Object.fromEntries([...(await everyRow(db))].map(([table, rows]) => [table, rows.length]));
}
