import { PGlite } from "@electric-sql/pglite";
import { overPool, PARSERS } from "./postgresql.ts";
import type { PgClient, PgPool, PgResult } from "./postgresql-driver.ts";
import type { Storage } from "./storage.ts";
import { openTurns } from "./turns.ts";

/**
 * PostgreSQL compiled to WebAssembly, in memory: a quick stand-in for the server, with its SQL and with one connection
 * only, so that whoever reads waits for whoever writes.
 */
export async function openPglite(): Promise<Storage> {
  const pglite = await PGlite.create({ parsers: PARSERS });
  return overPool({
    pool: poolOf(pglite),
    place: { host: "pglite", user: "postgres", database: "postgres" },
    waitMs: 1000,
    whenWritten: null,
  });
}

function poolOf(pglite: PGlite): PgPool {
  const turns = openTurns();
  return {
    end: () => pglite.close(),
    connect: async (): Promise<PgClient> => {
      const release = await turns.next();
      return { release, query: (sql, parameters) => ask(pglite, sql, parameters) };
    },
  };
}

async function ask(pglite: PGlite, sql: string, parameters: readonly unknown[]): Promise<PgResult> {
  const result = parameters.length === 0 ? (await pglite.exec(sql)).at(-1) : await pglite.query(sql, [...parameters]);
  return {
    rows: result?.rows ?? [],
    command: /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "",
    rowCount: result?.affectedRows ?? 0,
  };
}
