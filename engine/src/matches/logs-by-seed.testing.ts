import { isRefused } from "../refusal.ts";
import { SEATS, type Seat, SIDES, type Side } from "../sides.ts";
import type { LogEntry } from "./log.ts";
import { record } from "./match.ts";
import type { MatchState } from "./state.ts";
import { CARDS } from "../sports/match-rules.ts";

/** A generator of its own, so that nothing of the engine decides what is tried: mulberry32. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

type Numbers = ReturnType<typeof numbersFrom>;

function pick<Item>(numbers: Numbers, items: readonly Item[]): Item {
  return items[numbers(items.length)] as Item; // a number below the length
}

/** A line that an umpire may try now: mostly a rally or the service that is asked for, now and then anything at all. */
function triedLine(state: MatchState, numbers: Numbers): LogEntry {
  const asksForService = state.calls.includes("choose-service");
  const isRare = numbers(12) === 0;
  const line = isRare ? anyLine(state, numbers) : asksForService ? aService(state, numbers) : aRally(numbers);
  return numbers(4) === 0 ? line : { ...line, atMs: timeOf(state, numbers) };
}

function aRally(numbers: Numbers): LogEntry {
  const winner: Side = numbers(100) < 56 ? "home" : "away";
  return numbers(10) === 0 ? { kind: "rally", winner, returns: numbers(16) } : { kind: "rally", winner };
}

/** Minutes apart now and then, so that the expedite system is due. */
function timeOf({ startedAtMs, rallies }: MatchState, numbers: Numbers): number {
  return (startedAtMs ?? 1_000_000) + rallies * 20_000 + numbers(3) * 150_000;
}

function aService({ rules }: MatchState, numbers: Numbers): LogEntry {
  const seats: readonly Seat[] = rules.kind === "singles" ? ["home1", "away1"] : SEATS;
  const server = pick(numbers, seats);
  const line: LogEntry = { kind: "service", server };
  if (rules.kind === "singles" && numbers(4) > 0) return line;
  const receiver = pick(numbers, rules.kind === "singles" ? SEATS : seats);
  if (numbers(6) === 0) return { ...line, receiver, homeEnd: pick(numbers, ["left", "right"] as const) };
  return numbers(5) === 0 ? line : { ...line, receiver };
}

function anyLine(state: MatchState, numbers: Numbers): LogEntry {
  const side = pick(numbers, SIDES);
  const score = () => ({ home: numbers(14), away: numbers(14) });
  switch (numbers(18)) {
    case 0:
      return { kind: "let" };
    case 1:
      return { kind: "game", score: pick(numbers, [score(), { home: 11, away: numbers(10) }, { home: 21, away: 5 }]) };
    case 2:
      return { kind: "time-out", side };
    case 3:
      return { kind: "time-out-ended" };
    case 4:
      return { kind: "medical", side };
    case 5:
    case 6:
    case 7:
      return aCard(side, numbers);
    case 8:
    case 9:
      return { kind: "expedite", ballInPlay: numbers(2) === 0, requestedBy: "both" };
    case 10:
    case 11:
      return {
        kind: "order-corrected",
        server: pick(numbers, SEATS),
        ...(numbers(2) && { receiver: pick(numbers, SEATS) }),
      };
    case 12:
      return pick(numbers, [
        { kind: "walkover", absent: pick(numbers, ["home", "away", "both"] as const) },
        { kind: "retired", side, unfinished: score() },
      ]);
    case 13:
      return numbers(3) === 0 ? { kind: "retired", side } : { kind: "disqualified", side };
    case 14:
    case 15:
      return { kind: "undo" };
    case 16:
      return { kind: "void", index: numbers(state.rallies + 3), reason: "a test" };
    default:
      return aService(state, numbers);
  }
}

function aCard(side: Side, numbers: Numbers): LogEntry {
  const card = pick(numbers, CARDS);
  const seat = pick(numbers, [undefined, undefined, "adviser", "home1", "away2"] as const);
  return { kind: "card", side, card, ...(seat && { seat }) };
}

/** What came of every line that was tried, one after the other: a state, or why not. */
export function* triedOut(start: MatchState, seed: number, lines: number) {
  const numbers = numbersFrom(seed);
  let state = start;
  for (let tried = 0; tried < lines; tried += 1) {
    const line = triedLine(state, numbers);
    const next = record(state, line);
    yield { line, next };
    if (!isRefused(next)) state = next;
    if (state.progress === "over" && numbers(3) > 0) return;
  }
}
