import type { BySide, Seat, Side } from "../sides.ts";
import type { Card } from "../sports/match-rules.ts";
import type { End } from "../sports/positions.ts";

/**
 * One line of a match log. The log is the match: everything else is derived from it.
 * `unfinished` is the score of the game that was broken off, where its rallies are not known.
 * `atMs` is when it happened, in milliseconds since 1970; it is told by whoever keeps the log.
 */
export type LogEntry = { readonly atMs?: number } & (
  | { readonly kind: "service"; readonly server: Seat; readonly receiver?: Seat; readonly homeEnd?: End }
  | { readonly kind: "rally"; readonly winner: Side; readonly returns?: number }
  | { readonly kind: "let" }
  | { readonly kind: "game"; readonly score: BySide<number> }
  | { readonly kind: "time-out"; readonly side: Side }
  | { readonly kind: "time-out-ended" }
  | { readonly kind: "medical"; readonly side: Side }
  | { readonly kind: "card"; readonly side: Side; readonly seat?: Seat | "adviser"; readonly card: Card }
  | { readonly kind: "expedite"; readonly ballInPlay: boolean; readonly requestedBy: "clock" | "both" }
  | { readonly kind: "order-corrected"; readonly server: Seat; readonly receiver?: Seat }
  | { readonly kind: "walkover"; readonly absent: Side | "both" }
  | { readonly kind: "retired"; readonly side: Side; readonly unfinished?: BySide<number> }
  | { readonly kind: "disqualified"; readonly side: Side; readonly unfinished?: BySide<number> }
  | { readonly kind: "undo" }
  | { readonly kind: "void"; readonly index: number; readonly reason: string }
);

export type LogKind = LogEntry["kind"];

/**
 * The log a state was folded from, newest line first. It hangs on the state under a symbol, so that states share it
 * and it stays out of JSON; a state that came over the wire has none and cannot undo.
 */
export interface Line {
  readonly entry: LogEntry;
  /** Position in the log, from 0. */
  readonly index: number;
  /** How many lines up to this one still stand, this one included. */
  readonly standing: number;
  readonly before: Line | null;
}

export const LINES = Symbol("lines");

/** What may know the log it was folded from. Null: the log is empty. */
export interface ReplayedLog {
  readonly [LINES]?: Line | null;
}

/** The newest line of the state's log; undefined when the state does not know its log. */
export function lastLine(state: object): Line | null | undefined {
  return (state as ReplayedLog)[LINES]; // a MatchState made here always is one
}

/** The log with one line more: `undo` takes one line out of those that stand, every other adds one. */
export function lineAfter(last: Line | null | undefined, entry: LogEntry): Line | null | undefined {
  if (last === undefined) return undefined;
  const standing = last === null ? 0 : last.standing;
  return {
    entry,
    index: last === null ? 0 : last.index + 1,
    standing: entry.kind === "undo" ? standing - 1 : standing + 1,
    before: last,
  };
}

/** The log of a state, oldest line first; null when the state does not know it. */
export function logOf(state: object): readonly LogEntry[] | null {
  const last = lastLine(state);
  if (last === undefined) return null;
  const log: LogEntry[] = [];
  for (let line = last; line !== null; line = line.before) log.push(line.entry);
  return log.reverse();
}
