import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { lawsOf } from "../sports/catalogue.ts";
import type { Laws } from "../sports/sport.ts";
import { apply, type Happening, seal } from "./apply.ts";
import { callsBeforeMatch } from "./calls.ts";
import { NO_CLOCK } from "./clock.ts";
import { NOTHING, timeOutsAtStart } from "./games.ts";
import { lastLine, lineAfter, type LogEntry, logOf } from "./log.ts";
import { NO_PLACES } from "./order.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** A match is a fold over its log: begun, told line by line, and corrected. */

/**
 * A match before its first line. Its rules name the edition from now on, so that a log is read by the same laws for ever.
 * Refuses: `unknown-sport`, `unknown-edition`, `best-of-not-odd`, `kind-not-played`, `service-needed`.
 */
export function newMatch(rules: MatchRules): MatchState | Refusal {
  const laws = lawsOf(rules);
  if (isRefused(laws)) return laws;
  if (!Number.isInteger(rules.bestOf) || rules.bestOf < 1 || rules.bestOf % 2 === 0) {
    return refuse("best-of-not-odd", "A match is the best of an odd number of games.", { bestOf: rules.bestOf });
  }
  if (!laws.kinds.includes(rules.kind)) {
    return refuse("kind-not-played", `Podium does not play ${rules.kind} of ${laws.sport}.`, {
      sport: laws.sport,
      kind: rules.kind,
    });
  }
  if (rules.serviceKnown === false && laws.play.needsService) {
    return refuse("service-needed", `In ${laws.sport} the score depends on who serves.`, { sport: laws.sport });
  }
  const { on: _date, ...kept } = rules;
  return seal(beforePlay({ ...kept, edition: laws.edition }, laws), null);
}

function beforePlay(rules: MatchRules, laws: Laws): MatchState {
  return {
    rules,
    progress: "ready",
    games: [],
    gamesWon: NOTHING,
    ...NO_PLACES,
    lastService: null,
    homeEnd: "left",
    gamePoint: null,
    matchPoint: null,
    timeOutsLeft: timeOutsAtStart(laws),
    timeOut: null,
    medical: null,
    cards: [],
    carriedPoints: rules.carriedPoints ?? NOTHING,
    expedite: false,
    calls: callsBeforeMatch(rules),
    mayRecord: [],
    outcome: null,
    startedAtMs: null,
    endedAtMs: null,
    clock: NO_CLOCK,
    rallies: 0,
  };
}

/**
 * The match after one more line of its log; the state given is left as it was. A rally costs the same early and late
 * in a match; `undo` and `void` read the log again. Refuses whatever the laws do not allow now.
 */
export function record(state: MatchState, entry: LogEntry): MatchState | Refusal {
  if (entry.kind !== "undo" && entry.kind !== "void") return apply(state, entry);
  const log = logOf(state);
  if (log === null)
    return refuse("log-unknown", "This match was not read from its log; read the log again to correct it.");
  const reading = readAll(state.rules, log);
  return isRefused(reading) ? reading : read(reading, entry);
}

/** The match a log tells. Refuses with the first line that could not have been recorded; `detail.index` is its position. */
export function replay(rules: MatchRules, log: readonly LogEntry[]): MatchState | Refusal {
  const reading = readAll(rules, log);
  return isRefused(reading) ? reading : reading.state;
}

function readAll(rules: MatchRules, log: readonly LogEntry[]): Reading | Refusal {
  const start = newMatch(rules);
  if (isRefused(start)) return start;
  let reading: Reading = { state: start, trail: [] };
  for (const [index, entry] of log.entries()) {
    const state = read(reading, entry);
    if (isRefused(state)) return { ...state, detail: { ...state.detail, index } };
    reading = { state, trail: reading.trail };
  }
  return reading;
}

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
interface Reading {
  readonly state: MatchState;
  readonly trail: Standing[];
}

/** Reads one line more. The trail is changed in place; nothing outside a reading sees it. */
function read({ state, trail }: Reading, entry: LogEntry): MatchState | Refusal {
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
