import type { Problem } from "./problem.ts";
import type { Sums } from "./sums.ts";

/** A time during which matches are played without a break. The last one is open: `to` is the largest whole number. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

export function sessionsOf({ breaks }: Pick<Problem, "breaks">): Session[] {
  const sessions: Session[] = [];
  let from = 0;
  for (const one of breaks) {
    if (one.from > from) sessions.push({ from, to: one.from });
    from = one.to;
  }
  return [...sessions, { from, to: Number.MAX_SAFE_INTEGER }];
}

/** The first time from `time` on when a match of this length fits between the breaks. */
export function fits(sessions: readonly Session[], time: number, length: number): number {
  for (const { from, to } of sessions) {
    const start = Math.max(time, from);
    if (start + length <= to) return start;
  }
  return time;
}

/** The last time until `time` at which a match of this length can be over between the breaks; `time` when there is none. */
export function fitsBefore(sessions: readonly Session[], time: number, length: number): number {
  const session = sessions.findLast(({ from, to }) => to - from >= length && from + length <= time);
  return session === undefined ? time : Math.min(time, session.to);
}

/** How matches fill a place that takes one after another. `extra` is what each asks for after its end: the rest of a person. */
export interface Filling {
  readonly sessions: readonly Session[];
  readonly sums: Sums;
  readonly extra: number;
}

/** The most that can be played in one place between two times, `extra` included. */
export function room({ sessions, sums, extra }: Filling, from: number, to: number): number {
  let sum = 0;
  for (const session of sessions) {
    const length = Math.min(session.to, to) - Math.max(session.from, from);
    if (length > 0) sum += sums.atMost(length + extra);
  }
  return sum;
}

/** The earliest end of this much work, `extra` included, begun in one place at a time. */
export function earliestEnd({ sessions, sums, extra }: Filling, from: number, work: number): number {
  let left = work;
  let begin = from;
  for (const session of sessions) {
    begin = Math.max(session.from, from);
    if (session.to <= begin) continue;
    const needed = sums.atLeast(left);
    if (begin + needed - extra <= session.to) return begin + needed - extra;
    left -= sums.atMost(session.to - begin + extra);
    if (left <= 0) return session.to;
  }
  return begin + left;
}
