import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { explainSqlite, isBusy } from "./sqlite-faults.ts";
import { makePrivateFile } from "./private-file.ts";
import { StorageFault } from "./storage.ts";

/** The file beside a database whose lock its server holds. It stays: it says that something was served from here. */
function lockPath(database: string): string {
  return `${database}.lock`;
}

/** Whether a server has ever served from this database. */
export function hasBeenServed(database: string): boolean {
  return existsSync(lockPath(database));
}

/**
 * Takes the one right to serve from a database; answers how it is given back. The system takes it from a process that
 * ends in any way, so nothing is left behind by a kill. Throws StorageFault where another process has it.
 */
export function lockServer(database: string): () => void {
  try {
    makePrivateFile(lockPath(database));
    const lock = new DatabaseSync(lockPath(database), { timeout: 0 });
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (fault) {
      lock.close();
      throw isBusy(fault) ? inUse(database, fault) : fault;
    }
    return () => lock.close();
  } catch (fault) {
    throw explainSqlite(fault, database);
  }
}

function inUse(database: string, cause: unknown): StorageFault {
  return new StorageFault(
    "busy",
    `Another Podium serves from the folder ${dirname(database)}. Stop it first, or choose another folder with PODIUM_DATA.`,
    { cause },
  );
}
