import { PostgresAdapter, sql } from "kysely";
import type { Db } from "./storage.ts";

/** The names of all tables, in order; not those in which an index of words is kept. */
export async function tablesOf(db: Db): Promise<string[]> {
  const names =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql<{ name: string }>`select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()`
      : sql<{
          name: string;
        }>`select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite!_%' escape '!'`;
  return (await names.execute(db)).rows.map(({ name }) => name).sort();
}
