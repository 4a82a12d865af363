import { AsyncLocalStorage } from "node:async_hooks";
import type { Storage } from "./storage.ts";

/** Knows whether something was written for good while some work went on, by that work. */
export interface WriteWatch {
  /** Said by the driver when a write has been committed, or when nobody can tell whether it was. */
  wrote(): void;
  readonly watch: Storage["watchWrites"];
}

/** Makes the watch of one storage. */
export function openWriteWatch(): WriteWatch {
  const watched = new AsyncLocalStorage<{ hasWritten: boolean }>();
  return {
    wrote: () => {
      const work = watched.getStore();
      if (work !== undefined) work.hasWritten = true;
    },
    watch: (work) => {
      const state = { hasWritten: false };
      return watched.run(state, () => work(() => state.hasWritten));
    },
  };
}
