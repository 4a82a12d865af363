import type { LogEntry } from "./entry.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import { isExpediteClosed } from "./expedite.ts";
import type { GameClock, MatchState } from "./state.ts";

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

function withExpediteDue(state: MatchState, atMs: number): MatchState {
  const dueAtMs = expediteDueAtMs(state);
  if (dueAtMs === null || atMs < dueAtMs || state.calls.includes("expedite-due")) return state;
  return { ...state, calls: [...state.calls, "expedite-due"] };
}

/**
 * When the game in progress will have lasted as long as the expedite system allows, in milliseconds since 1970, if play
 * goes on from here; null when it is not timed, stopped, under expedite already, or the system is closed.
 */
export function expediteDueAtMs(state: MatchState): number | null {
  const law = lawsOfMatch(state.rules).numbers.expedite;
  const { startedAtMs, stoppedAtMs, stoppedMs } = state.clock;
  if (law === null || startedAtMs === null || stoppedAtMs !== null || state.expedite) return null;
  const game = gameInProgress(state);
  return game === null || isExpediteClosed(game, law) ? null : startedAtMs + law.afterMs + stoppedMs;
}
