import type { LogEntry } from "./entry.ts";
import type { MatchState } from "./state.ts";

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

/** A state that may know its log. Null: the log is empty. */
export interface Folded extends MatchState {
  readonly [LINES]?: Line | null;
}

/** The newest line of the state's log; undefined when the state does not know its log. */
export function lastLine(state: MatchState): Line | null | undefined {
  return (state as Folded)[LINES]; // a MatchState made here always is one
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
export function logOf(state: MatchState): readonly LogEntry[] | null {
  const last = lastLine(state);
  if (last === undefined) return null;
  const log: LogEntry[] = [];
  for (let line = last; line !== null; line = line.before) log.push(line.entry);
  return log.reverse();
}
