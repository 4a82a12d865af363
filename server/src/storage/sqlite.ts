import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import type { Schema } from "./schema.ts";
import { DamagedDatabase, type Storage } from "./storage.ts";

const STATEMENTS_KEPT = 300;
/** Above this size a check of every page would hold up the start; `podium backup` checks any size. */
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024;

/**
 * The embedded adapter: SQLite as it is built into Node. An acknowledged write has reached the disk
 * (WAL with synchronous=FULL); the setting is made at each opening and read back.
 * Throws DamagedDatabase when the file is not a sound database.
 */
export function openSqlite(path: string): Storage {
  const raw = openChecked(path);
  const dataVersion = raw.prepare("PRAGMA data_version");
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: asKyselyDatabase(raw) }) });
  return {
    db,
    writtenElsewhere: () => Number(dataVersion.get()?.["data_version"]),
    close: async () => {
      await db.destroy();
    },
  };
}

function openChecked(path: string): DatabaseSync {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const existed = path !== ":memory:" && existsSync(path);
  const raw = new DatabaseSync(path, { timeout: 5000 });
  try {
    raw.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    if (existed) assertSound(raw, path);
  } catch (fault) {
    raw.close();
    throw isDamage(fault) ? new DamagedDatabase(path, { cause: fault }) : fault;
  }
  return raw;
}

function assertSound(raw: DatabaseSync, path: string): void {
  const pages = Number(raw.prepare("PRAGMA page_count").get()?.["page_count"]);
  const pageBytes = Number(raw.prepare("PRAGMA page_size").get()?.["page_size"]);
  if (pages * pageBytes > CHECKED_AT_START_BYTES) return;
  if (raw.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok") throw new DamagedDatabase(path);
}

/** Whether SQLite says that a file cannot be trusted: SQLITE_CORRUPT is 11, SQLITE_NOTADB is 26 (sqlite.org/rescode.html). */
export function isDamage(fault: unknown): boolean {
  const code = typeof fault === "object" && fault !== null && "errcode" in fault ? Number(fault.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

/**
 * A transaction takes its turn to write at once, and waits for another process that has it. Begun with reading, it would be refused
 * its first write when somebody else wrote meanwhile (sqlite.org/lang_transaction.html).
 */
const BEGIN = "begin immediate";

/** What Kysely asks of a SQLite driver, answered by node:sqlite. Statements are prepared once and kept. */
function asKyselyDatabase(raw: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => raw.close(),
    prepare: (asked) => {
      const sql = asked === "begin" ? BEGIN : asked;
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = asKyselyStatement(raw.prepare(sql));
      if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

/** House rule: exact integers, text, null and bytes are stored, nothing else; a boolean is 0 or 1. What another database would not keep is not kept here. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "bigint" || value instanceof Uint8Array) return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  if (typeof value === "string" && isText(value)) return value;
  throw new TypeError(`This ${typeof value} cannot be stored.`);
}

/** PostgreSQL knows no U+0000, and UTF-8 no half characters. */
function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes("\u0000");
}
