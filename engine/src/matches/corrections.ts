import { isRefused, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { apply, seal } from "./apply.ts";
import type { Happening } from "./apply.ts";
import type { LogEntry } from "./entry.ts";
import { lastLine, lineAfter } from "./lines.ts";
import type { MatchState } from "./state.ts";

type VoidEntry = Extract<LogEntry, { kind: "void" }>;

/** A line that still stands, and the match as it was before it. */
interface Standing {
  readonly index: number;
  readonly entry: Happening | VoidEntry;
  readonly before: MatchState;
  /** Struck out by a later `void`. */
  readonly struck: boolean;
}

/** A log being read: the match now and the way it came, which only lasts as long as the reading. */
export interface Reading {
  readonly state: MatchState;
  readonly trail: Standing[];
}

/** Reads one line more. The trail is changed in place; nothing outside a reading sees it. */
export function read({ state, trail }: Reading, entry: LogEntry): MatchState | Refusal {
  if (entry.kind === "undo") return undo(state, trail);
  if (entry.kind === "void") return strike(state, trail, entry);
  const next = apply(state, entry);
  if (!isRefused(next)) trail.push({ index: nextIndex(state), entry, before: state, struck: false });
  return next;
}

function nextIndex(state: MatchState): number {
  return (lastLine(state)?.index ?? -1) + 1;
}

/** Takes back the newest line that stands, a `void` included. */
function undo(state: MatchState, trail: Standing[]): MatchState | Refusal {
  const last = trail.pop();
  if (last === undefined) return refuse("nothing-to-undo", "There is nothing to take back.");
  const restored = last.entry.kind === "void" ? retell(trail, last.entry.index, false) : last.before;
  if (isRefused(restored)) throw new Error("A log that stood before a void must stand after its undo");
  return seal(restored, lineAfter(lastLine(state), { kind: "undo" }));
}

/** Strikes out an earlier line: the log is told again as if it had never been written. */
function strike(state: MatchState, trail: Standing[], entry: VoidEntry): MatchState | Refusal {
  const told = retell(trail, entry.index, true);
  if (isRefused(told)) return told;
  const line = lineAfter(lastLine(state), entry);
  trail.push({ index: nextIndex(state), entry, before: state, struck: false });
  return seal(told, line);
}

/** The match told again from a line on, with that line struck out or back in; the trail is mended when it succeeds. */
function retell(trail: Standing[], index: number, struck: boolean): MatchState | Refusal {
  const from = trail.findIndex((line) => line.index === index && line.entry.kind !== "void" && line.struck !== struck);
  const target = trail[from];
  if (target === undefined)
    return refuse("line-does-not-stand", "Only a line that still stands can be struck out.", { line: index });
  let state = target.before;
  const mended: Standing[] = [];
  for (const line of [{ ...target, struck }, ...trail.slice(from + 1)]) {
    mended.push({ ...line, before: state });
    const next = line.struck || line.entry.kind === "void" ? state : apply(state, line.entry);
    if (isRefused(next)) return contradiction(line.index, next);
    state = next;
  }
  trail.splice(from, mended.length, ...mended);
  return state;
}

function contradiction(line: number, why: Refusal): Refusal {
  return refuse("void-contradicts", `Without that line, a later one could not stand: ${why.message}`, {
    ...why.detail,
    line,
    because: why.code,
  });
}
