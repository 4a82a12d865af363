import { refuse, type Refusal } from "@podium/engine";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDamage } from "./sqlite-faults.ts";
import { DamagedDatabase } from "./storage.ts";

/** A copy that was read back and found equal. */
export interface Backup {
  readonly path: string;
  readonly rows: number;
  /** SHA-256 over every row of every table: two databases that hold the same have the same. */
  readonly digest: string;
}

/**
 * Copies a database that may be in use, reads the copy back, and compares every row. Refuses to write over a file.
 * A copy that differs is a bug, unless somebody wrote in between: then it is taken again.
 */
export function backUp(database: string, target: string): Backup | Refusal {
  if (!existsSync(database))
    return refuse("nothing-to-back-up", `There is no database ${database}.`, { path: database });
  if (existsSync(target))
    return refuse("file-exists", `${target} exists already. Name a file that does not.`, { path: target });
  const source = new DatabaseSync(database, { timeout: 10_000 });
  try {
    return copyUnchanged(source, target);
  } catch (fault) {
    throw isDamage(fault) ? new DamagedDatabase(database, { cause: fault }) : fault;
  } finally {
    source.close();
  }
}

const TRIES = 5;

/** Where somebody writes between the copy and the comparison, both are taken anew. */
function copyUnchanged(source: DatabaseSync, target: string): Backup | Refusal {
  for (let tries = 1; ; tries += 1) {
    const before = digestOf(source).digest;
    const refusal = writeCopy(source, target);
    if (refusal !== null) return refusal;
    const unchanged = digestOf(source).digest === before;
    if (unchanged || tries === TRIES) return proved(target, unchanged ? before : null);
    rmSync(target);
  }
}

function writeCopy(source: DatabaseSync, target: string): Refusal | null {
  try {
    mkdirSync(dirname(target), { recursive: true });
    source.prepare("VACUUM INTO ?").run(target);
    return null;
  } catch (fault) {
    if (isDamage(fault)) throw fault;
    return refuse(
      "backup-unwritten",
      `${target} could not be written: ${fault instanceof Error ? fault.message : String(fault)}.`,
      { path: target },
    );
  }
}

/**
 * Puts a backup in the place of the database. What is there already is kept beside it, never lost.
 * Refuses a file that is no sound database of Podium, and a database that somebody has open: a server would go on
 * writing into what was set aside.
 */
export function restore(
  backup: string,
  database: string,
  nowMs: number,
): (Backup & { readonly previous: string | null }) | Refusal {
  if (!existsSync(backup)) return refuse("no-backup", `There is no file ${backup}.`, { path: backup });
  if (resolve(backup) === resolve(database))
    return refuse("backup-is-database", `${backup} is the database itself. Name a backup of it.`, { path: backup });
  const sound = proved(backup, null);
  if ("refused" in sound) return sound;
  if (!holdsPodium(backup))
    return refuse("backup-of-something-else", `${backup} is not a database of Podium.`, { path: backup });
  if (existsSync(database) && isOpenElsewhere(database))
    return refuse("database-in-use", `${database} is in use. Stop Podium first, then restore.`, { path: database });
  mkdirSync(dirname(database), { recursive: true });
  const previous = existsSync(database) ? `${database}.before-${nowMs}` : null;
  if (previous !== null) setAside(database, previous);
  copyFileSync(backup, database);
  const restored = proved(database, sound.digest);
  return "refused" in restored ? restored : { ...restored, previous };
}

const SQLITE_BUSY = 5;

/** Only who is alone with a database can leave its write-ahead log. A file that is no database is in nobody's use. */
function isOpenElsewhere(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = DELETE");
    return false;
  } catch (error) {
    return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
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

/** The newest writes may stand in the log beside the file; it goes with it. */
function setAside(database: string, previous: string): void {
  for (const suffix of ["", "-wal", "-shm"]) {
    if (existsSync(database + suffix)) renameSync(database + suffix, previous + suffix);
  }
}

/** Reads a file as a database, every page and every row of it, and compares with what it should hold (null: whatever it does). */
function proved(path: string, expected: string | null): Backup | Refusal {
  try {
    const copy = new DatabaseSync(path, { readOnly: true });
    try {
      if (copy.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"] !== "ok") return damaged(path);
      const { digest, rows } = digestOf(copy);
      if (expected !== null && digest !== expected) {
        rmSync(path);
        return refuse("copy-differs", `The copy ${path} was not equal and was taken away. Try again.`, { path });
      }
      return { path, rows, digest };
    } finally {
      copy.close();
    }
  } catch {
    return damaged(path);
  }
}

function damaged(path: string): Refusal {
  return refuse("backup-damaged", `${path} is not a sound database.`, { path });
}

function digestOf(database: DatabaseSync): { digest: string; rows: number } {
  const hash = createHash("sha256");
  let rows = 0;
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  for (const { name } of tables) {
    hash.update(`table ${String(name)}\n`);
    for (const row of database.prepare(`SELECT * FROM "${String(name)}" ORDER BY rowid`).iterate()) {
      hash.update(`${JSON.stringify(row, asWritten)}\n`);
      rows += 1;
    }
  }
  return { digest: hash.digest("hex"), rows };
}

function asWritten(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}
