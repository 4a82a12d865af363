import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { partnerOf, sideOf } from "../sides.ts";
import { singlesService } from "../sports/seats.ts";
import type { Article, ExpediteLaw } from "../sports/sport.ts";
import type { LogEntry } from "./entry.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import type { GameState, MatchState, Service } from "./state.ts";

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
