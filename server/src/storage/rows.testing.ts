import { PostgresAdapter, sql } from "kysely";
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

/** Reads every row as `everyRow` does, and anew only when something was written since, committed or not. */
export function rowReader(db: Db): () => Promise<Map<string, string[]>> {
  let last: { readonly mark: string | null; readonly rows: Map<string, string[]> } | null = null;
  return async () => {
    const mark = await markOf(db);
    if (last === null || mark === null || last.mark !== mark) last = { mark, rows: await everyRow(db) };
    return last.rows;
  };
}

/** What is another after every write; null of a SQLite file, whose handles know of their own writes alone. */
async function markOf(db: Db): Promise<string | null> {
  const asked =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql<{ mark: string | null }>`select cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as mark`
      : sql<{ mark: string | null }>`
          select case when file = '' then cast(total_changes() as text) end as mark
          from pragma_database_list where name = 'main'`;
  const { rows } = await asked.execute(db);
  return rows[0]?.mark ?? null;
}

/** How many rows a table of the accounts library holds. */
export async function countOfAccounts(db: Db, table: "persons" | "verifications" | "sessions"): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.n);
}

/** How many rows each table holds. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  return Object.fromEntries([...(await everyRow(db))].map(([table, rows]) => [table, rows.length]));
}
