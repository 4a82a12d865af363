import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { showCard } from "./cards.ts";
import { endTimeOut, suspendForInjury, takeTimeOut, timed } from "./clock.ts";
import { abandon, disqualify, recordOutcome, retire, walkover } from "./ending.ts";
import { isExpediteClosed, startExpedite } from "./expedite.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import { foldedLog, type FoldedLog, LOG, type ReplayedLog, withLine } from "./folded-log.ts";
import type { LogEntry, LogKind } from "./log.ts";
import { mayCorrectOrder } from "./order.ts";
import { playLet, playRally, recordGame } from "./play.ts";
import { chooseService, correctOrder } from "./service.ts";
import type { MatchState } from "./state.ts";
import { standByRubbers } from "./tie.ts";

/** One line of the log: what it does to the match, and which lines the laws allow after it. */

/** A line that says what happened; `undo` and `void` speak about other lines. */
type Happening = Exclude<LogEntry, { readonly kind: "undo" | "void" }>;

/** The match after something happened. */
export function apply(state: MatchState, entry: Happening): MatchState | Refusal {
  const next = told(state, entry);
  if (isRefused(next)) return next;
  const log = foldedLog(state);
  return seal(next, log === undefined ? undefined : withLine(log, entry, state));
}

/** The match after something happened, for a state that is told on: its log and `mayRecord` stay as they were. */
export function told(state: MatchState, entry: Happening): MatchState | Refusal {
  const next = changed(state, entry);
  return isRefused(next) ? next : timed(next, state, entry);
}

/** What a tie can be told by; the rest happens in its rubbers. */
const OF_TIES: readonly LogKind[] = ["walkover", "retired", "disqualified", "abandoned", "outcome", "rubbers"];

function changed(state: MatchState, entry: Happening): MatchState | Refusal {
  if (state.rules.kind === "team" && !OF_TIES.includes(entry.kind))
    return refuse("tie-of-rubbers", "A tie is told by its score or by its rubbers.");
  switch (entry.kind) {
    case "rally":
      return playRally(state, entry);
    case "let":
      return playLet(state);
    case "service":
      return chooseService(state, entry);
    case "game":
      return recordGame(state, entry);
    case "time-out":
      return takeTimeOut(state, entry.side);
    case "time-out-ended":
      return endTimeOut(state);
    case "medical":
      return suspendForInjury(state, entry.side);
    case "card":
      return showCard(state, entry);
    case "expedite":
      return startExpedite(state, entry);
    case "order-corrected":
      return correctOrder(state, entry);
    case "walkover":
      return walkover(state, entry.absent);
    case "retired":
      return retire(state, entry);
    case "disqualified":
      return disqualify(state, entry);
    case "abandoned":
      return abandon(state, entry);
    case "outcome":
      return recordOutcome(state, entry);
    case "rubbers":
      return standByRubbers(state, entry);
  }
}

/** Hangs the log on the state and tells what may be recorded next. */
export function seal(state: MatchState, log: FoldedLog | undefined): MatchState & ReplayedLog {
  const mayRecord = allowedKinds(state, log !== undefined && log.standing !== null);
  return log === undefined ? { ...state, mayRecord } : { ...state, [LOG]: log, mayRecord };
}

const KINDS: readonly LogKind[] = [
  "service",
  "rally",
  "let",
  "game",
  "time-out",
  "time-out-ended",
  "medical",
  "card",
  "expedite",
  "order-corrected",
  "walkover",
  "retired",
  "disqualified",
  "abandoned",
  "undo",
  "void",
];

const bit = (kind: LogKind): number => 1 << KINDS.indexOf(kind);

const SERVICE = bit("service");
const RALLY = bit("rally") | bit("let");
const GAME = bit("game");
const ORDER = bit("order-corrected");
const TIME_OUT = bit("time-out");
const TIME_OUT_ENDED = bit("time-out-ended");
const EXPEDITE = bit("expedite");
const WALKOVER = bit("walkover");
const DISQUALIFIED = bit("disqualified");
const ABANDONED = bit("abandoned");
const CONDUCT = bit("card") | bit("medical") | DISQUALIFIED;
const DURING_PLAY = CONDUCT | ABANDONED | bit("retired");
const CORRECTIONS = bit("undo") | bit("void");

/** The kinds the laws allow in this state, in the order of the log's own list; corrections while any line is standing. */
function allowedKinds(state: MatchState, isAnyStanding: boolean): readonly LogKind[] {
  return listOf(allowedBits(state) | (isAnyStanding ? CORRECTIONS : 0));
}

function allowedBits(state: MatchState): number {
  if (state.rules.kind === "team") return allowedInTie(state);
  switch (state.progress) {
    case "ready":
      return CONDUCT | GAME | WALKOVER | ABANDONED | (state.rules.serviceKnown === false ? RALLY : SERVICE);
    case "playing":
      return allowedInGame(state);
    case "interval":
      return DURING_PLAY | GAME | SERVICE | (mayServe(state) ? RALLY : 0) | (mayExpedite(state) ? EXPEDITE : 0);
    case "over":
      return state.outcome?.by === "play" || state.outcome?.by === "retirement" ? DISQUALIFIED : 0;
  }
}

function allowedInTie({ progress, outcome }: MatchState): number {
  if (progress === "ready") return WALKOVER | ABANDONED;
  return outcome === null || outcome.by === "play" ? DISQUALIFIED : 0;
}

function mayServe(state: MatchState): boolean {
  return state.service !== null || state.rules.serviceKnown === false;
}

function allowedInGame(state: MatchState): number {
  let bits = DURING_PLAY | (mayServe(state) ? RALLY : SERVICE);
  if (gameInProgress(state)?.rallies?.length === 0) bits |= GAME;
  if (state.service !== null && mayCorrectOrder(state)) bits |= ORDER;
  if (state.timeOutsLeft.home + state.timeOutsLeft.away > 0) bits |= TIME_OUT;
  if (state.timeOut !== null) bits |= TIME_OUT_ENDED;
  return bits | (mayExpedite(state) ? EXPEDITE : 0);
}

function mayExpedite(state: MatchState): boolean {
  const law = lawsOfMatch(state.rules).numbers.expedite;
  if (law === null || state.expedite) return false;
  const game = gameInProgress(state);
  return game === null || !isExpediteClosed(game, law);
}

/** One list for each set of kinds, made once. */
const LISTS = new Map<number, readonly LogKind[]>();

function listOf(bits: number): readonly LogKind[] {
  const known = LISTS.get(bits);
  if (known !== undefined) return known;
  const list = KINDS.filter((kind) => (bits & bit(kind)) !== 0);
  LISTS.set(bits, list);
  return list;
}
