import type { MatchState } from "@podium/engine";
import { isRefused, lawsOf, newMatch, record } from "@podium/engine";
import type { LogLine } from "../client/outbox.ts";
import { positionOf } from "./board.ts";

/** A time in which nobody plays: since when, in milliseconds since 1970, and how long the laws give; null where they set no end. */
export interface Stoppage {
  readonly beganAtMs: number;
  readonly lengthMs: number | null;
}

/** The time-out, injury or rest that play waits for now; null while it goes on, and when nobody noted the time. */
export function stoppageOf(state: MatchState, lines: readonly LogLine[]): Stoppage | null {
  const beganAtMs = isResting(state) ? restBeganAtMs(state, lines) : state.clock.stoppedAtMs;
  return beganAtMs === null ? null : { beganAtMs, lengthMs: lengthMs(state) };
}

/** How long the players may practise before the first game, in milliseconds; null where the laws do not say, and later. */
export function warmUpMs({ rules, progress, games }: MatchState): number | null {
  if (progress !== "ready" || games.length > 0) return null;
  return milliseconds(numbersOf(rules).warmUp);
}

/** Minutes and seconds, and whether the time is up. */
export interface Clock {
  readonly text: string;
  readonly isUp: boolean;
}

/**
 * What a clock shows: the time that is left of a stoppage, `0:59`, and whether it is up; the time that has passed where
 * the laws set no end. A clock that is ahead of the one that wrote the log begins with the whole time.
 */
export function clockOf({ beganAtMs, lengthMs }: Stoppage, nowMs: number): Clock {
  const passedMs = Math.max(0, nowMs - beganAtMs);
  if (lengthMs === null) return { text: clockText(Math.floor(passedMs / 1000)), isUp: false };
  const leftMs = Math.max(0, lengthMs - passedMs);
  return { text: clockText(Math.ceil(leftMs / 1000)), isUp: leftMs === 0 };
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function isResting({ progress, calls, timeOut, medical }: MatchState): boolean {
  if (timeOut !== null || medical !== null) return false;
  return progress === "interval" || (progress === "playing" && calls.includes("interval"));
}

function lengthMs({ rules, timeOut, medical, progress }: MatchState): number | null {
  const { timeOuts, suspension, interval, restAt } = numbersOf(rules);
  if (timeOut !== null) return milliseconds(timeOuts);
  if (medical !== null) return milliseconds(suspension);
  return milliseconds(progress === "interval" ? interval : restAt);
}

function milliseconds(law: { readonly seconds: number } | null): number | null {
  return law === null ? null : law.seconds * 1000;
}

function numbersOf(rules: MatchState["rules"]) {
  const laws = lawsOf(rules);
  if (isRefused(laws)) throw new Error(`A match that has begun has laws: ${laws.message}`);
  return laws.numbers;
}

/** When the rest began that the log has come to; a line that was taken back, and its taking back, do not begin it anew. */
function restBeganAtMs(now: MatchState, lines: readonly LogLine[]): number | null {
  const began = new Map<string, number | null>();
  let state = newMatch(now.rules);
  for (const { entry } of lines) {
    if (isRefused(state)) break;
    const next = record(state, entry);
    const begins = !isRefused(next) && isResting(next) && !isResting(state);
    if (begins && entry.kind !== "undo" && entry.kind !== "void") began.set(positionOf(next), entry.atMs ?? null);
    state = next;
  }
  return began.get(positionOf(now)) ?? null;
}
