import { isRefused, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { otherSide, sideOf } from "../sides.ts";
import type { LogEntry } from "./entry.ts";
import { lawsOfMatch } from "./games.ts";
import { openGame } from "./opening.ts";
import { addPoint } from "./points.ts";
import type { MatchState } from "./state.ts";

type RallyEntry = Extract<LogEntry, { kind: "rally" }>;

/** A rally won. In singles it also opens the next game; play that goes on ends a time-out. */
export function playRally(state: MatchState, entry: RallyEntry): MatchState | Refusal {
  const ready = inPlay(state);
  if (isRefused(ready)) return ready;
  const wrong = wrongReturns(ready, entry);
  if (wrong !== null) return wrong;
  const counted = { ...ready, rallies: ready.rallies + 1 };
  return addPoint(counted, entry.winner);
}

/** A rally replayed: nothing is scored and the same player serves. */
export function playLet(state: MatchState): MatchState | Refusal {
  const ready = inPlay(state);
  return isRefused(ready) ? ready : { ...ready, lastService: ready.service };
}

/** The match with its game open and no stoppage running, or why no rally can be played. */
function inPlay(state: MatchState): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  if (state.service === null && state.rules.serviceKnown !== false) {
    return refuse("service-not-chosen", "Choose first who serves.");
  }
  if (state.progress === "playing")
    return state.timeOut === null && state.medical === null ? state : { ...state, timeOut: null, medical: null };
  return openGame(state, state.service);
}

/** Under expedite the receiver's thirteenth good return wins the rally (2.15.4 in table tennis). */
function wrongReturns(state: MatchState, { winner, returns }: RallyEntry): Refusal | null {
  const law = lawsOfMatch(state.rules).numbers.expedite;
  if (law === null || returns === undefined || !state.expedite || state.service === null) return null;
  const receiving = otherSide(sideOf(state.service.server));
  if (returns < law.returns || winner === receiving) return null;
  return refuse(
    "returns-win-the-rally",
    `The receiver wins the rally with ${law.returns} good returns (law ${law.article}).`,
    {
      returns,
      law: law.article,
    },
  );
}
