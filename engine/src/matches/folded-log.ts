import type { LogEntry } from "./log.ts";
import type { MatchState } from "./state.ts";

/** One line of a log, and the lines before it. */
interface Line {
  readonly entry: LogEntry;
  /** Position in the log, from 0. */
  readonly index: number;
  readonly before: Line | null;
}

/**
 * The log that a state was replayed from. It hangs on the state under a symbol, so that states share it and it stays out of
 * JSON; a state that came over the wire has none and cannot undo.
 */
export interface FoldedLog {
  /** Every line, newest first. */
  readonly newest: Line | null;
  /** The lines that stand, newest first: what `undo` takes back. */
  readonly standing: Standing | null;
}

/** A line that was not taken back, and the match as it was before it. */
export interface Standing {
  readonly index: number;
  readonly entry: Exclude<LogEntry, { readonly kind: "undo" }>;
  readonly before: MatchState;
  /** Struck out by a later `void`. */
  readonly struck: boolean;
  readonly below: Standing | null;
}

export const EMPTY_LOG: FoldedLog = { newest: null, standing: null };

export const LOG = Symbol("log");

/** What may know the log it was replayed from. */
export interface ReplayedLog {
  readonly [LOG]?: FoldedLog;
}

/** The log that a state was replayed from; undefined when the state does not know it. */
export function foldedLog(state: object): FoldedLog | undefined {
  return (state as ReplayedLog)[LOG]; // a MatchState made here always is one
}

/** The log with one line more, which stands. */
export function withLine(log: FoldedLog, entry: Standing["entry"], before: MatchState): FoldedLog {
  const index = nextIndex(log);
  return {
    newest: { entry, index, before: log.newest },
    standing: { index, entry, before, struck: false, below: log.standing },
  };
}

/** The log with an `undo` more, after which these lines stand. */
export function withUndo(log: FoldedLog, standing: Standing | null): FoldedLog {
  return { newest: { entry: { kind: "undo" }, index: nextIndex(log), before: log.newest }, standing };
}

function nextIndex({ newest }: FoldedLog): number {
  return newest === null ? 0 : newest.index + 1;
}

/** The log of a state, oldest line first; null when the state does not know it. */
export function logOf(state: object): readonly LogEntry[] | null {
  const folded = foldedLog(state);
  if (folded === undefined) return null;
  const log: LogEntry[] = [];
  for (let line = folded.newest; line !== null; line = line.before) log.push(line.entry);
  return log.reverse();
}
