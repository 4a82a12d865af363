import { SEATS, SIDES, type Side } from "../sides.ts";
import { CARDS } from "../sports/match-rules.ts";
import type { LogEntry } from "./log.ts";

/** The fields of a form by name; null where a field is missing. */
type Fields = (name: string) => string | null;

/** What a form of the chair asks to record, with the names the log itself uses; null when something is missing or unknown. */
export function entryOfForm(fields: Fields, atMs: number): LogEntry | null {
  const kind = fields("kind");
  switch (kind) {
    case "rally":
      return rallyOf(fields, atMs);
    case "let":
    case "undo":
    case "time-out-ended":
      return { kind, atMs };
    case "time-out":
    case "medical":
    case "retired":
    case "disqualified":
      return withSide(oneOf(SIDES, fields("side")), (side) => ({ kind, side, atMs }));
    case "abandoned":
      return { kind, atMs };
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
  const receiver = optional(SEATS, fields("receiver"));
  const homeEnd = optional(["left", "right"] as const, fields("homeEnd"));
  if (server === null || receiver === null || homeEnd === null) return null;
  return { kind: "service", server, ...(receiver && { receiver }), ...(homeEnd && { homeEnd }), atMs };
}

function orderOf(fields: Fields, atMs: number): LogEntry | null {
  const [server, receiver] = [oneOf(SEATS, fields("server")), optional(SEATS, fields("receiver"))];
  if (server === null || receiver === null) return null;
  return { kind: "order-corrected", server, ...(receiver && { receiver }), atMs };
}

function cardOf(fields: Fields, atMs: number): LogEntry | null {
  const [side, card] = [oneOf(SIDES, fields("side")), oneOf(CARDS, fields("card"))];
  const seat = optional([...SEATS, "adviser"] as const, fields("seat"));
  if (side === null || card === null || seat === null) return null;
  return { kind: "card", side, card, ...(seat && { seat }), atMs };
}

function expediteOf(fields: Fields, atMs: number): LogEntry | null {
  const requestedBy = oneOf(["clock", "both"] as const, fields("requestedBy"));
  const ballInPlay = oneOf(["true", "false"] as const, fields("ballInPlay"));
  if (requestedBy === null || ballInPlay === null) return null;
  return { kind: "expedite", requestedBy, ballInPlay: ballInPlay === "true", atMs };
}

function rallyOf(fields: Fields, atMs: number): LogEntry | null {
  const [winner, returns] = [oneOf(SIDES, fields("winner")), fields("returns") ?? ""];
  if (winner === null || !/^\d{0,3}$/.test(returns)) return null;
  return { kind: "rally", winner, ...(returns !== "" && { returns: Number(returns) }), atMs };
}

function oneOf<const Value extends string>(values: readonly Value[], given: string | null): Value | null {
  return values.find((value) => value === given) ?? null;
}

/** Undefined where the field is missing or empty, null where it holds none of the values. */
function optional<const Value extends string>(
  values: readonly Value[],
  given: string | null,
): Value | null | undefined {
  return given === null || given === "" ? undefined : oneOf(values, given);
}

function withSide<Named extends Side | "both">(named: Named | null, make: (named: Named) => LogEntry): LogEntry | null {
  return named === null ? null : make(named);
}
