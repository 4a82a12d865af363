import { isRefused, newMatch, record, refuse, type MatchState, type Refusal, type Seat, type Service, type Side } from "@podium/engine";
import type { GameLine, RefusedAt, ScoreLine } from "./score-line.ts";

/** A game as `podium score` answers it. */
export interface GameAnswer {
  readonly score: readonly [number, number];
  /** Server and receiver before every point played. */
  readonly before: readonly (readonly [string, string])[];
  /** How many points had been played when the players changed ends inside the game; null when they did not. */
  readonly endsChangedAfterPoint: number | null;
}

export interface MatchAnswer {
  readonly winner: Side | null;
  readonly games: readonly GameAnswer[];
}

interface Played {
  readonly state: MatchState;
  readonly game: GameAnswer;
}

/** Plays a line point by point through the laws; stops at the first thing they do not allow. */
export function scoreMatch(line: ScoreLine): MatchAnswer | RefusedAt {
  let state = newMatch(line.rules);
  if (isRefused(state)) return { refusal: state, game: null, point: null };
  const games: GameAnswer[] = [];
  for (const [at, game] of line.games.entries()) {
    const played = playGame(state, game, line.names);
    if ("refusal" in played) return { ...played, game: at + 1 };
    state = played.state;
    games.push(played.game);
  }
  return { winner: state.outcome?.winner ?? null, games };
}

function playGame(state: MatchState, game: GameLine, names: ScoreLine["names"]): Played | RefusedAt {
  const number = state.games.length + (state.progress === "playing" ? 0 : 1);
  let now = openGame(state, game);
  if (isRefused(now)) return { refusal: now, game: null, point: null };
  const before: (readonly [string, string])[] = [];
  let changedAfter: number | null = null;
  for (const [at, winner] of game.points.entries()) {
    now = isSecondDue(now, game) ? record(now, { kind: "service", ...game.second }) : now;
    if (isRefused(now)) return { refusal: now, game: null, point: at + 1 };
    if (now.service !== null) before.push(named(now.service, names));
    const next = playPoint(now, winner, number);
    if (isRefused(next)) return { refusal: next, game: null, point: at + 1 };
    if (next.progress === "playing" && next.homeEnd !== now.homeEnd) changedAfter ??= at + 1;
    now = next;
  }
  const score = now.games[number - 1]?.score ?? { home: 0, away: 0 };
  return { state: now, game: { score: [score.home, score.away], before, endsChangedAfterPoint: changedAfter } };
}

type WithSecond = GameLine & { readonly second: NonNullable<GameLine["second"]> };

function isSecondDue({ progress, service }: MatchState, game: GameLine): game is WithSecond {
  return progress === "playing" && service === null && game.second !== null;
}

function openGame(state: MatchState, { firstServer, firstReceiver }: GameLine): MatchState | Refusal {
  if (state.progress === "playing") return refuse("game-not-finished", "The game before is not finished.");
  return record(state, { kind: "service", server: firstServer, ...(firstReceiver !== null && { receiver: firstReceiver }) });
}

function playPoint(state: MatchState, winner: Side, number: number): MatchState | Refusal {
  const over = state.games[number - 1]?.winner !== null;
  return over ? refuse("game-over", "The game was won with the point before.") : record(state, { kind: "rally", winner });
}

function named({ server, receiver }: Service, names: ScoreLine["names"]): readonly [string, string] {
  const name = (seat: Seat): string => names[seat] ?? seat;
  return [name(server), name(receiver)];
}
