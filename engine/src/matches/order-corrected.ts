import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { otherSide, partnerOf, sideOf } from "../sides.ts";
import { firstOf, singlesService } from "../sports/seats.ts";
import type { LogEntry } from "./entry.ts";
import { gameInProgress, NOTHING } from "./games.ts";
import { openGame } from "./opening.ts";
import { mayCorrectOrder, openingOf, wrongSeat } from "./order.ts";
import { addPoint } from "./points.ts";
import type { GameState, MatchState, Service } from "./state.ts";

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
  const replayed = (game.rallies ?? []).reduce((now, winner) => addPoint(now, winner), openGame(start, first));
  const { games, service, lastService, courts, serviceCourt, serverNumber, servingOrder } = replayed;
  return { ...state, games, service, lastService, courts, serviceCourt, serverNumber, servingOrder };
}
