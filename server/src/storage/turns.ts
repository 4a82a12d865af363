import { setImmediate } from "node:timers/promises";

/** Gives its turn to one after another, in the order in which they asked. */
export interface Turns {
  /** Answers when the turn has come; whoever has it ends it by calling what was answered. */
  next(): Promise<() => void>;
}

/** How long turns may follow one another before whatever else the process has to do comes between two of them. */
const SHARE_MS = 10;

/** Makes a queue in which nobody waits yet. */
export function openTurns(): Turns {
  let last: Promise<void> | null = null;
  let sharedMs = 0;
  return {
    async next() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = last;
      last = promise;
      await before;
      // A queue of writers, or one who writes without a pause, would hold up every reader.
      if (before !== null || performance.now() - sharedMs > SHARE_MS) {
        await setImmediate();
        sharedMs = performance.now();
      }
      return () => {
        if (last === promise) last = null;
        resolve();
      };
    },
  };
}
