import { setTimeout } from "node:timers/promises";

const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 25;

/** How long somebody waits while others write, before the answer is "busy". */
export const WAIT_MS = 20_000;

/**
 * Tries again after growing pauses, in which the process does other things, until `attempt` does not find the database
 * busy. From `deadlineMs` (of performance.now) on, throws what the last attempt threw.
 */
export async function whenFree<T>(
  attempt: () => T,
  { isBusy, deadlineMs }: { readonly isBusy: (fault: unknown) => boolean; readonly deadlineMs: number },
): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (fault) {
      if (!isBusy(fault) || performance.now() >= deadlineMs) throw fault;
    }
    await setTimeout(pauseMs);
  }
}
