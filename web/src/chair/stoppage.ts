import type { LogKind, MatchState } from "@podium/engine";
import type { LogLine } from "../client/outbox.ts";

/** How long play has stood still in a time-out, for an injury or between games, in milliseconds; null while it goes on. */
export function stoppedForMs(state: MatchState, lines: readonly LogLine[], nowMs: number): number | null {
  const began = beganBy(state);
  const atMs = lines.findLast(({ entry }) => began.includes(entry.kind))?.entry.atMs;
  return atMs === undefined ? null : Math.max(0, nowMs - atMs);
}

const LONGEST_MS = 60_000;

/** Whether a time-out or an interval has lasted its minute; an injury lasts as long as the referee lets it. */
export function isTimeUp({ timeOut, progress }: MatchState, standsForMs: number): boolean {
  return (timeOut !== null || progress === "interval") && standsForMs >= LONGEST_MS;
}

/** Minutes and seconds: `1:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function beganBy({ timeOut, medical, progress }: MatchState): readonly LogKind[] {
  if (timeOut !== null) return ["time-out"];
  if (medical !== null) return ["medical"];
  return progress === "interval" ? ["rally", "game", "card"] : [];
}
