import type { Card, LogEntry, Seat, Side } from "@podium/engine";
import { SEATS, SIDES } from "@podium/engine";

/** The fields of a form by name; null where a field is missing. */
export type Fields = (name: string) => string | null;

const CARDS: readonly Card[] = ["yellow", "yellow-red-1", "yellow-red-2", "red"];

/** What a form of the chair asks to record, with the names the log itself uses; null when something is missing. */
export function entryOf(fields: Fields, atMs: number): LogEntry | null {
  const kind = fields("kind");
  switch (kind) {
    case "rally":
      return withSide(oneOf(SIDES, fields("winner")), (winner) => ({ kind, winner, ...returnsOf(fields), atMs }));
    case "let":
    case "undo":
    case "time-out-ended":
      return { kind, atMs };
    case "time-out":
    case "medical":
    case "retired":
    case "disqualified":
      return withSide(oneOf(SIDES, fields("side")), (side) => ({ kind, side, atMs }));
    case "walkover":
      return withSide(oneOf([...SIDES, "both"] as const, fields("absent")), (absent) => ({ kind, absent, atMs }));
    case "service":
      return serviceOf(fields, atMs);
    case "order-corrected":
      return orderOf(fields, atMs);
    case "card":
      return cardOf(fields, atMs);
    case "expedite":
      return expediteOf(fields, atMs);
    default:
      return null;
  }
}

function serviceOf(fields: Fields, atMs: number): LogEntry | null {
  const server = oneOf(SEATS, fields("server"));
  if (server === null) return null;
  return { kind: "service", server, ...receiverOf(fields), ...endOf(fields), atMs };
}

function orderOf(fields: Fields, atMs: number): LogEntry | null {
  const server = oneOf(SEATS, fields("server"));
  return server === null ? null : { kind: "order-corrected", server, ...receiverOf(fields), atMs };
}

function cardOf(fields: Fields, atMs: number): LogEntry | null {
  const [side, card] = [oneOf(SIDES, fields("side")), oneOf(CARDS, fields("card"))];
  const seat = oneOf([...SEATS, "adviser"] as const, fields("seat"));
  if (side === null || card === null) return null;
  return { kind: "card", side, card, ...(seat === null ? {} : { seat }), atMs };
}

function expediteOf(fields: Fields, atMs: number): LogEntry | null {
  const requestedBy = oneOf(["clock", "both"] as const, fields("requestedBy"));
  const ballInPlay = oneOf(["true", "false"] as const, fields("ballInPlay"));
  if (requestedBy === null || ballInPlay === null) return null;
  return { kind: "expedite", requestedBy, ballInPlay: ballInPlay === "true", atMs };
}

function returnsOf(fields: Fields): { returns?: number } {
  const text = fields("returns") ?? "";
  return /^\d{1,3}$/.test(text) ? { returns: Number(text) } : {};
}

function receiverOf(fields: Fields): { receiver?: Seat } {
  const receiver = oneOf(SEATS, fields("receiver"));
  return receiver === null ? {} : { receiver };
}

function endOf(fields: Fields): { homeEnd?: "left" | "right" } {
  const homeEnd = oneOf(["left", "right"] as const, fields("homeEnd"));
  return homeEnd === null ? {} : { homeEnd };
}

function oneOf<const Value extends string>(values: readonly Value[], given: string | null): Value | null {
  return values.find((value) => value === given) ?? null;
}

function withSide<Named extends Side | "both">(named: Named | null, make: (named: Named) => LogEntry): LogEntry | null {
  return named === null ? null : make(named);
}
