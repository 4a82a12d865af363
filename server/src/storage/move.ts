import { refuse, type Refusal } from "@podium/engine";
import { createHash } from "node:crypto";
import { PostgresAdapter, sql } from "kysely";
import { documentOf } from "./comment-search.ts";
import { migrate, shapeLacking } from "./migrations.ts";
import { nodesOf, SEEN_WITHIN_MS } from "./node-rows.ts";
import type { Db, Storage } from "./storage.ts";
import { tablesOf } from "./tables.ts";

/** What was moved, and read back equal. */
export interface Moved {
  readonly tables: number;
  readonly rows: number;
  /** SHA-256 of every row of every table, added up: the same in both, whatever order a database keeps them in. */
  readonly digest: string;
}

export interface MoveOptions {
  /** Nodes may go on serving from where it comes: what they write afterwards is not in the copy. */
  readonly isCopy: boolean;
  /** Hears of each table that holds something. */
  readonly progress: (table: string, rows: number) => void;
}

type Row = Readonly<Record<string, unknown>>;

/** What belongs to the nodes that serve and not to the record. */
const NOT_MOVED = new Set(["kysely_migration", "kysely_migration_lock", "live_messages", "nodes", "paces"]);
/** What a database makes by itself of another column. */
const MADE = new Set(["document"]);
const ROWS_AT_ONCE = 200;

/** Why nothing may be moved out of a database; null where it may. Known before there is one to move into. */
export async function whyNotFrom(from: Storage, { isCopy }: Pick<MoveOptions, "isCopy">): Promise<Refusal | null> {
  const lacking = await shapeLacking(from);
  if (lacking !== null) return refuse("shape-old", lacking);
  if (!isCopy && (await isServed(from)))
    return refuse("database-in-use", "Nodes serve from this database. End them first, or take a copy with --copy.");
  return null;
}

/**
 * Moves everything that one database holds into an empty one, of the same kind or another: of one moment, in one
 * transaction, row after row without holding more than a part of them, and read back before it counts. What was there
 * stays as it is.
 */
export async function move(from: Storage, to: Storage, options: MoveOptions): Promise<Moved | Refusal> {
  const refusal = await whyNotFrom(from, options);
  if (refusal !== null) return refusal;
  if ((await tablesOf(to.db)).length > 0)
    return refuse("database-not-empty", "The database to move into holds something. Name one that is empty.");
  try {
    await migrate(to);
    return await from.read((source) => to.db.transaction().execute((target) => copyAll(source, target, options)));
  } catch (fault) {
    await dropAll(to.db);
    throw fault;
  }
}

/** What held nothing before holds nothing again, so that it can be moved into at the next try. */
async function dropAll(db: Db): Promise<void> {
  if (!isPostgresql(db)) return;
  for (const table of await tablesOf(db)) await sql`drop table ${sql.table(table)} cascade`.execute(db);
}

async function isServed({ db, otherNodes }: Storage): Promise<boolean> {
  if (otherNodes === null) return false;
  return (await nodesOf(db)).nodes.some(({ unseenMs }) => unseenMs < SEEN_WITHIN_MS);
}

async function copyAll(source: Db, target: Db, { progress }: MoveOptions): Promise<Moved | Refusal> {
  if (!isPostgresql(target)) await sql`pragma defer_foreign_keys = on`.execute(target);
  const tables = (await inOrder(target)).filter((table) => !NOT_MOVED.has(table));
  for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(target);
  const given = openDigest();
  for (const table of tables) {
    let rows = 0;
    for await (const part of partsOf(source, table)) {
      part.forEach((row) => given.add(table, row));
      await insert(target, table, part);
      rows += part.length;
    }
    if (rows > 0) progress(table, rows);
  }
  const taken = openDigest();
  for (const table of tables)
    for await (const part of partsOf(target, table)) part.forEach((row) => taken.add(table, row));
  const digest = given.value();
  if (taken.value() !== digest) throw new Error("What was moved is not equal to what was there: nothing was kept.");
  if (isPostgresql(target)) await countOn(target);
  return { tables: tables.length, rows: given.rows(), digest };
}

function isPostgresql(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The tables, each after those that its rows refer to. SQLite looks at the end of the transaction alone. */
async function inOrder(db: Db): Promise<string[]> {
  const tables = await tablesOf(db);
  if (!isPostgresql(db)) return tables;
  const { rows } = await sql<{ name: string; needs: string }>`
    select child.relname as name, parent.relname as needs from pg_constraint
    join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
    where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid <> confrelid`.execute(db);
  const ordered: string[] = [];
  const visit = (table: string): void => {
    if (ordered.includes(table)) return;
    for (const { name, needs } of rows) if (name === table) visit(needs);
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
}

/** A row of these refers to an earlier one of the same table; PostgreSQL stores a row that was changed behind later ones. */
const OWN_ORDER: Readonly<Record<string, readonly string[]>> = { comments: ["thread_id", "number"] };

/** The rows of a table, a part at a time, each after those that it refers to. */
async function* partsOf(db: Db, table: string): AsyncGenerator<readonly Row[]> {
  if (isPostgresql(db)) {
    const order = (OWN_ORDER[table] ?? []).map((column) => sql.ref(column));
    const ordered = order.length === 0 ? sql`` : sql`order by ${sql.join(order)}`;
    await sql`declare moving no scroll cursor for select * from ${sql.table(table)} ${ordered}`.execute(db);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_ONCE)} from moving`.execute(db);
      if (rows.length === 0) break;
      yield rows;
    }
    await sql`close moving`.execute(db);
    return;
  }
  for (let after = -1; ;) {
    const { rows } = await sql<Row & { moving: number }>`
      select rowid as moving, * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${ROWS_AT_ONCE}
    `.execute(db);
    if (rows.length === 0) return;
    yield rows.map(({ moving, ...row }) => {
      after = Number(moving);
      return row;
    });
  }
}

async function insert(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const isWords = (table === "comment_words" || table === "record_words") && isPostgresql(db);
  const values = rows.map((row) => {
    const stored = Object.fromEntries(Object.entries(row).filter(([column]) => !MADE.has(column)));
    return isWords ? { ...stored, document: documentOf(String(row["words"])) } : stored;
  });
  // The names of tables and columns come from the database itself.
  await db
    .insertInto(table as never)
    .values(values as never)
    .execute();
}

/** What numbers itself goes on after the highest number. */
async function countOn(db: Db): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db);
  for (const { table, column } of rows)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), greatest(1, (select max(${sql.ref(column)}) from ${sql.table(table)})))
    `.execute(db);
}

const MODULUS = 1n << 256n;

function openDigest() {
  let sum = 0n;
  let rows = 0;
  return {
    add(table: string, row: Row): void {
      const columns = Object.keys(row)
        .filter((column) => !MADE.has(column))
        .sort();
      const written = JSON.stringify([table, columns.map((column) => [column, asWritten(row[column])])]);
      sum = (sum + BigInt(`0x${createHash("sha256").update(written).digest("hex")}`)) % MODULUS;
      rows += 1;
    },
    rows: () => rows,
    value: () => sum.toString(16).padStart(64, "0"),
  };
}

function asWritten(value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("base64") } : value;
}
