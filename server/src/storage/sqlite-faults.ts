import { dirname } from "node:path";
import { diskFull, explainFile, folderUnwritable } from "./file-faults.ts";
import { DamagedDatabase, StorageFault } from "./storage.ts";

/** Result codes of SQLite (sqlite.org/rescode.html) that speak of the installation. */
const BUSY = 5;
const LOCKED = 6;
const PERM = 3;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

function resultCode(fault: unknown): number {
  return typeof fault === "object" && fault !== null && "errcode" in fault ? Number(fault.errcode) & 0xff : 0;
}

/** Whether somebody else is writing just now. */
export function isBusy(fault: unknown): boolean {
  const code = resultCode(fault);
  return code === BUSY || code === LOCKED;
}

/** Whether SQLite says that a file cannot be trusted. */
export function isDamage(fault: unknown): boolean {
  const code = resultCode(fault);
  return code === CORRUPT || code === NOTADB;
}

/** What SQLite or the file system threw about the database `path`, as a StorageFault; anything else as it came. */
export function explainSqlite(fault: unknown, path: string): unknown {
  if (fault instanceof StorageFault) return fault;
  const folder = dirname(path);
  const options = { cause: fault };
  switch (resultCode(fault)) {
    case BUSY:
    case LOCKED:
      return new StorageFault("busy", `Another process keeps writing to ${path}.`, options);
    case CORRUPT:
    case NOTADB:
      return new DamagedDatabase(path, options);
    case FULL:
      return new StorageFault("full", diskFull(folder), options);
    case IOERR:
      return new StorageFault(
        "gone",
        `The database ${path} cannot be read or written: its disk is full, gone or failing.`,
        options,
      );
    case PERM:
    case READONLY:
    case CANTOPEN:
      return new StorageFault("unwritable", folderUnwritable(folder), options);
  }
  return explainFile(fault, folder);
}
