import { isRefused, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { sideOf } from "../sides.ts";
import type { Seat } from "../sides.ts";
import { singlesService } from "../sports/seats.ts";
import type { Opening } from "../sports/sport.ts";
import type { LogEntry } from "./entry.ts";
import { openGame } from "./opening.ts";
import { openingOf, wrongSeat } from "./order.ts";
import type { MatchState, Service } from "./state.ts";

type ServiceEntry = Extract<LogEntry, { kind: "service" }>;

/** Opens a game with the service chosen. Refuses a choice the laws do not leave. */
export function chooseService(state: MatchState, entry: ServiceEntry): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is decided; no further game is played.");
  if (state.progress === "playing") return refuse("service-already-chosen", "The service of this game has been chosen.");
  if (state.games.length > 0 && entry.homeEnd !== undefined && entry.homeEnd !== state.homeEnd) {
    return refuse("wrong-end", "Ends are chosen before the first game and follow from there (law 2.13.7).", { law: "2.13.7" });
  }
  const service = wrongSeat(state, entry) ?? allowedService(state, entry);
  if (isRefused(service)) return service;
  return openGame(entry.homeEnd === undefined ? state : { ...state, homeEnd: entry.homeEnd }, service);
}

function allowedService(state: MatchState, { server, receiver }: ServiceEntry): Service | Refusal {
  const opening = openingOf(state);
  if (opening !== null && sideOf(server) !== opening.side) {
    return refuse("wrong-server", `The other side serves first in this game (law ${opening.article}).`, { law: opening.article });
  }
  if (state.rules.kind === "singles") return singlesService(sideOf(server));
  const named = firstReceiver(opening, server, receiver);
  return isRefused(named) ? named : { server, receiver: named };
}

function firstReceiver(opening: Opening | null, server: Seat, chosen: Seat | undefined): Seat | Refusal {
  if (opening === null || opening.receiverOf === null) {
    return chosen ?? refuse("receiver-not-chosen", "The receiving pair chooses who receives first.");
  }
  const implied = opening.receiverOf(server);
  if (chosen === undefined || chosen === implied) return implied;
  const law = opening.receiverArticle;
  return refuse("wrong-receiver", `The first receiver follows from the game before (law ${law}).`, { law, receiver: implied });
}
