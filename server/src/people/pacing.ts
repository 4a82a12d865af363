import { paced, refuse, type Pace, type Refusal } from "@podium/engine";
import { LRUCache } from "lru-cache";
import { stateIn, type App } from "../app.ts";

const KEYS_MAX = 100_000;

/** Until when the keys must wait; whoever has not been seen for longest is forgotten first. */
const freeAt = { make: () => new LRUCache<string, number>({ max: KEYS_MAX }) };

/** Time that only goes forward: where the clock of the machine was set back, it stands until that clock goes on. */
const elapsed = { make: (app: App) => openElapsed(app.clock) };

function openElapsed(clock: () => number): () => number {
  let lastMs = clock();
  let ms = lastMs;
  return () => {
    const nowMs = clock();
    ms += Math.max(0, nowMs - lastMs);
    lastMs = nowMs;
    return ms;
  };
}

/**
 * Admits something done again and again, or says how long to wait. Each key (a person, an address) is a limit of its own;
 * all of them must have room. Remembered in memory: a restart forgives.
 */
export function admit(app: App, pace: Pace, keys: readonly string[]): true | Refusal {
  const nowMs = stateIn(app, elapsed)();
  const freeAtByKey = stateIn(app, freeAt);
  const answers = keys.map((key) => ({ key, ...paced(pace, freeAtByKey.get(key) ?? 0, nowMs) }));
  const waitMs = Math.max(0, ...answers.map((answer) => answer.waitMs));
  if (waitMs > 0) return tooOften(Math.ceil(waitMs / 1000));
  for (const { key, freeAtMs } of answers) freeAtByKey.set(key, freeAtMs);
  return true;
}

function tooOften(seconds: number): Refusal {
  return refuse("too-often", `That was often in a short time. Try again in ${seconds} s; nothing was lost.`, {
    seconds,
  });
}
