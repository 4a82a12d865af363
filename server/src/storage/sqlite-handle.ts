import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { QueryResult } from "kysely";
import { LRUCache } from "lru-cache";

const STATEMENTS_KEPT = 300;

interface Prepared {
  readonly statement: StatementSync;
  readonly answersRows: boolean;
}

/** One connection to a database, with the statements it has prepared. It never waits: a database in use is an error at once. */
export class SqliteHandle {
  readonly raw: DatabaseSync;
  readonly #prepared = new LRUCache<string, Prepared>({ max: STATEMENTS_KEPT });

  constructor(raw: DatabaseSync) {
    this.raw = raw;
  }

  /** Runs one statement. */
  run<R>(sql: string, parameters: readonly unknown[] = []): QueryResult<R> {
    const { statement, answersRows } = this.#prepare(sql);
    const values = parameters as readonly SQLInputValue[]; // looked at when the statement was made: values.ts
    if (answersRows) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  close(): void {
    this.#prepared.clear();
    this.raw.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.raw.prepare(sql);
    const prepared = { statement, answersRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
