import { paced, refuse, type Pace, type Refusal } from "@podium/engine";
import type { App } from "../app.ts";

const KEYS_MAX = 100_000;
const freeAt = new WeakMap<App, Map<string, number>>();

/** Time that only goes forward: where the clock of the machine was set back, it stands until that clock goes on. */
interface Elapsed {
  readonly lastMs: number;
  readonly ms: number;
}

const elapsed = new WeakMap<App, Elapsed>();

function elapsedMs(app: App): number {
  const nowMs = app.clock();
  const known = elapsed.get(app) ?? { lastMs: nowMs, ms: nowMs };
  const ms = known.ms + Math.max(0, nowMs - known.lastMs);
  elapsed.set(app, { lastMs: nowMs, ms });
  return ms;
}

/**
 * Admits something done again and again, or says how long to wait. Each key (a person, an address) is a limit of its own;
 * all of them must have room. Remembered in memory: a restart forgives.
 */
export function admit(app: App, pace: Pace, keys: readonly string[]): true | Refusal {
  const nowMs = elapsedMs(app);
  const freeAtByKey = freeAt.get(app) ?? new Map<string, number>();
  freeAt.set(app, freeAtByKey);
  const answers = keys.map((key) => ({ key, ...paced(pace, freeAtByKey.get(key) ?? 0, nowMs) }));
  const waitMs = Math.max(0, ...answers.map((answer) => answer.waitMs));
  if (waitMs > 0) return tooOften(Math.ceil(waitMs / 1000));
  for (const { key, freeAtMs } of answers) freeAtByKey.set(key, freeAtMs);
  if (freeAtByKey.size > KEYS_MAX) forgetRested(freeAtByKey, nowMs);
  return true;
}

function tooOften(seconds: number): Refusal {
  return refuse("too-often", `That was often in a short time. Try again in ${seconds} s; nothing was lost.`, {
    seconds,
  });
}

/** Who has rested has the full allowance, as somebody who was never seen. */
function forgetRested(freeAtByKey: Map<string, number>, nowMs: number): void {
  for (const [key, at] of freeAtByKey) if (at <= nowMs) freeAtByKey.delete(key);
}
