import type { LogKind } from "./entry.ts";
import { isExpediteClosed } from "./expedite.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import { LINES } from "./lines.ts";
import type { Folded } from "./lines.ts";
import type { MatchState } from "./state.ts";

const KINDS: readonly LogKind[] = [
  "service", "rally", "let", "game", "time-out", "time-out-ended", "medical", "card", "expedite",
  "order-corrected", "walkover", "retired", "disqualified", "undo", "void",
];

const bit = (kind: LogKind): number => 1 << KINDS.indexOf(kind);

const SERVICE = bit("service");
const RALLY = bit("rally") | bit("let");
const GAME = bit("game");
const CONDUCT = bit("card") | bit("medical") | bit("disqualified");
const DURING_PLAY = CONDUCT | bit("retired");
const CORRECTIONS = bit("undo") | bit("void");

/** The kinds the laws allow in this state, in the order of the log's own list. */
export function allowedKinds(state: Folded): readonly LogKind[] {
  const standing = state[LINES]?.standing ?? 0;
  return listOf(allowedBits(state) | (standing > 0 ? CORRECTIONS : 0));
}

function allowedBits(state: MatchState): number {
  switch (state.progress) {
    case "ready": return CONDUCT | GAME | bit("walkover") | (state.rules.serviceKnown === false ? RALLY : SERVICE);
    case "playing": return allowedInGame(state);
    case "interval": return DURING_PLAY | GAME | SERVICE | (mayServe(state) ? RALLY : 0) | (mayExpedite(state) ? bit("expedite") : 0);
    case "over": return state.outcome?.by === "play" || state.outcome?.by === "retirement" ? bit("disqualified") : 0;
  }
}

function mayServe(state: MatchState): boolean {
  return state.service !== null || state.rules.serviceKnown === false;
}

function allowedInGame(state: MatchState): number {
  let bits = DURING_PLAY | RALLY;
  if (gameInProgress(state)?.rallies?.length === 0) bits |= GAME;
  if (state.service !== null && !lawsOfMatch(state.rules).play.needsService) bits |= bit("order-corrected");
  if (state.timeOutsLeft.home + state.timeOutsLeft.away > 0) bits |= bit("time-out");
  if (state.timeOut !== null) bits |= bit("time-out-ended");
  if (mayExpedite(state)) bits |= bit("expedite");
  return bits;
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
