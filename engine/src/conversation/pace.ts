/** How often something may be done: one every `everyMs`, and `burst` of them at once after a rest. */
export interface Pace {
  readonly everyMs: number;
  readonly burst: number;
  /** For how many of them the next one counts; 1 when left out. It is admitted as one and paid for as many. */
  readonly weight?: number;
}

interface Paced {
  readonly admitted: boolean;
  /** To be remembered for the next time: when the allowance will be whole again. */
  readonly freeAtMs: number;
  /** How long to wait before it would be admitted; 0 when it is. */
  readonly waitMs: number;
}

/**
 * The generic cell rate algorithm (ITU-T I.371): one remembered number a key and no window whose edge lets
 * twice as much through. `freeAtMs` is what the last answer said, or 0 for who was never seen.
 */
export function paced(pace: Pace, freeAtMs: number, nowMs: number): Paced {
  const waitMs = freeAtMs - nowMs - pace.everyMs * (pace.burst - 1);
  if (waitMs > 0) return { admitted: false, freeAtMs, waitMs };
  return { admitted: true, freeAtMs: Math.max(nowMs, freeAtMs) + pace.everyMs * (pace.weight ?? 1), waitMs: 0 };
}
