import { randomUUID } from "node:crypto";
import { Kysely, sql } from "kysely";
import { Client, Pool, types, type CustomTypesConfig, type PoolConfig } from "pg";
import { explainPostgresql, type Place } from "./postgresql-faults.ts";
import { postgresqlDialect, type PgPool } from "./postgresql-driver.ts";
import type { Schema } from "./schema.ts";
import { openSnapshots } from "./snapshots.ts";
import { StorageFault, type Storage } from "./storage.ts";
import { WAIT_MS } from "./waiting.ts";
import { openWriteWatch } from "./write-watch.ts";

const OLDEST_VERSION = 15;
const CONNECTIONS_MAX = 10;
const CONNECT_MS = 10_000;
/** The channel on which the processes of an installation notify one another that they have written. */
const WRITTEN = "podium_written";

/**
 * The adapter for installations that outgrow one file. Throws StorageFault, with a sentence, where the database cannot be
 * reached, does not let this user in, or is not what is needed: PostgreSQL 15 or newer with UTF-8.
 */
export async function openPostgresql(url: string, { waitMs = WAIT_MS } = {}): Promise<Storage> {
  const place = placeOf(url);
  const pool = poolOf(url, { max: CONNECTIONS_MAX });
  const here = randomUUID();
  const storage = overPool({ pool, place, waitMs, whenWritten: `select pg_notify('${WRITTEN}', '${here}')` });
  try {
    await assertFit(storage, place);
    const writes = await listenForWrites(url, here);
    const openAside = () => overPool({ pool: poolOf(url, ASIDE), place, waitMs, whenWritten: null });
    const [aside, paces] = [openAside(), openAside()];
    return {
      ...storage,
      otherNodes: { onWrite: writes.onWrite, db: aside.db, paces: paces.db },
      close: async () => {
        await writes.end();
        await aside.close();
        await paces.close();
        await storage.close();
      },
    };
  } catch (fault) {
    await storage.close();
    throw explainPostgresql(fault, place);
  }
}

/** One connection, given up where an answer does not come: a network that swallows everything ends no connection. */
const ASIDE = { max: 1, query_timeout: 3_000 } as const;

function poolOf(url: string, settings: PoolConfig): PgPool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types: NUMBERS,
    ...settings,
  });
  // An idle connection that ends, and one in use: without a listener either ends the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The storage over any pool of connections to PostgreSQL; not notified by other processes. */
export function overPool(given: {
  readonly pool: PgPool;
  readonly place: Place;
  readonly waitMs: number;
  readonly whenWritten: string | null;
  /** There is but one connection. */
  readonly isSingle?: boolean;
}): Storage {
  const snapshots = openSnapshots();
  const { wrote, watch } = openWriteWatch();
  const db = new Kysely<Schema>({ dialect: postgresqlDialect({ ...given, snapshots, wrote }) });
  const read: Storage["read"] = (work) => db.transaction().setAccessMode("read only").execute(work);
  return {
    db,
    read,
    snapshot: (work, mark) =>
      given.isSingle === true ? snapshots.holdMark(work, mark) : snapshots.hold(read, work, mark),
    heldMark: snapshots.heldMark,
    watchWrites: watch,
    writtenElsewhere: () => 0,
    otherNodes: null,
    checked: Promise.resolve(),
    serveAlone: () => Promise.resolve(),
    close: () => db.destroy(),
  };
}

/** Numbers come as numbers, as SQLite gives them; yes and no as 1 and 0. By the oid of the type (pg_type). */
export const PARSERS: Readonly<Record<number, (text: string) => number>> = {
  16: (text) => (text === "t" ? 1 : 0),
  20: exactNumber,
  1700: exactNumber,
};

function exactNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new RangeError(`${text} is not exact as a number.`);
  return number;
}

const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid: number) => PARSERS[oid] ?? types.getTypeParser(oid),
};

async function assertFit({ db }: Storage, { host, database }: Place): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding
  `.execute(db);
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (!(major >= OLDEST_VERSION))
    throw new StorageFault(
      "unfit",
      `PostgreSQL on ${host} is version ${major}; Podium needs ${OLDEST_VERSION} or newer.`,
    );
  const encoding = rows[0]?.encoding;
  if (encoding !== "UTF8")
    throw new StorageFault(
      "unfit",
      `The database ${database} is encoded in ${encoding}; Podium needs UTF8: createdb --encoding UTF8 --template template0`,
    );
}

const AGAIN_MS = 1000;

/** Listens on a connection of its own, and on another one when that is lost: meanwhile others may have written. */
async function listenForWrites(
  url: string,
  here: string,
): Promise<{ onWrite(listener: () => void): void; end(): Promise<void> }> {
  const listeners: (() => void)[] = [];
  let ended = false;
  const receive = () => listeners.forEach((listener) => listener());
  const listen = async (): Promise<Client> => {
    const listening = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    listening.on("error", () => undefined);
    listening.on("notification", ({ payload }) => {
      if (payload !== here) receive();
    });
    await listening.connect();
    await listening.query(`listen ${WRITTEN}`);
    listening.once("end", listenAgain);
    return listening;
  };
  let client = await listen();
  function listenAgain(): void {
    if (ended) return;
    setTimeout(() => {
      if (ended) return;
      listen().then((listening) => {
        receive();
        client = listening;
        if (ended) void listening.end();
      }, listenAgain);
    }, AGAIN_MS).unref();
  }
  return {
    onWrite: (listener) => void listeners.push(listener),
    end: async () => {
      ended = true;
      await client.end();
    },
  };
}

function placeOf(url: string): Place {
  const { connectionParameters } = new Client({ connectionString: url }) as unknown as {
    connectionParameters: { host: string; port: number; user: string; database: string };
  };
  const { host, port, user, database } = connectionParameters;
  return { host: host.startsWith("/") ? host : `${host}:${port}`, user, database };
}
