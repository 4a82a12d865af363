import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { Side } from "../sides.ts";
import type { MatchState } from "./state.ts";

/** A side's time-out, between two rallies of a game. */
export function takeTimeOut(state: MatchState, side: Side): MatchState | Refusal {
  if (state.progress !== "playing") return refuse("not-in-game", "A time-out is taken between two rallies of a game.");
  if (state.timeOutsLeft[side] === 0) return refuse("no-time-out-left", "This side has taken its time-out.", { side });
  const timeOutsLeft = { ...state.timeOutsLeft, [side]: state.timeOutsLeft[side] - 1 };
  return { ...state, timeOutsLeft, timeOut: side };
}

export function endTimeOut(state: MatchState): MatchState | Refusal {
  return state.timeOut === null ? refuse("no-time-out", "No time-out is running.") : { ...state, timeOut: null };
}

/** The referee lets play wait for an injured player; the next rally ends it. */
export function suspendForInjury(state: MatchState, side: Side): MatchState | Refusal {
  return state.progress === "over" ? refuse("match-over", "The match is over.") : { ...state, medical: side };
}
