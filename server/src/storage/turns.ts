import { setImmediate } from "node:timers/promises";

/** Gives its turn to one after another, in the order in which they asked. */
export interface Turns {
  /** Answers when the turn has come; whoever has it ends it by calling what was answered. */
  next(): Promise<() => void>;
}

/** Makes a queue in which nobody waits yet. */
export function openTurns(): Turns {
  let last: Promise<void> | null = null;
  return {
    async next() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = last;
      last = promise;
      if (before !== null) {
        await before;
        // Whatever else the process has to do comes between two turns: a queue of writers would hold up every reader.
        await setImmediate();
      }
      return () => {
        if (last === promise) last = null;
        resolve();
      };
    },
  };
}
