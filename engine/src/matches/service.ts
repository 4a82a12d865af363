import { isRefused, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { sideOf } from "../sides.ts";
import type { Seat } from "../sides.ts";
import { singlesService } from "../sports/seats.ts";
import type { Opening } from "../sports/sport.ts";
import type { LogEntry } from "./entry.ts";
import { gameInProgress, lawsOfMatch, tallyOf } from "./games.ts";
import { openGame } from "./opening.ts";
import { openingOf, wrongSeat } from "./order.ts";
import { placesOf } from "./places.ts";
import type { MatchState, Service } from "./state.ts";

type ServiceEntry = Extract<LogEntry, { kind: "service" }>;

/** Opens a game with the service chosen. Refuses a choice the laws do not leave. */
export function chooseService(state: MatchState, entry: ServiceEntry): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is decided; no further game is played.");
  if (state.progress === "playing") return chooseLater(state, entry);
  if (state.games.length > 0 && entry.homeEnd !== undefined && entry.homeEnd !== state.homeEnd) {
    return refuse("wrong-end", "Ends are chosen before the first game and follow from there (law 2.13.7).", {
      law: "2.13.7",
    });
  }
  const service = wrongSeat(state, entry) ?? allowedService(state, openingOf(state), entry);
  if (isRefused(service)) return service;
  return openGame(entry.homeEnd === undefined ? state : { ...state, homeEnd: entry.homeEnd }, service);
}

/** In tennis doubles the second pair chooses its server, and the first its receiver, when the first game of the set is over. */
function chooseLater(state: MatchState, entry: ServiceEntry): MatchState | Refusal {
  const laws = lawsOfMatch(state.rules);
  const { laterChoice } = laws.play;
  const game = gameInProgress(state);
  if (state.service !== null || laterChoice === null || game === null || state.servingOrder === null) {
    return refuse("service-already-chosen", "The service of this game has been chosen.");
  }
  const service = wrongSeat(state, entry) ?? allowedService(state, laterChoice.opening(state), entry);
  if (isRefused(service)) return service;
  return { ...state, ...placesOf(laws, tallyOf(game), laterChoice.taken(state, service)), calls: [] };
}

function allowedService(
  state: MatchState,
  opening: Opening | null,
  { server, receiver }: ServiceEntry,
): Service | Refusal {
  if (opening !== null && sideOf(server) !== opening.side) {
    return refuse("wrong-server", `The other side serves first in this game (law ${opening.article}).`, {
      law: opening.article,
    });
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
  return refuse("wrong-receiver", `The first receiver follows from the game before (law ${law}).`, {
    law,
    receiver: implied,
  });
}
