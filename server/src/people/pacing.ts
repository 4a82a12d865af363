import { paced, refuse, type Pace, type Refusal } from "@podium/engine";
import type { App } from "../app.ts";

const KEYS_KEPT_MAX = 100_000;
const freeAt = new WeakMap<App, Map<string, number>>();

/**
 * Admits something done again and again, or says how long to wait. Each key (a person, an address) is a limit of its own;
 * all of them must have room. Remembered in memory: a restart forgives.
 */
export function admit(app: App, pace: Pace, keys: readonly string[]): true | Refusal {
  const nowMs = app.clock();
  const kept = freeAt.get(app) ?? new Map<string, number>();
  freeAt.set(app, kept);
  const answers = keys.map((key) => ({ key, ...paced(pace, kept.get(key) ?? 0, nowMs) }));
  const waitMs = Math.max(0, ...answers.map((answer) => answer.waitMs));
  if (waitMs > 0) return tooOften(Math.ceil(waitMs / 1000));
  for (const { key, freeAtMs } of answers) kept.set(key, freeAtMs);
  if (kept.size > KEYS_KEPT_MAX) forgetRested(kept, nowMs);
  return true;
}

function tooOften(seconds: number): Refusal {
  return refuse("too-often", `That was often in a short time. Try again in ${seconds} s; nothing was lost.`, {
    seconds,
  });
}

/** Who has rested has the full allowance, as somebody who was never seen. */
function forgetRested(kept: Map<string, number>, nowMs: number): void {
  for (const [key, at] of kept) if (at <= nowMs) kept.delete(key);
}
