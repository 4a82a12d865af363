import { refuse, type Refusal } from "@podium/engine";
import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { makePrivateFile } from "./private-file.ts";
import { explainSqlite, isDamage } from "./sqlite-faults.ts";
import { DamagedDatabase, StorageFault } from "./storage.ts";

/** A copy that was read back and found equal. */
export interface Backup {
  readonly path: string;
  readonly rows: number;
  /** SHA-256 over every row of every table: two databases that hold the same have the same. */
  readonly digest: string;
}

const WAIT_MS = 10_000;

/**
 * Copies a database that may be in use: one moment of it, whatever is written meanwhile. The copy is read back, every row
 * is compared with that moment, and only then does it get its name. Refuses to write over a file.
 */
export async function backUp(database: string, target: string): Promise<Backup | Refusal> {
  if (!existsSync(database))
    return refuse("nothing-to-back-up", `There is no database ${database}.`, { path: database });
  if (existsSync(target)) return fileExists(target);
  const part = `${target}.part-${process.pid}`;
  const source = openToRead(database);
  try {
    // The moment lasts as long as this transaction: what is compared is what is copied.
    source.exec("BEGIN");
    const { digest } = digestOf(source);
    const unwritten = await writeCopy(source, part);
    if (unwritten !== null) return unwritten;
    const copy = proved(part, digest);
    if ("refused" in copy) return copy;
    return giveName(part, target) ?? { ...copy, path: target };
  } catch (fault) {
    throw isDamage(fault) ? new DamagedDatabase(database, { cause: fault }) : fault;
  } finally {
    source.close();
    removeDatabase(part);
  }
}

function fileExists(path: string): Refusal {
  return refuse("file-exists", `${path} exists already. Name a file that does not.`, { path });
}

function openToRead(database: string): DatabaseSync {
  try {
    return new DatabaseSync(database, { readOnly: true, timeout: WAIT_MS });
  } catch (fault) {
    throw explainSqlite(fault, database);
  }
}

const PAGES_AT_ONCE = 1000;

async function writeCopy(source: DatabaseSync, part: string): Promise<Refusal | null> {
  try {
    makePrivateFile(part);
    await backup(source, part, { rate: PAGES_AT_ONCE });
    onlyFile(part);
    reachDisk(part);
    return null;
  } catch (fault) {
    if (isDamage(fault)) throw fault;
    return unwritten(part, fault);
  }
}

/** Why a file could not be written, without the trace of a program. */
export function unwritten(path: string, fault: unknown): Refusal {
  const explained = explainSqlite(fault, path);
  const why = explained instanceof StorageFault && explained.kind === "full" ? explained.message : String(fault);
  return refuse("backup-unwritten", `${path} could not be written: ${why}`, { path });
}

/** The copy of a database in WAL mode would need files beside it to be read. */
function onlyFile(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("PRAGMA journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

/** Waits until what was written to a file has reached the disk. */
export function reachDisk(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file that somebody has made meanwhile is not written over, where the file system knows hard links. */
function giveName(part: string, target: string): Refusal | null {
  try {
    linkSync(part, target);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? fault.code : "";
    if (code === "EEXIST") return fileExists(target);
    renameSync(part, target);
  }
  return null;
}

/** Removes a database and what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) {
    if (existsSync(path + suffix)) rmSync(path + suffix);
  }
}

/** Reads a file as a database, every page and every row of it, and compares with what it should hold (null: whatever it does). */
export function proved(path: string, expected: string | null): Backup | Refusal {
  try {
    const copy = new DatabaseSync(path, { readOnly: true });
    try {
      if (copy.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"] !== "ok") return damaged(path);
      const { digest, rows } = digestOf(copy);
      if (expected !== null && digest !== expected)
        return refuse("copy-differs", `The copy ${path} was not equal and was taken away. Try again.`, { path });
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
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
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
