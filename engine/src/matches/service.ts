import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { otherSide, partnerOf, type Seat, sideOf } from "../sides.ts";
import { firstOf, singlesService } from "../sports/seats.ts";
import type { Opening } from "../sports/sport.ts";
import { gameInProgress, lawsOfGame, NOTHING, tallyOf } from "./games.ts";
import type { LogEntry } from "./log.ts";
import { mayCorrectOrder, openingOf, placesOf, wrongSeat } from "./order.ts";
import { addPoint, openGame } from "./play.ts";
import type { GameState, MatchState } from "./state.ts";
import type { Service } from "../sports/positions.ts";

/** The service as the umpire notes it: chosen (ITTF 2.13), and put right when the wrong player served (2.14). */

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
  const laws = lawsOfGame(state.rules, state.games.length);
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

type OrderEntry = Extract<LogEntry, { kind: "order-corrected" }>;

/**
 * The wrong player served or received, and it is found late (2.14.1): all points stand, and play goes on in the order
 * that should hold at the score reached. If the log itself had the wrong first service, the first service is put right.
 */
export function correctOrder(state: MatchState, entry: OrderEntry): MatchState | Refusal {
  const game = gameInProgress(state);
  if (game === null || game.firstService === null)
    return refuse("service-not-chosen", "No service has been chosen for this game.");
  if (!mayCorrectOrder(state)) {
    return refuse(
      "order-follows-from-score",
      "In this sport an order is put right by taking back the line that is wrong.",
    );
  }
  const wrong = wrongSeat(state, entry);
  if (wrong !== null) return wrong;
  if (state.expedite) return underExpedite(state, entry);
  const first = firstServices(state).find((candidate) => leadsTo(state, game, { candidate, entry }));
  if (first === undefined)
    return refuse(
      "order-contradicts",
      "At this score nobody who may have opened the game leads to that service (law 2.14.1).",
      { law: "2.14.1" },
    );
  return withFirst(state, game, first);
}

/** Under expedite the order began anew in the middle of a game; the umpire's word stands, and the game's first service stays. */
function underExpedite(state: MatchState, { server, receiver }: OrderEntry): MatchState | Refusal {
  if (state.rules.kind === "singles") return { ...state, service: singlesService(sideOf(server)) };
  if (receiver === undefined) return refuse("receiver-not-chosen", "Under expedite say who receives, too.");
  return { ...state, service: { server, receiver } };
}

/** Every service the game may have begun with, the recorded one first. */
function firstServices(state: MatchState): readonly Service[] {
  const before: MatchState = { ...state, games: state.games.slice(0, -1) };
  const opening = openingOf(before);
  return allServices(state.rules.kind)
    .filter(({ server }) => opening === null || sideOf(server) === opening.side)
    .filter(
      ({ server, receiver }) => (opening?.receiverOf ?? null) === null || opening?.receiverOf?.(server) === receiver,
    );
}

function allServices(kind: MatchState["rules"]["kind"]): readonly Service[] {
  if (kind === "singles") return [singlesService("home"), singlesService("away")];
  const sides = ["home", "away"] as const;
  return sides.flatMap((side) => {
    const [server, receiver] = [firstOf(side), firstOf(otherSide(side))];
    return [
      { server, receiver },
      { server, receiver: partnerOf(receiver) },
      { server: partnerOf(server), receiver },
      { server: partnerOf(server), receiver: partnerOf(receiver) },
    ];
  });
}

interface Candidate {
  readonly candidate: Service;
  readonly entry: OrderEntry;
}

function leadsTo(state: MatchState, game: GameState, { candidate, entry }: Candidate): boolean {
  const { service } = withFirst(state, game, candidate);
  return service?.server === entry.server && (entry.receiver === undefined || service.receiver === entry.receiver);
}

/** The same game, point by point, from another first service. */
function withFirst(state: MatchState, game: GameState, first: Service): MatchState {
  const start: MatchState = { ...state, games: state.games.slice(0, -1), carriedPoints: NOTHING };
  const replayed = (game.rallies ?? []).reduce(
    (now, winner) => addPoint({ ...now, lastService: now.service }, winner),
    openGame(start, first),
  );
  const { games, service, lastService, courts, serviceCourt, serverNumber, servingOrder } = replayed;
  return { ...state, games, service, lastService, courts, serviceCourt, serverNumber, servingOrder };
}
