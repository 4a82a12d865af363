import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** What the stages ask of a database: queries in the dialect that SQLite and PostgreSQL share. */
export type Db = Kysely<Schema> | Tx;

/** The same within one transaction. */
export type Tx = Transaction<Schema>;

/** A database. Only podium.ts knows which adapter stands behind it. */
export interface Storage {
  /** Queries of their own, and `transaction()`: writers take their turn, in the order in which they asked. */
  readonly db: Kysely<Schema>;
  /** Everything read by `work` is of one snapshot, however long it takes and whoever writes meanwhile; it cannot write. */
  read<T>(work: (db: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for everything that `work` reads through `db`; what it writes is written, and not seen by it. `mark` is what
   * was known before: `heldMark` tells it to whoever reads there. A snapshot in a snapshot is the same one.
   */
  snapshot<T>(work: () => Promise<T>, mark: SnapshotMark): Promise<T>;
  /** The mark of the snapshot that is being read; null outside of one. */
  heldMark(): SnapshotMark | null;
  /** `hasWritten` tells whether anything that this work wrote was committed, or may have been. */
  watchWrites<T>(work: (hasWritten: () => boolean) => Promise<T>): Promise<T>;
  /** Rises when another process has written: what is cached in memory may then be old. 0 for ever where nodes tell one another. */
  writtenElsewhere(): number;
  /** Where several nodes may serve from the database; null where one process alone does. */
  readonly otherNodes: OtherNodes | null;
  /** Rejects with DamagedDatabase when a check that takes longer than a start finds damage. */
  readonly checked: Promise<void>;
  /**
   * Takes the one right to serve from here, until the end; nodes that tell one another may all have it. Throws StorageFault
   * where another process has it.
   */
  serveAlone(): Promise<void>;
  close(): Promise<void>;
}

/** What a node has to do with the others that serve from the same database. */
export interface OtherNodes {
  /** Calls the listener after another one has written, or may have. */
  onWrite(listener: () => void): void;
  /** Queries on a connection that nothing else takes: however many pages are made, what the others told is read. */
  readonly db: Kysely<Schema>;
  /** Queries that belong to no unit of work, and are none of what a request wrote: how often somebody may try. */
  readonly paces: Kysely<Schema>;
}

/** A point at which a reading began: what it shows is at least as new. */
export interface SnapshotMark {
  /** The newest live message. */
  readonly messageId: number;
  readonly writtenElsewhere: number;
}

/** Why a database cannot be used: the installation is at fault, not the program and not what was asked. */
export type StorageFaultKind =
  /** Somebody else has been writing for longer than anybody may wait. */
  | "busy"
  | "full"
  | "unwritable"
  /** The file or the folder is not there any more. */
  | "gone"
  | "damaged"
  | "unreachable"
  /** It is there and is not what is needed: too old, of a newer Podium, of another collation. */
  | "unfit";

/** Thrown by every adapter, with one sentence for whoever runs the installation. */
export class StorageFault extends Error {
  readonly kind: StorageFaultKind;

  constructor(kind: StorageFaultKind, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StorageFault";
    this.kind = kind;
  }
}

/** The file is there and cannot be trusted. */
export class DamagedDatabase extends StorageFault {
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super("damaged", `The database ${path} is damaged. Restore a backup with: ./podium restore FILE`, options);
    this.name = "DamagedDatabase";
    this.path = path;
  }
}
