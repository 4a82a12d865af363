import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { explainSqlite, isBusy } from "./sqlite-faults.ts";
import { SqliteHandle } from "./sqlite-handle.ts";
import { DamagedDatabase, StorageFault, type Storage } from "./storage.ts";
import { WAIT_MS, whenFree } from "./waiting.ts";

/** Above this size a check of every page would hold up the start; `podium backup` checks any size. */
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024;

const IN_MEMORY = ":memory:";

/**
 * The embedded adapter: SQLite as it is built into Node. An acknowledged write has reached the disk
 * (WAL with synchronous=FULL); the setting is made at each opening. Whoever finds the database in use by another
 * process waits for `waitMs`.
 * Throws DamagedDatabase when the file is not a sound database, StorageFault when it cannot be used.
 */
export async function openSqlite(path: string, { waitMs = WAIT_MS } = {}): Promise<Storage> {
  const raw = await openSound(path);
  const dataVersion = raw.prepare("PRAGMA data_version");
  const db = new Kysely<Schema>({
    dialect: sqliteDialect({
      path,
      waitMs,
      writer: new SqliteHandle(raw),
      openReader: path === IN_MEMORY ? null : () => openReader(path),
      assertThere: path === IN_MEMORY ? () => undefined : watchFile(path),
    }),
  });
  return {
    db,
    read: (work) => db.transaction().setAccessMode("read only").execute(work),
    writtenElsewhere: () => Number(dataVersion.get()?.["data_version"]),
    close: () => db.destroy(),
  };
}

async function openSound(path: string): Promise<DatabaseSync> {
  try {
    const existed = path !== IN_MEMORY && existsSync(path);
    if (path !== IN_MEMORY) keepPrivate(path);
    const raw = new DatabaseSync(path, { timeout: 0 });
    try {
      // Whoever opens a new database at the same moment is in the way of the first setting.
      const deadlineMs = performance.now() + WAIT_MS;
      await whenFree(() => raw.exec("PRAGMA journal_mode = WAL"), { isBusy, deadlineMs });
      raw.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
      if (existed) await whenFree(() => assertSound(raw, path), { isBusy, deadlineMs });
    } catch (fault) {
      raw.close();
      throw fault;
    }
    return raw;
  } catch (fault) {
    throw explainSqlite(fault, path);
  }
}

/** Only who runs the installation reads its database; what SQLite writes beside it takes over the rights of the file. */
function keepPrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
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
  const pages = Number(raw.prepare("PRAGMA page_count").get()?.["page_count"]);
  const pageBytes = Number(raw.prepare("PRAGMA page_size").get()?.["page_size"]);
  if (pages * pageBytes > CHECKED_AT_START_BYTES) return;
  if (raw.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok") throw new DamagedDatabase(path);
}
