import type { LogKind, MatchState } from "@podium/engine";
import type { Line } from "../client/outbox.ts";

/** How long play has stood still in a time-out, for an injury or between games, in milliseconds; null while it goes on. */
export function stoppedForMs(state: MatchState, lines: readonly Line[], nowMs: number): number | null {
  const began = beganBy(state);
  const atMs = lines.findLast(({ entry }) => began.includes(entry.kind))?.entry.atMs;
  return atMs === undefined ? null : Math.max(0, nowMs - atMs);
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
