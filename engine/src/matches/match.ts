import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { lawsOf } from "../sports/catalogue.ts";
import type { Laws } from "../sports/sport.ts";
import { apply, seal, told } from "./apply.ts";
import { callsBeforeMatch } from "./calls.ts";
import { NO_CLOCK } from "./clock.ts";
import { NOTHING, startOfGame, timeOutsAtStart } from "./games.ts";
import { EMPTY_LOG, foldedLog, type FoldedLog, type Standing, withLine, withUndo } from "./folded-log.ts";
import type { LogEntry } from "./log.ts";
import { NO_PLACES } from "./order.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** A match is a fold over its log: begun, told line by line, and corrected. */

/**
 * A match before its first line. Its rules name the edition from now on, so that a log is read by the same laws for ever.
 * Refuses: `unknown-sport`, `unknown-edition`, `best-of-not-odd`, `kind-not-played`, `handicap-too-high`, `service-needed`.
 */
export function newMatch(rules: MatchRules): MatchState | Refusal {
  const laws = lawsOf(rules);
  if (isRefused(laws)) return laws;
  if (!Number.isInteger(rules.bestOf) || rules.bestOf < 1 || rules.bestOf % 2 === 0) {
    return refuse("best-of-not-odd", "A match is the best of an odd number of games.", { bestOf: rules.bestOf });
  }
  if ((rules.kind === "team") !== (rules.tie !== undefined))
    return refuse("kind-not-played", "A tie between two teams says how it is won, and only that does.", {
      sport: laws.sport,
      kind: rules.kind,
    });
  if (rules.kind !== "team" && !laws.kinds.includes(rules.kind)) {
    return refuse("kind-not-played", `Podium does not play ${rules.kind} of ${laws.sport}.`, {
      sport: laws.sport,
      kind: rules.kind,
    });
  }
  const { home, away } = startOfGame(rules);
  if (![home, away].every((given) => Number.isInteger(given) && given >= 0 && given < laws.numbers.game.points))
    return refuse("handicap-too-high", `Of a game to ${laws.numbers.game.points} fewer points are given.`, {
      home,
      away,
    });
  if (rules.serviceKnown === false && laws.play.needsService) {
    return refuse("service-needed", `In ${laws.sport} the score depends on who serves.`, { sport: laws.sport });
  }
  const { on: _date, ...kept } = rules;
  return seal(beforePlay({ ...kept, edition: laws.edition }, laws), EMPTY_LOG);
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
 * The match after one more line of its log; the state given is left as it was. A line costs the same early and late in a
 * match, `undo` too; `void` tells the lines after the one it strikes out again. Refuses whatever the laws do not allow now.
 */
export function record(state: MatchState, entry: LogEntry): MatchState | Refusal {
  if (entry.kind !== "undo" && entry.kind !== "void") return apply(state, entry);
  const log = foldedLog(state);
  if (log === undefined)
    return refuse("log-unknown", "This match was not read from its log; read the log again to correct it.");
  return entry.kind === "undo" ? undo(log) : strike(state, log, entry);
}

/** The match a log tells. Refuses with the first line that could not have been recorded; `detail.index` is its position. */
export function replay(rules: MatchRules, log: readonly LogEntry[]): MatchState | Refusal {
  let state = newMatch(rules);
  for (const [index, entry] of log.entries()) {
    if (isRefused(state)) return state;
    const next = record(state, entry);
    if (isRefused(next)) return { ...next, detail: { ...next.detail, index } };
    state = next;
  }
  return state;
}

/**
 * Takes back the newest line that stands: the match is as it was before it. That holds for a `void` too, with the lines
 * that stood then, since whatever was recorded after it has been taken back before.
 */
function undo(log: FoldedLog): MatchState | Refusal {
  const last = log.standing;
  if (last === null) return refuse("nothing-to-undo", "There is nothing to take back.");
  const standing = last.entry.kind === "void" ? (foldedLog(last.before)?.standing ?? null) : last.below;
  return seal(last.before, withUndo(log, standing));
}

type VoidEntry = Extract<LogEntry, { kind: "void" }>;

/** Strikes out an earlier line: what came after it is told again as if it had never been written. */
function strike(state: MatchState, log: FoldedLog, entry: VoidEntry): MatchState | Refusal {
  const later: Standing[] = [];
  let line = log.standing;
  for (; line !== null && line.index > entry.index; line = line.below) later.push(line);
  if (line === null || line.index !== entry.index || line.entry.kind === "void" || line.struck)
    return refuse("line-does-not-stand", "Only a line that still stands can be struck out.", { line: entry.index });
  const mended = retell({ ...line, struck: true }, later.reverse());
  return isRefused(mended) ? mended : seal(mended.state, withLine({ ...log, standing: mended.standing }, entry, state));
}

interface Retold {
  readonly state: MatchState;
  readonly standing: Standing;
}

/** The match told again after a line that is struck out, by the lines that came later, oldest first. */
function retell(struck: Standing, later: readonly Standing[]): Retold | Refusal {
  let { before: state } = struck;
  let standing = struck;
  for (const line of later) {
    const { entry } = line;
    standing = { ...line, before: state, below: standing };
    const next = line.struck || entry.kind === "void" ? state : told(state, entry);
    if (isRefused(next)) return contradiction(line.index, next);
    state = next;
  }
  return { state, standing };
}

function contradiction(line: number, why: Refusal): Refusal {
  return refuse("void-contradicts", `Without that line, a later one could not stand: ${why.message}`, {
    ...why.detail,
    line,
    because: why.code,
  });
}
