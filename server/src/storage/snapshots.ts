import { AsyncLocalStorage } from "node:async_hooks";
import type { CompiledQuery, QueryResult } from "kysely";
import type { SnapshotMark, Storage, Tx } from "./storage.ts";

/** Lets everything that is read while a page is made be read of one moment, by whoever reads it. */
export interface Snapshots {
  /** The answer to a query of the snapshot at hand; null where there is none. */
  ask<R>(query: CompiledQuery): Promise<QueryResult<R>> | null;
  readonly heldMark: Storage["heldMark"];
  hold<T>(read: Storage["read"], work: () => Promise<T>, mark: SnapshotMark): Promise<T>;
  /** The same with the mark alone, where there is but one connection: whoever held it would wait for himself when he writes. */
  holdMark: Storage["snapshot"];
}

interface Held {
  tx: Tx | null;
  mark: SnapshotMark | null;
}

/** Makes the snapshots of one storage. */
export function openSnapshots(): Snapshots {
  const held = new AsyncLocalStorage<Held>();
  const holdWith = async <T>(snapshot: Held, work: () => Promise<T>) => {
    try {
      return await held.run(snapshot, work);
    } finally {
      // What goes on after the page is made reads what is there then.
      snapshot.tx = null;
      snapshot.mark = null;
    }
  };
  const heldMark = () => held.getStore()?.mark ?? null;
  return {
    ask: <R>(query: CompiledQuery) => held.getStore()?.tx?.executeQuery<R>(query as CompiledQuery<R>) ?? null,
    heldMark,
    hold: (read, work, mark) => (heldMark() === null ? read((tx) => holdWith({ tx, mark }, work)) : work()),
    holdMark: (work, mark) => (heldMark() === null ? holdWith({ tx: null, mark }, work) : work()),
  };
}
