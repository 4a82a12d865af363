import { type Refusal, refuse } from "../refusal.ts";
import type { Side } from "../sides.ts";
import { withExpediteDue } from "./expedite.ts";
import { lawsOfMatch } from "./games.ts";
import type { LogEntry } from "./log.ts";
import type { GameClock, MatchState } from "./state.ts";

/** Play that waits (ITTF 3.4.4): time-outs and injuries, and the time of a match as far as its log tells. */

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

/** A game that nobody has timed. */
export const NO_CLOCK: GameClock = { startedAtMs: null, stoppedAtMs: null, stoppedMs: 0 };

/** Notes when play began, stopped, went on and ended, as far as the lines tell. */
export function timed(next: MatchState, state: MatchState, { atMs }: LogEntry): MatchState {
  if (atMs === undefined) return next;
  const clock = clockAfter(next, state, atMs);
  const begins = state.startedAtMs === null && next.games.length > 0;
  const ends = state.outcome === null && next.outcome !== null;
  if (clock === state.clock && !begins && !ends) return withExpediteDue(next, atMs);
  const noted = {
    ...next,
    clock,
    startedAtMs: begins ? atMs : next.startedAtMs,
    endedAtMs: ends ? atMs : next.endedAtMs,
  };
  return withExpediteDue(noted, atMs);
}

function clockAfter(next: MatchState, state: MatchState, atMs: number): GameClock {
  const { clock } = state;
  if (next.progress === "playing" && next.games.length > state.games.length) return { ...NO_CLOCK, startedAtMs: atMs };
  const stops = next.timeOut !== null || next.medical !== null;
  if (stops && clock.stoppedAtMs === null) return { ...clock, stoppedAtMs: atMs };
  if (stops || clock.stoppedAtMs === null) return clock;
  return { ...clock, stoppedAtMs: null, stoppedMs: clock.stoppedMs + stoppageMs(state, atMs - clock.stoppedAtMs) };
}

/** A time-out that nobody ended counts with the length the laws give it. */
function stoppageMs({ rules, medical }: MatchState, elapsedMs: number): number {
  const seconds = lawsOfMatch(rules).numbers.timeOuts?.seconds ?? 0;
  return medical === null ? Math.min(elapsedMs, seconds * 1000) : elapsedMs;
}
