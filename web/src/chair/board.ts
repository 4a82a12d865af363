import type { BySide, Card, CardShown, End, GameState, MatchState, Seat, Side } from "@podium/engine";
import { isRefused, newMatch } from "@podium/engine";
import { seatsOf } from "./seats.ts";

/** One half of the board: the side that is tapped when it has won the rally. */
export interface BoardHalf {
  readonly side: Side;
  readonly points: number;
  readonly games: number;
  /** Whether the side has no time-out left because it has taken one. */
  readonly timeOutTaken: boolean;
  readonly seats: readonly SeatMark[];
}

export interface SeatMark {
  readonly seat: Seat;
  readonly role: "serves" | "receives" | null;
  /** The last card shown to the player. */
  readonly card: Card | null;
}

/**
 * What the umpire sees. "choose": somebody must say who serves; "ends": the players walk to the other ends, the halves
 * wait; "time-out": they wait until it is ended; "interval": a game is over and the next has not been asked for.
 */
export interface Board {
  readonly mode: "choose" | "play" | "ends" | "time-out" | "interval" | "over";
  readonly left: BoardHalf;
  readonly right: BoardHalf;
  /** Games that are over, home's points first. */
  readonly finished: readonly BySide<number>[];
}

/** The same for every state between two points, so that what was acknowledged stays so while a card is shown. */
export function positionOf(state: MatchState): string {
  const { home, away } = lastGame(state)?.score ?? { home: 0, away: 0 };
  return `${state.progress} ${state.games.length} ${home}-${away}`;
}

/** What counts as answered when a phone opens the match: everything but a change of ends within a game, which is asked until it was answered here. */
export function answeredOnOpening(state: MatchState, stored: string | null): string | null {
  const position = positionOf(state);
  const asks = state.progress === "playing" && state.calls.includes("change-ends");
  return asks && stored !== position ? null : position;
}

/** The board for a state; `acknowledged` is the position whose change of ends or interval the umpire has answered. */
export function boardOf(state: MatchState, acknowledged: string | null): Board {
  const answered = acknowledged === positionOf(state);
  const mode = modeOf(state, answered);
  const homeEnd = state.calls.includes("change-ends") && !answered ? otherEndOf(state.homeEnd) : state.homeEnd;
  const points = pointsShown(state, mode);
  const [left, right]: readonly [Side, Side] = homeEnd === "left" ? ["home", "away"] : ["away", "home"];
  return {
    mode,
    left: halfOf(state, left, points),
    right: halfOf(state, right, points),
    finished: state.games.filter((game) => game.winner !== null).map((game) => game.score),
  };
}

function modeOf(state: MatchState, answered: boolean): Board["mode"] {
  if (state.progress === "over") return "over";
  if (state.progress === "interval" && !answered) return "interval";
  if (!state.mayRecord.includes("rally")) return "choose";
  if (state.calls.includes("change-ends") && !answered) return "ends";
  return state.timeOut === null ? "play" : "time-out";
}

function pointsShown(state: MatchState, mode: Board["mode"]): BySide<number> {
  if (state.progress === "interval" && mode !== "interval") return state.carriedPoints;
  return lastGame(state)?.score ?? { home: 0, away: 0 };
}

function halfOf(state: MatchState, side: Side, points: BySide<number>): BoardHalf {
  return {
    side,
    points: points[side],
    games: state.gamesWon[side],
    timeOutTaken: hasTakenTimeOut(state, side),
    seats: seatsOf(state.rules, side).map((seat) => ({ seat, role: roleOf(state, seat), card: cardOf(state, seat) })),
  };
}

function roleOf({ service }: MatchState, seat: Seat): SeatMark["role"] {
  if (service?.server === seat) return "serves";
  return service?.receiver === seat ? "receives" : null;
}

function hasTakenTimeOut({ rules, timeOutsLeft }: MatchState, side: Side): boolean {
  const fresh = newMatch(rules);
  return !isRefused(fresh) && timeOutsLeft[side] === 0 && fresh.timeOutsLeft[side] > 0;
}

function cardOf({ cards, rules }: MatchState, seat: Seat): Card | null {
  const toSeat = ({ side, to }: CardShown): boolean =>
    to === seat || (to === null && rules.kind === "singles" && seat.startsWith(side));
  return cards.findLast(toSeat)?.card ?? null;
}

function lastGame({ games }: MatchState): GameState | undefined {
  return games[games.length - 1];
}

function otherEndOf(end: End): End {
  return end === "left" ? "right" : "left";
}
