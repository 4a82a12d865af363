import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { flow } from "./flow.ts";
import { openFetcher } from "./fetcher/fetcher.ts";
import { openDiskFiles } from "./files/disk.ts";
import type { Files } from "./files/files.ts";
import { openBus, type LiveBus } from "./live/bus.ts";
import { openLive, type Live } from "./live/live.ts";
import { migrate } from "./storage/migrations.ts";
import { openSqlite } from "./storage/sqlite.ts";
import { noReplays, type App } from "./app.ts";
import type { Storage } from "./storage/storage.ts";

/** An opened installation. */
export interface Podium {
  readonly app: App;
  /** Nothing had ever been stored there. */
  readonly isNew: boolean;
  close(): Promise<void>;
}

/** The file of the embedded database. */
export function databasePath(config: Pick<Config, "dataFolder">): string {
  return join(config.dataFolder, "podium.sqlite");
}

/** The folder of photos, where they are not in a bucket. */
export function filesPath(config: Pick<Config, "dataFolder">): string {
  return join(config.dataFolder, "files");
}

/** PostgreSQL is loaded where it is asked for: a start on one file never pays for it. */
export async function openStorage(config: Config): Promise<Storage> {
  return openStorageAt(config.databaseUrl ?? databasePath(config));
}

/** The database in a file, or at an address of PostgreSQL. */
export async function openStorageAt(place: string): Promise<Storage> {
  if (!/^postgres(ql)?:/.test(place)) return openSqlite(place);
  const { openPostgresql } = await import("./storage/postgresql.ts");
  return openPostgresql(place);
}

/** Photos in the data folder, or in a bucket, whose adapter is loaded where it is asked for. Nothing is asked of it yet. */
export async function openFiles(config: Config): Promise<Files> {
  if (config.s3 === null) return openDiskFiles(filesPath(config));
  const { openS3Files } = await import("./files/s3.ts");
  return openS3Files(config.s3);
}

/** Opens the database that the settings name, or another one, and brings it to the newest shape. */
export async function openPodium(
  config: Config,
  open: () => Promise<Storage> = () => openStorage(config),
): Promise<Podium> {
  const files = await openFiles(config);
  const storage = await open();
  const live = openLive(Date.now());
  const { isNew, bus } = await prepare(storage, live).catch(async (fault: unknown) => {
    live.close();
    await storage.close();
    throw fault;
  });
  const app: App = {
    config,
    storage,
    live,
    bus,
    files,
    fetcher: openFetcher({ ports: config.fetchPorts }),
    flow,
    clock: Date.now,
    replays: noReplays(),
    jobWorkers: new Set(),
    states: new Map(),
    randomId: (bytes) => randomBytes(bytes).toString("base64url"),
  };
  return {
    app,
    isNew,
    close: async () => {
      app.live.close();
      await app.bus.close();
      await storage.close();
    },
  };
}

async function prepare(storage: Storage, live: Live): Promise<{ readonly isNew: boolean; readonly bus: LiveBus }> {
  const { isNew } = await migrate(storage);
  return { isNew, bus: await openBusOf(storage, live) };
}

/** Where several nodes serve from one database, a table of it; loaded where it is asked for. */
async function openBusOf(storage: Storage, live: Live): Promise<LiveBus> {
  const { otherNodes } = storage;
  if (otherNodes === null) return openBus(live);
  const { openTableBus } = await import("./live/table-bus.ts");
  return openTableBus({ live, otherNodes, clock: Date.now });
}
