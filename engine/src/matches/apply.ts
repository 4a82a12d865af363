import { isRefused } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { allowedKinds } from "./allowed.ts";
import { showCard } from "./cards.ts";
import { timed } from "./clock.ts";
import { disqualify, retire, walkover } from "./ending.ts";
import type { LogEntry } from "./entry.ts";
import { startExpedite } from "./expedite.ts";
import { recordGame } from "./game-score.ts";
import { LINES, lastLine, lineAfter } from "./lines.ts";
import type { Folded, Line } from "./lines.ts";
import { correctOrder } from "./order-corrected.ts";
import { playLet, playRally } from "./rally.ts";
import { chooseService } from "./service.ts";
import type { MatchState } from "./state.ts";
import { endTimeOut, suspendForInjury, takeTimeOut } from "./stoppages.ts";

/** A line that says what happened; `undo` and `void` speak about other lines. */
export type Happening = Exclude<LogEntry, { readonly kind: "undo" | "void" }>;

/** The match after something happened. */
export function apply(state: MatchState, entry: Happening): MatchState | Refusal {
  const next = changed(state, entry);
  return isRefused(next) ? next : seal(timed(next, state, entry), lineAfter(lastLine(state), entry));
}

function changed(state: MatchState, entry: Happening): MatchState | Refusal {
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
  }
}

/** Hangs the log on the state and tells what may be recorded next. */
export function seal(state: MatchState, line: Line | null | undefined): Folded {
  const mayRecord = allowedKinds(state, line?.standing ?? 0);
  return line === undefined ? { ...state, mayRecord } : { ...state, [LINES]: line, mayRecord };
}
