import { Client } from "pg";
import { openPglite } from "./pglite.testing.ts";
import { openPostgresql } from "./postgresql.ts";
import { openSqlite } from "./sqlite.ts";
import type { Storage } from "./storage.ts";

/** PODIUM_TEST_DATABASE: `pglite`, the address of a PostgreSQL server, or nothing for SQLite. */
const CHOSEN = process.env["PODIUM_TEST_DATABASE"] ?? "";

let databases = 0;

/** An empty database for a test; on SQLite at `path`, where it is opened again as it was left. */
export async function openTestDatabase(path = ":memory:"): Promise<Storage> {
  if (CHOSEN === "") return openSqlite(path);
  return CHOSEN === "pglite" ? openPglite() : openNewDatabase(CHOSEN);
}

/** A database of its own on a server that runs, which goes when it is closed. */
async function openNewDatabase(server: string): Promise<Storage> {
  const name = `podium_test_${process.pid}_${++databases}`;
  await ask(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const storage = await openPostgresql(address.href);
  return {
    ...storage,
    close: async () => {
      await storage.close();
      await ask(server, `drop database ${name} with (force)`);
    },
  };
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
