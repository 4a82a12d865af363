import { type Refusal, refuse } from "../refusal.ts";

/** A match that was called to its table and has not begun. Instants in milliseconds since 1970. */
export interface TableCall {
  readonly calledMs: number;
  /** The players who have come, by their ids. */
  readonly present: readonly string[];
  /** When the no-show clock runs out; null while it does not run. */
  readonly dueMs: number | null;
  /** The table it stood on before: it goes back there when the call is taken back. */
  readonly tableBefore: string | null;
}

/** What is told of a called match, beside the call itself. */
export type CallLine =
  | { readonly kind: "came" | "missing"; readonly player: string }
  | { readonly kind: "clock-started"; readonly atMs: number; readonly minutes: number }
  | { readonly kind: "clock-stopped" };

/** A match as the hall knows it. `call` is null for one that was not called, or has begun. */
export interface HallMatch {
  readonly id: string;
  readonly table: string | null;
  readonly status: "waiting" | "ready" | "live" | "over";
  readonly players: readonly string[];
  readonly call: TableCall | null;
  /** When it ended, as far as that is known. */
  readonly endedMs: number | null;
}

/** Somebody who cannot begin a match now: they play or are called elsewhere, or rest until an instant. */
export type Obstacle =
  | {
      readonly code: "plays" | "called";
      readonly player: string;
      readonly match: string;
      readonly table: string | null;
    }
  | { readonly code: "rests"; readonly player: string; readonly match: string; readonly untilMs: number };

/** Whether a match holds its table and its players: it is on, or called. */
export function isAtTable({ status, call }: HallMatch): boolean {
  return status === "live" || (status === "ready" && call !== null);
}

/** Who keeps a match from being begun now, each person once; nobody for one that may begin. */
export function obstaclesTo(
  match: HallMatch,
  hall: readonly HallMatch[],
  { nowMs, restMs }: { readonly nowMs: number; readonly restMs: number },
): Obstacle[] {
  return match.players.flatMap((player): Obstacle[] => {
    const others = hall.filter((other) => other.id !== match.id && other.players.includes(player));
    const busy = others.find(isAtTable);
    if (busy !== undefined)
      return [{ code: busy.status === "live" ? "plays" : "called", player, match: busy.id, table: busy.table }];
    const rested = others.filter(({ status, endedMs }) => status === "over" && (endedMs ?? 0) + restMs > nowMs);
    const last = rested.toSorted((a, b) => (b.endedMs ?? 0) - (a.endedMs ?? 0))[0];
    if (last === undefined) return [];
    return [{ code: "rests", player, match: last.id, untilMs: (last.endedMs ?? 0) + restMs }];
  });
}

/**
 * Calls a match to a table; one that was called goes to the other table with what is known of it. Nobody is called to two
 * tables: refuses `match-not-ready`, `match-under-way`, `table-taken`, `player-busy`. Rest is not asked for: that is the
 * referee's to waive.
 */
export function calledTo(
  hall: readonly HallMatch[],
  { match: id, table, atMs }: { readonly match: string; readonly table: string; readonly atMs: number },
): TableCall | Refusal {
  const match = hall.find((one) => one.id === id);
  if (match === undefined || match.status === "waiting")
    return refuse("match-not-ready", "Who plays this match is not known yet.");
  if (match.status !== "ready") return refuse("match-under-way", "This match has begun.", { match: id });
  const taken = hall.find((other) => other.id !== id && other.table === table && isAtTable(other));
  if (taken !== undefined)
    return refuse("table-taken", `Table ${table} is taken by another match.`, { table, match: taken.id });
  const busy = obstaclesTo(match, hall, { nowMs: atMs, restMs: 0 }).find(({ code }) => code !== "rests");
  if (busy !== undefined)
    return refuse("player-busy", "Somebody of this match plays or is called at another table.", {
      player: busy.player,
      match: busy.match,
    });
  if (match.call !== null) return { ...match.call, calledMs: atMs };
  return { calledMs: atMs, present: [], dueMs: null, tableBefore: match.table };
}

/** A call after one more line. Refuses `no-such-player` for who does not play the match. */
export function withCallLine(call: TableCall, line: CallLine, players: readonly string[]): TableCall | Refusal {
  switch (line.kind) {
    case "came":
    case "missing": {
      if (!players.includes(line.player))
        return refuse("no-such-player", "This player is not in the match.", { player: line.player });
      const others = call.present.filter((player) => player !== line.player);
      const present = line.kind === "came" ? [...others, line.player] : others;
      const isComplete = players.every((player) => present.includes(player));
      return { ...call, present, dueMs: isComplete ? null : call.dueMs };
    }
    case "clock-started":
      return { ...call, dueMs: line.atMs + line.minutes * MINUTE_MS };
    default:
      return { ...call, dueMs: null };
  }
}

const MINUTE_MS = 60_000;

/** How a called match stands: everybody is there, somebody is missing, or somebody is missing after the clock ran out. */
export function callState(
  call: TableCall,
  players: readonly string[],
  nowMs: number,
): "called" | "present" | "no-show" {
  if (players.every((player) => call.present.includes(player))) return "present";
  return call.dueMs !== null && call.dueMs <= nowMs ? "no-show" : "called";
}
