import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** What the stages ask of a database: queries in the dialect that SQLite and PostgreSQL share. */
export type Db = Kysely<Schema> | Tx;

/** The same within one transaction. */
export type Tx = Transaction<Schema>;

/** A place where things are kept. Only main.ts knows which adapter stands behind it. */
export interface Storage {
  readonly db: Kysely<Schema>;
  /** Rises when another process has written: what is kept in memory may then be old. */
  writtenElsewhere(): number;
  close(): Promise<void>;
}

/** The file is there and cannot be trusted. */
export class DamagedDatabase extends Error {
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(`The database ${path} is damaged.`, options);
    this.name = "DamagedDatabase";
    this.path = path;
  }
}
