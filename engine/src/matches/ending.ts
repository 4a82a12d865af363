import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { otherSide } from "../sides.ts";
import type { Side } from "../sides.ts";
import { NO_PLACES } from "./places.ts";
import type { MatchState, Outcome } from "./state.ts";

/** A side, or both, did not appear: only before the first service. */
export function walkover(state: MatchState, absent: Side | "both"): MatchState | Refusal {
  if (state.progress !== "ready") return refuse("match-begun", "A match that has begun cannot be a walkover; record a retirement.");
  return over(state, { winner: absent === "both" ? null : otherSide(absent), by: "walkover" });
}

/** A side gives up after the match has begun. */
export function retire(state: MatchState, side: Side): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  if (state.progress === "ready") return refuse("match-not-begun", "Before the first service a side that gives up is absent; record a walkover.");
  return over(state, { winner: otherSide(side), by: "retirement" });
}

/** The referee disqualifies a side, during the match or after it. */
export function disqualify(state: MatchState, side: Side): MatchState | Refusal {
  const by = state.outcome?.by;
  if (by === "walkover" || by === "disqualification") {
    return refuse("match-over", "The match was decided without play; nobody can be disqualified in it.");
  }
  return over(state, { winner: otherSide(side), by: "disqualification" });
}

function over(state: MatchState, outcome: Outcome): MatchState {
  return {
    ...state,
    progress: "over",
    outcome,
    ...NO_PLACES,
    gamePoint: null,
    matchPoint: null,
    timeOut: null,
    medical: null,
    calls: ["match-over"],
  };
}
