import { PGlite } from "@electric-sql/pglite";
import { overPool, PARSERS } from "./postgresql.ts";
import type { PgClient, PgPool, PgResult } from "./postgresql-driver.ts";
import type { Storage } from "./storage.ts";
import { openTurns } from "./turns.ts";

let server: Promise<PGlite> | null = null;
const turns = openTurns();
let schemas = 0;

/**
 * PostgreSQL compiled to WebAssembly, in memory: a quick stand-in for the server, with its SQL and with one connection
 * only, so that whoever reads waits for whoever writes. It takes seconds to start, so a process has one, and every
 * storage a schema of its own. `asked` hears of every statement.
 */
export async function openPglite(asked: (sql: string) => void = () => undefined): Promise<Storage> {
  server ??= PGlite.create({ parsers: PARSERS });
  const pglite = await server;
  const schema = `storage_${++schemas}`;
  await pglite.exec(`create schema ${schema}`);
  return overPool({
    pool: poolOf(pglite, schema, asked),
    place: { host: "pglite", user: "postgres", database: schema },
    waitMs: 1000,
    whenWritten: null,
    isSingle: true,
  });
}

function poolOf(pglite: PGlite, schema: string, asked: (sql: string) => void): PgPool {
  return {
    end: async () => void (await pglite.exec(`drop schema ${schema} cascade`)),
    connect: async (): Promise<PgClient> => {
      const release = await turns.next();
      await pglite.exec(`set search_path to ${schema}`);
      return {
        release,
        query: (sql, parameters) => {
          asked(sql);
          return ask(pglite, sql, parameters);
        },
      };
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
