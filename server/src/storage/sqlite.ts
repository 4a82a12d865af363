import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { Kysely } from "kysely";
import { makePrivateFile } from "./private-file.ts";
import type { Schema } from "./schema.ts";
import { hasBeenServed, lockServer } from "./server-lock.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { explainSqlite, isBusy } from "./sqlite-faults.ts";
import { SqliteHandle } from "./sqlite-handle.ts";
import { openSnapshots } from "./snapshots.ts";
import { DamagedDatabase, StorageFault, type Storage } from "./storage.ts";
import { WAIT_MS, whenFree } from "./waiting.ts";
import { openWriteWatch } from "./write-watch.ts";

/** Above this size a check of every page would hold up the start; `podium backup` checks any size. */
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024;

const IN_MEMORY = ":memory:";

interface SqliteSettings {
  /** How long another process is waited for. */
  readonly waitMs?: number;
  /** Up to this size every page is checked before the database is used; above it, beside the use. */
  readonly checkedAtStartBytes?: number;
}

/**
 * The embedded adapter: SQLite as it is built into Node. An acknowledged write has reached the disk
 * (WAL with synchronous=FULL); the setting is made at each opening. Whoever finds the database in use by another
 * process waits for `waitMs`.
 * Throws DamagedDatabase when the file is not a sound database, StorageFault when it cannot be used or is gone.
 */
export async function openSqlite(
  path: string,
  { waitMs = WAIT_MS, checkedAtStartBytes = CHECKED_AT_START_BYTES }: SqliteSettings = {},
): Promise<Storage> {
  const inMemory = path === IN_MEMORY;
  const foundBytes = inMemory ? 0 : bytesOf(path);
  const raw = await openSound(path, { isChecked: foundBytes > 0 && foundBytes <= checkedAtStartBytes });
  const dataVersion = raw.prepare("PRAGMA data_version");
  const snapshots = openSnapshots();
  const { wrote, watch } = openWriteWatch();
  const db = new Kysely<Schema>({
    dialect: sqliteDialect({
      path,
      waitMs,
      snapshots,
      wrote,
      writer: new SqliteHandle(raw),
      openReader: inMemory ? null : () => openReader(path),
      assertThere: inMemory ? () => undefined : watchFile(path),
    }),
  });
  const check = foundBytes > checkedAtStartBytes ? checkBeside(path) : null;
  let unlock: (() => void) | null = null;
  const read: Storage["read"] = (work) => db.transaction().setAccessMode("read only").execute(work);
  return {
    db,
    checked: check?.done ?? Promise.resolve(),
    read,
    // In memory there is but one handle: whoever held it would wait for himself when he writes.
    snapshot: (work, mark) => (inMemory ? snapshots.holdMark(work, mark) : snapshots.hold(read, work, mark)),
    heldMark: snapshots.heldMark,
    watchWrites: watch,
    writtenElsewhere: () => Number(dataVersion.get()?.["data_version"]),
    otherNodes: null,
    serveAlone: async () => {
      if (!inMemory) unlock ??= lockServer(path);
    },
    close: async () => {
      await check?.stop();
      await db.destroy();
      unlock?.();
    },
  };
}

/** The size of what is there; a database that was served from and has vanished is no new installation. */
function bytesOf(path: string): number {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes === 0 && hasBeenServed(path)) {
    throw new StorageFault(
      "gone",
      `The database ${path} is empty or gone, though Podium has served from it. Restore a backup with: ./podium restore FILE (to begin anew, remove ${path}.lock)`,
    );
  }
  return bytes;
}

async function openSound(path: string, { isChecked }: { readonly isChecked: boolean }): Promise<DatabaseSync> {
  try {
    if (path !== IN_MEMORY) makePrivateFile(path);
    const raw = new DatabaseSync(path, { timeout: 0 });
    try {
      // Whoever opens a new database at the same time is in the way of the first setting.
      const deadlineMs = performance.now() + WAIT_MS;
      await whenFree(() => raw.exec("PRAGMA journal_mode = WAL"), { isBusy, deadlineMs });
      raw.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
      if (isChecked) await whenFree(() => assertSound(raw, path), { isBusy, deadlineMs });
    } catch (fault) {
      raw.close();
      throw fault;
    }
    return raw;
  } catch (fault) {
    throw explainSqlite(fault, path);
  }
}

/** Checks every page in a thread of its own, while the database is in use. */
function checkBeside(path: string): { readonly done: Promise<void>; stop(): Promise<void> } {
  const worker = new Worker(new URL("sqlite-check.worker.ts", import.meta.url), { workerData: path });
  worker.unref();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.once("message", (isSound) => (isSound === true ? resolve() : reject(new DamagedDatabase(path))));
  worker.once("error", reject);
  worker.once("exit", () => resolve());
  promise.catch(() => undefined);
  return { done: promise, stop: async () => void (await worker.terminate()) };
}

function openReader(path: string): SqliteHandle {
  try {
    const raw = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    return new SqliteHandle(raw);
  } catch (fault) {
    throw explainSqlite(fault, path);
  }
}

/** A file that was removed can still be written to, by whoever has it open: what goes there is lost. */
function watchFile(path: string): () => void {
  const opened = statSync(path).ino;
  return () => {
    if (statSync(path, { throwIfNoEntry: false })?.ino !== opened)
      throw new StorageFault(
        "gone",
        `The database ${path} is gone, or another one stands in its place. Stop Podium, put it back, start again.`,
      );
  };
}

function assertSound(raw: DatabaseSync, path: string): void {
  if (raw.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok") throw new DamagedDatabase(path);
}
