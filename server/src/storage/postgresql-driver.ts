import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { explainPostgresql, isConnectionLost, type Place } from "./postgresql-faults.ts";
import type { Snapshots } from "./snapshots.ts";
import { openTurns } from "./turns.ts";
import { PostgresqlCompiler } from "./values.ts";

/** A connection to PostgreSQL, as `pg` gives it. */
export interface PgClient {
  query(sql: string, parameters: readonly unknown[]): Promise<PgResult>;
  /** Back into the pool; with true, closed. */
  release(discard?: boolean): void;
}

export interface PgResult {
  readonly rows: readonly unknown[];
  readonly command: string;
  readonly rowCount: number | null;
}

export interface PgPool {
  connect(): Promise<PgClient>;
  end(): Promise<void>;
}

export interface PgSettings {
  readonly pool: PgPool;
  readonly place: Place;
  /** How long other processes are waited for. */
  readonly waitMs: number;
  /** Runs with the turn to write, before a unit of work: what other processes are notified of when it has been committed. */
  readonly whenWritten: string | null;
  readonly snapshots: Snapshots;
  /** Called after each commit, and where the connection was lost before it was known whether something was committed. */
  readonly wrote: () => void;
}

/** The key of the turn to write; any number will do, as long as every node of Podium takes the same. */
const TURN_TO_WRITE = 7_646_001;

/**
 * A dialect for Kysely over `pg`. One transaction writes at a time, over all processes, as in SQLite: read-committed
 * transactions side by side leave rounds half filled, without an error. Readers wait for nobody.
 */
export function postgresqlDialect(settings: PgSettings): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresqlDriver(settings),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresqlCompiler(),
  };
}

class PostgresqlDriver implements Driver {
  readonly #settings: PgSettings;
  readonly #turns = openTurns();

  constructor(settings: PgSettings) {
    this.#settings = settings;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresqlConnection> {
    return new PostgresqlConnection(this.#settings, this.#turns);
  }

  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await own(connection).begin(accessMode !== "read only");
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).rollback();
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
    await this.#settings.pool.end();
  }
}

/** What Kysely takes for a connection. A client of the pool is taken when there is something to do, after the turn. */
class PostgresqlConnection implements DatabaseConnection {
  readonly #settings: PgSettings;
  readonly #turns: ReturnType<typeof openTurns>;
  #client: PgClient | null = null;
  #endTurn: (() => void) | null = null;
  #lost = false;
  #transaction: "reading" | "writing" | null = null;

  constructor(settings: PgSettings, turns: ReturnType<typeof openTurns>) {
    this.#settings = settings;
    this.#turns = turns;
  }

  async begin(writes: boolean): Promise<void> {
    this.#transaction = writes ? "writing" : "reading";
    if (writes) this.#endTurn = await this.#turns.next();
    try {
      await this.#ask(writes ? this.#beginWriting() : "start transaction isolation level repeatable read read only");
    } catch (fault) {
      await this.rollback();
      throw fault;
    }
  }

  /** In one message: three answers would be waited for one after another. */
  #beginWriting(): string {
    const { waitMs, whenWritten } = this.#settings;
    const turn = `set local lock_timeout = ${waitMs}; select pg_advisory_xact_lock(${TURN_TO_WRITE})`;
    return `begin; ${turn}; set local lock_timeout = 0${whenWritten === null ? "" : `; ${whenWritten}`}`;
  }

  /** PostgreSQL ends a transaction in which a statement has failed with ROLLBACK, without an error. */
  async commit(): Promise<void> {
    const { command } = await (this.#transaction === "writing" ? this.#write("commit") : this.#ask("commit"));
    if (command === "ROLLBACK") throw new Error("A statement had failed: nothing was committed.");
  }

  /** Asks for what is written for good when it is done. */
  async #write(sql: string, parameters: readonly unknown[] = []): Promise<PgResult> {
    try {
      const result = await this.#ask(sql, parameters);
      if (result.command !== "ROLLBACK") this.#settings.wrote();
      return result;
    } catch (fault) {
      if (this.#lost) this.#settings.wrote();
      throw fault;
    }
  }

  async rollback(): Promise<void> {
    if (this.#client !== null && !this.#lost) await this.#ask("rollback");
  }

  release(): void {
    this.#client?.release(this.#lost);
    this.#client = null;
    this.#endTurn?.();
    this.#endTurn = null;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const held = this.#client === null && isReading(query) ? this.#settings.snapshots.ask<R>(query) : null;
    if (held !== null) return held;
    const { sql, parameters } = query;
    const writesAlone = this.#transaction === null && !isReading(query);
    const { rows, command, rowCount } = await (writesAlone ? this.#write(sql, parameters) : this.#ask(sql, parameters));
    return {
      rows: rows as R[],
      ...(/^(INSERT|UPDATE|DELETE|MERGE)$/.test(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
    };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async #ask(sql: string, parameters: readonly unknown[] = []): Promise<PgResult> {
    try {
      this.#client ??= await this.#settings.pool.connect();
      return await this.#client.query(sql, parameters);
    } catch (fault) {
      this.#lost ||= isConnectionLost(fault);
      throw explainPostgresql(fault, this.#settings.place);
    }
  }
}

function own(connection: DatabaseConnection): PostgresqlConnection {
  if (connection instanceof PostgresqlConnection) return connection;
  throw new TypeError("This connection is of another driver.");
}

function isReading({ query, sql }: CompiledQuery): boolean {
  return query.kind === "SelectQueryNode" || /^\s*select\b/i.test(sql);
}
