import { refuse, type Refusal } from "@podium/engine";
import { copyFileSync, existsSync, linkSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { proved, reachDisk, removeDatabase, unwritten, type Backup } from "./backup.ts";
import { makePrivateFile } from "./private-file.ts";
import { lockServer } from "./server-lock.ts";
import { isBusy } from "./sqlite-faults.ts";
import { StorageFault } from "./storage.ts";

/** What a restored database is equal to, and where the one that was there before is now. */
export type Restored = Backup & { readonly previous: string | null };

/**
 * Puts a backup in the place of the database, in one step: whatever ends this, the place holds the one or the other. What
 * was there is moved beside it, never lost. Refuses a file that is no sound database of Podium, and a database that
 * somebody has open: a server would go on writing into what was set aside.
 */
export function restore(backup: string, database: string, nowMs: number): Restored | Refusal {
  if (!existsSync(backup)) return refuse("no-backup", `There is no file ${backup}.`, { path: backup });
  if (resolve(backup) === resolve(database))
    return refuse("backup-is-database", `${backup} is the database itself. Name a backup of it.`, { path: backup });
  const sound = proved(backup, null);
  if ("refused" in sound) return sound;
  if (!holdsPodium(backup))
    return refuse("backup-of-something-else", `${backup} is not a database of Podium.`, { path: backup });
  const part = `${database}.restoring-${process.pid}`;
  const unlock = lockOrNull(database);
  if (unlock === null || (existsSync(database) && isOpenElsewhere(database))) {
    unlock?.();
    return refuse("database-in-use", `${database} is in use. Stop Podium first, then restore.`, { path: database });
  }
  try {
    const copy = writeCopy(sound, part);
    if ("refused" in copy) return copy;
    const previous = existsSync(database) ? `${database}.before-${nowMs}` : null;
    if (previous !== null) keepAside(database, previous);
    renameSync(part, database);
    return { ...copy, path: database, previous };
  } finally {
    removeDatabase(part);
    unlock();
  }
}

function lockOrNull(database: string): (() => void) | null {
  try {
    return lockServer(database);
  } catch (fault) {
    if (fault instanceof StorageFault && fault.kind === "busy") return null;
    throw fault;
  }
}

function writeCopy(sound: Backup, part: string): Backup | Refusal {
  try {
    makePrivateFile(part);
    copyFileSync(sound.path, part);
    makePrivateFile(part);
    reachDisk(part);
  } catch (fault) {
    return unwritten(part, fault);
  }
  return proved(part, sound.digest);
}

/** Only who is alone with a database can leave its write-ahead log. A file that is no database is in nobody's use. */
function isOpenElsewhere(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = DELETE");
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database.close();
  }
}

/** An empty file is a sound database too, of nothing. */
function holdsPodium(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'facts'").get() !== undefined;
  } finally {
    database.close();
  }
}

/** Gives the database a second name, under which it stays when its place is taken. A log beside it is of a damaged one, and goes with it. */
function keepAside(database: string, previous: string): void {
  for (const suffix of ["-wal", "-shm"]) {
    if (existsSync(database + suffix)) renameSync(database + suffix, previous + suffix);
  }
  try {
    linkSync(database, previous);
  } catch {
    copyFileSync(database, previous);
  }
}
