import type { Card, LogEntry, MatchState, Seat, Service, Side } from "@podium/engine";
import { CARDS, isRefused, otherSide, record, SIDES, sideOf } from "@podium/engine";
import { seatsOf } from "./seats.ts";

/** The services that the laws allow for the next game, asked of the laws themselves. */
export function allowedServices(state: MatchState): readonly Service[] {
  return pairsOf(state).filter((service) => isAllowed(state, { kind: "service", ...service }));
}

/** The orders of service that play may go on with after a correction. */
export function allowedOrders(state: MatchState): readonly Service[] {
  return pairsOf(state).filter(
    (service) => isAllowed(state, { kind: "order-corrected", ...service }) && !isNow(state, service),
  );
}

/** Whether every server has one receiver only, so that nobody need choose. */
export function receiversFollow(services: readonly Service[]): boolean {
  return new Set(services.map((service) => service.server)).size === services.length;
}

export interface CardChoice {
  readonly side: Side;
  readonly to: Seat | "adviser";
  readonly card: Card;
}

/** The card that is next for each person at the table. A player's red card is the referee's disqualification, not a card here. */
export function dueCards(state: MatchState): readonly CardChoice[] {
  return SIDES.flatMap((side) =>
    [...seatsOf(state.rules, side), "adviser" as const].flatMap((to) => {
      const choices = CARDS.map((card) => ({ side, to, card }));
      const due = choices.find((choice) => !(choice.card === "red" && to !== "adviser") && mayShow(state, choice));
      return due === undefined ? [] : [due];
    }),
  );
}

/** Whether the laws take this line now. */
export function isAllowed(state: MatchState, entry: LogEntry): boolean {
  return !isRefused(record(state, entry));
}

function mayShow(state: MatchState, { side, to, card }: CardChoice): boolean {
  return isAllowed(state, { kind: "card", side, seat: to, card });
}

function pairsOf(state: MatchState): readonly Service[] {
  return SIDES.flatMap((side) => seatsOf(state.rules, side)).flatMap((server) => {
    const receivers = seatsOf(state.rules, otherSide(sideOf(server)));
    return receivers.map((receiver) => ({ server, receiver }));
  });
}

function isNow({ service }: MatchState, { server, receiver }: Service): boolean {
  return service?.server === server && service.receiver === receiver;
}
