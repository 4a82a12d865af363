import { PostgresAdapter, sql } from "kysely";
import type { Db } from "./storage.ts";

/** The names of all tables, in order. */
export async function tablesOf(db: Db): Promise<string[]> {
  const names =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql<{ name: string }>`select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()`
      : sql<{
          name: string;
        }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite!_%' escape '!'`;
  return (await names.execute(db)).rows.map(({ name }) => name).sort();
}
