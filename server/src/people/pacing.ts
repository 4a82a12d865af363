import { paced, refuse, type Pace, type Refusal } from "@podium/engine";
import { LRUCache } from "lru-cache";
import { stateIn, type App } from "../app.ts";
import { forgetPaces, givePaceBack, takePace } from "../storage/pace-rows.ts";
import type { Db } from "../storage/storage.ts";
import { tokenHash } from "./token-hash.ts";

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
 * all of them must have room. Several nodes count together, in the database; one alone remembers in memory, and a restart forgives.
 */
export function admit(app: App, pace: Pace, keys: readonly string[]): Promise<true | Refusal> {
  const { otherNodes } = app.storage;
  return otherNodes === null
    ? Promise.resolve(admitHere(app, pace, keys))
    : admitAtAll(otherNodes.paces, pace, keys.map(tokenHash));
}

/** The same for what spares this node's own work: it is counted here alone, and nothing is waited for. */
export function admitHere(app: App, pace: Pace, keys: readonly string[]): true | Refusal {
  const nowMs = stateIn(app, elapsed)();
  const freeAtByKey = stateIn(app, freeAt);
  const answers = keys.map((key) => ({ key, ...paced(pace, freeAtByKey.get(key) ?? 0, nowMs) }));
  const waitMs = Math.max(0, ...answers.map((answer) => answer.waitMs));
  if (waitMs > 0) return tooOften(waitMs);
  for (const { key, freeAtMs } of answers) freeAtByKey.set(key, freeAtMs);
  return true;
}

async function admitAtAll(db: Db, pace: Pace, keys: readonly string[]): Promise<true | Refusal> {
  const admitted: string[] = [];
  for (const key of keys) {
    const waitMs = await takePace(db, key, pace);
    if (waitMs === 0) admitted.push(key);
    else {
      await givePaceBack(db, admitted, pace);
      return tooOften(waitMs);
    }
  }
  return true;
}

/** Forgets in the database who need not wait any more. */
export async function clearPaces({ storage }: App): Promise<void> {
  if (storage.otherNodes !== null) await forgetPaces(storage.otherNodes.paces);
}

function tooOften(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000);
  return refuse("too-often", `That was often in a short time. Try again in ${seconds} s; nothing was lost.`, {
    seconds,
  });
}
