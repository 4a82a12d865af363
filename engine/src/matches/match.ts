import { isRefused, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { lawsOf } from "../sports/catalogue.ts";
import type { Laws } from "../sports/sport.ts";
import { apply, seal } from "./apply.ts";
import { callsBeforeMatch } from "./calls.ts";
import { NO_CLOCK } from "./clock.ts";
import { read } from "./corrections.ts";
import type { Reading } from "./corrections.ts";
import type { LogEntry } from "./entry.ts";
import { NOTHING, timeOutsAtStart } from "./games.ts";
import { logOf } from "./lines.ts";
import { NO_PLACES } from "./places.ts";
import type { MatchRules, MatchState } from "./state.ts";

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
