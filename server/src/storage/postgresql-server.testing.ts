import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";

/** A PostgreSQL of its own, for a test: made anew, in a folder that goes when it is stopped. */
export interface PostgresqlServer {
  readonly port: number;
  readonly folder: string;
  /** The address of a database, made when it is not there yet. */
  database(name: string, options?: string): Promise<string>;
  /** Ends it at once, as a machine that fails. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const PASSWORD = "of-this-test";

const FOLDERS = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs on this machine; null where there are none. */
export function postgresqlPrograms(): string | null {
  const named = process.env["PODIUM_TEST_POSTGRESQL"];
  const versions = existsSync(FOLDERS) ? readdirSync(FOLDERS).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(named === undefined ? [] : [named]),
    ...versions.map((version) => join(FOLDERS, version, "bin")),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Why there is no PostgreSQL to test with; null where there is one. */
export const NO_POSTGRESQL =
  postgresqlPrograms() === null
    ? "PostgreSQL, a server: skipped, because it is not installed (apt-get install postgresql)."
    : null;

/** PostgreSQL does not run as root: then it runs as nobody. */
const AS = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Makes a database cluster and starts it; one that is durable waits for its disk, as an installation does. */
export async function startPostgresql({ isDurable = false } = {}): Promise<PostgresqlServer> {
  const programs = postgresqlPrograms();
  if (programs === null) throw new Error("There is no PostgreSQL on this machine.");
  const folder = mkdtempSync(join(tmpdir(), "podium-postgresql-"));
  if (AS.uid !== undefined) chownSync(folder, AS.uid, AS.gid);
  const data = join(folder, "data");
  execFileSync(
    "/bin/sh",
    [
      "-c",
      `umask 077; printf %s "$0" > "$1/password"; exec "$2" --pgdata "$1/data" --username podium --pwfile "$1/password" --auth scram-sha-256 --encoding UTF8 --locale C --no-sync`,
      PASSWORD,
      folder,
      join(programs, "initdb"),
    ],
    { stdio: "ignore", ...AS },
  );
  const port = await freePort();
  let server = serve();
  function serve() {
    const args = [
      "-D",
      data,
      "-p",
      String(port),
      "-k",
      folder,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `fsync=${isDurable ? "on" : "off"}`,
      "-c",
      "max_connections=600",
    ];
    return spawn(join(programs ?? "", "postgres"), args, { stdio: "ignore", ...AS });
  }
  const url = (name: string) => `postgresql://podium:${PASSWORD}@127.0.0.1:${port}/${name}`;
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  await untilReady(url("postgres"));
  return {
    port,
    folder,
    database: async (name, options = "") => {
      const client = new Client(url("postgres"));
      await client.connect();
      await client.query(`create database "${name}" ${options}`).catch(ignoreExisting);
      await client.end();
      return url(name);
    },
    kill: () => end("SIGQUIT"),
    start: async () => {
      server = serve();
      await untilReady(url("postgres"));
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ignoreExisting(fault: unknown): void {
  if (!(fault instanceof Error && "code" in fault && fault.code === "42P04")) throw fault;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new Client(url);
    try {
      await client.connect();
      return;
    } catch (fault) {
      if (tries === 300) throw fault;
      await setTimeout(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** `node postgresql-server.testing.ts`: a server for PODIUM_TEST_DATABASE, until it is interrupted. */
if (import.meta.main) {
  const server = await startPostgresql();
  process.stdout.write(`PODIUM_TEST_DATABASE=${await server.database("postgres")}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server.stop());
}
