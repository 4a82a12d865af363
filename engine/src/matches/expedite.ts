import { type Refusal, refuse } from "../refusal.ts";
import { otherSide, partnerOf, sideOf } from "../sides.ts";
import { singlesService } from "../sports/seats.ts";
import type { Article, ExpediteLaw } from "../sports/sport.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import type { LogEntry } from "./log.ts";
import type { GameState, MatchState } from "./state.ts";
import type { Service } from "../sports/positions.ts";

/** The expedite system (ITTF 2.15): when it is due, until when it is introduced, who serves then, and what ends a rally. */

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

/** Calls the system as soon as it is due. */
export function withExpediteDue(state: MatchState, atMs: number): MatchState {
  const dueAtMs = expediteDueAtMs(state);
  if (dueAtMs === null || atMs < dueAtMs || state.calls.includes("expedite-due")) return state;
  return { ...state, calls: [...state.calls, "expedite-due"] };
}

/** Whether so many points have been played that the system is not introduced any more. */
export function isExpediteClosed({ score }: GameState, { closedAt }: ExpediteLaw): boolean {
  if ("total" in closedAt) return score.home + score.away >= closedAt.total;
  return Math.min(score.home, score.away) >= closedAt.each;
}

function closedSentence({ closedAt, article }: Article & ExpediteLaw): string {
  if ("total" in closedAt)
    return `The expedite system is not introduced once ${closedAt.total} points have been scored in the game (law ${article}).`;
  return `The expedite system is not introduced once both sides have ${closedAt.each} points (law ${article}).`;
}

type ExpediteEntry = Extract<LogEntry, { kind: "expedite" }>;

/** Introduces the expedite system, to the end of the match. */
export function startExpedite(state: MatchState, entry: ExpediteEntry): MatchState | Refusal {
  const law = lawsOfMatch(state.rules).numbers.expedite;
  if (law === null) return refuse("no-expedite", "This sport has no expedite system.");
  if (state.progress === "ready")
    return refuse("match-not-begun", "The expedite system is introduced in a match that has begun.");
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  if (state.expedite) return refuse("expedite-already", "The expedite system is in force already.");
  const game = gameInProgress(state);
  if (game !== null && isExpediteClosed(game, law))
    return refuse("expedite-closed", closedSentence(law), { law: law.article });
  const calls = state.calls.filter((call) => call !== "expedite-due");
  // Between games no game is interrupted: who opens the next one stays who it was (2.13.6, 2.15.5).
  const service = entry.ballInPlay || game === null ? state.service : serviceAfterRally(state);
  return { ...state, expedite: true, calls, service };
}

/** With the ball not in play, the player who received in the rally before serves (2.15.3). */
function serviceAfterRally({ rules, service, lastService }: MatchState): Service | null {
  if (service === null || lastService === null || service.server === lastService.receiver) return service;
  if (rules.kind === "singles") return singlesService(sideOf(lastService.receiver));
  return { server: lastService.receiver, receiver: receiverOf(service, lastService) };
}

/** Who receives from the player who has just received, in the order that holds from now on. */
function receiverOf(service: Service, lastService: Service): Service["receiver"] {
  return service.receiver === lastService.receiver ? partnerOf(service.server) : service.server;
}

type RallyEntry = Extract<LogEntry, { kind: "rally" }>;

/** Under expedite the receiver's thirteenth good return wins the rally (2.15.4 in table tennis). */
export function wrongReturns(state: MatchState, { winner, returns }: RallyEntry): Refusal | null {
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
