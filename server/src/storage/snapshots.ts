import { AsyncLocalStorage } from "node:async_hooks";
import type { CompiledQuery, QueryResult } from "kysely";
import type { Storage, Tx } from "./storage.ts";

/** Lets everything that is read while a page is made be read of one moment, by whoever reads it. */
export interface Snapshots {
  /** The answer to a query of the snapshot at hand; null where there is none. */
  ask<R>(query: CompiledQuery): Promise<QueryResult<R>> | null;
  hold<T>(read: Storage["read"], work: () => Promise<T>): Promise<T>;
}

/** Makes the snapshots of one storage. */
export function openSnapshots(): Snapshots {
  const held = new AsyncLocalStorage<{ tx: Tx | null }>();
  return {
    ask: <R>(query: CompiledQuery) => held.getStore()?.tx?.executeQuery<R>(query as CompiledQuery<R>) ?? null,
    hold: (read, work) =>
      read(async (tx) => {
        const snapshot: { tx: Tx | null } = { tx };
        try {
          return await held.run(snapshot, work);
        } finally {
          // What goes on after the page is made reads what is there then.
          snapshot.tx = null;
        }
      }),
  };
}
