import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { explainSqlite, isBusy } from "./sqlite-faults.ts";
import type { SqliteHandle } from "./sqlite-handle.ts";
import type { Snapshots } from "./snapshots.ts";
import { openTurns } from "./turns.ts";
import { SqliteCompiler } from "./values.ts";
import { whenFree } from "./waiting.ts";

/** The handles of one database: one that writes, and as many as are needed that read. */
export interface SqliteHandles {
  readonly path: string;
  /** How long another process is waited for. */
  readonly waitMs: number;
  readonly snapshots: Snapshots;
  /** Called after each commit. */
  readonly wrote: () => void;
  readonly writer: SqliteHandle;
  /** Opens another handle that reads; null where there is but one, as in memory: reading then takes its turn too. */
  readonly openReader: (() => SqliteHandle) | null;
  /** Throws where writing would reach nobody: the file is not there any more. */
  assertThere(): void;
}

/**
 * A dialect for Kysely over node:sqlite. Writers queue, and each begins with the right to write; readers have handles of
 * their own and queue behind nobody. Whatever is busy is waited for between other work, never inside a statement.
 */
export function sqliteDialect(handles: SqliteHandles): Dialect {
  return {
    createAdapter: () => new ManyConnections(),
    createDriver: () => new SqliteDriver(handles),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteCompiler(),
  };
}

/** Kysely would let one query after another in; here the driver says who waits for whom. */
class ManyConnections extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #handles: SqliteHandles;
  readonly #turns = openTurns();
  readonly #idle: SqliteHandle[] = [];

  constructor(handles: SqliteHandles) {
    this.#handles = handles;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this);
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await own(connection).begin(settings.accessMode !== "read only");
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).end("commit");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).end("rollback");
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    own(connection).release();
  }

  async destroy(): Promise<void> {
    for (const reader of this.#idle) reader.close();
    this.#idle.length = 0;
    this.#handles.writer.close();
  }

  /** A handle to read with, given back when it is not needed any more. */
  async takeReader(): Promise<Taken> {
    const { openReader } = this.#handles;
    if (openReader === null) return this.#takeWriterToRead();
    const handle = this.#idle.pop() ?? openReader();
    return { handle, giveBack: () => void this.#idle.push(handle) };
  }

  async #takeWriterToRead(): Promise<Taken> {
    const { handle, giveBack } = await this.takeWriter();
    handle.run("pragma query_only = on");
    return {
      handle,
      giveBack: () => {
        handle.run("pragma query_only = off");
        giveBack();
      },
    };
  }

  async takeWriter(): Promise<Taken> {
    const giveBack = await this.#turns.next();
    return { handle: this.#handles.writer, giveBack };
  }

  /** Runs `attempt` as soon as no other process is in its way. */
  async whenFree<T>(attempt: () => T, deadlineMs: number): Promise<T> {
    try {
      return await whenFree(attempt, { isBusy, deadlineMs });
    } catch (fault) {
      throw this.explained(fault);
    }
  }

  ofSnapshot<R>(query: CompiledQuery): Promise<QueryResult<R>> | null {
    return this.#handles.snapshots.ask<R>(query);
  }

  deadlineMs(): number {
    return performance.now() + this.#handles.waitMs;
  }

  assertThere(): void {
    this.#handles.assertThere();
  }

  wrote(): void {
    this.#handles.wrote();
  }

  explained(fault: unknown): unknown {
    return explainSqlite(fault, this.#handles.path);
  }
}

interface Taken {
  readonly handle: SqliteHandle;
  giveBack(): void;
}

/** What Kysely takes for a connection: it finds a handle when it is known whether somebody reads or writes. */
class SqliteConnection implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  #taken: Taken | null = null;
  #isWriting = false;

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  /**
   * A transaction that may write takes its turn at once. Begun with reading, it would be refused its first write when
   * somebody else wrote meanwhile (sqlite.org/lang_transaction.html). One that only reads sees what is there now.
   */
  async begin(writes: boolean): Promise<void> {
    const deadlineMs = this.#driver.deadlineMs();
    const taken = await (writes ? this.#driver.takeWriter() : this.#driver.takeReader());
    this.#taken = taken;
    this.#isWriting = writes;
    const { handle } = taken;
    if (!writes) return this.#driver.whenFree(() => beginReading(handle), deadlineMs);
    this.#driver.assertThere();
    await this.#driver.whenFree(() => void handle.run("begin immediate"), deadlineMs);
  }

  /** Where SQLite has taken a transaction back by itself, there is nothing left to end. */
  end(how: "commit" | "rollback"): void {
    const handle = this.#taken?.handle;
    if (handle === undefined || (how === "rollback" && !handle.raw.isTransaction)) return;
    try {
      handle.run(how);
      if (how === "commit" && this.#isWriting) this.#driver.wrote();
    } catch (fault) {
      throw this.#driver.explained(fault);
    }
  }

  release(): void {
    const taken = this.#taken;
    this.#taken = null;
    if (taken === null) return;
    if (taken.handle.raw.isTransaction) taken.handle.run("rollback");
    taken.giveBack();
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const inTransaction = this.#taken?.handle;
    if (inTransaction === undefined) return this.#runAlone<R>(query);
    try {
      return inTransaction.run<R>(query.sql, query.parameters);
    } catch (fault) {
      throw this.#driver.explained(fault);
    }
  }

  async #runAlone<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadlineMs = this.#driver.deadlineMs();
    const writes = query.query.kind !== "SelectQueryNode" && !/^\s*select\b/i.test(query.sql);
    const held = writes ? null : this.#driver.ofSnapshot<R>(query);
    if (held !== null) return held;
    const { handle, giveBack } = await (writes ? this.#driver.takeWriter() : this.#driver.takeReader());
    try {
      if (writes) this.#driver.assertThere();
      const result = await this.#driver.whenFree(() => handle.run<R>(query.sql, query.parameters), deadlineMs);
      if (writes) this.#driver.wrote();
      return result;
    } finally {
      giveBack();
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

function own(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection;
  throw new TypeError("This connection is of another driver.");
}

/** What is seen is fixed by the first reading, not by "begin". */
function beginReading(handle: SqliteHandle): void {
  if (!handle.raw.isTransaction) handle.run("begin");
  handle.run("select 1 from sqlite_schema limit 1");
}
