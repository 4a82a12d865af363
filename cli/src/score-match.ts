import {
  isRefused,
  newMatch,
  record,
  refuse,
  type GameState,
  type MatchState,
  type Refusal,
  type Seat,
  type Service,
  type Side,
} from "@podium/engine";
import type { GameLine, RefusedField, ScoreLine } from "./score-line.ts";

/** A game as `podium score` answers it. */
export interface GameAnswer {
  readonly score: readonly [number, number];
  /** Server and receiver before every point played; null where nobody noted who served. */
  readonly before: readonly (readonly [string, string])[] | null;
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
export function scoreMatch(line: ScoreLine): MatchAnswer | RefusedField {
  const begun = newMatch(line.rules);
  if (isRefused(begun)) return { refusal: begun, game: null, point: null };
  let state = begun;
  const games: GameAnswer[] = [];
  for (const [at, game] of line.games.entries()) {
    const played: Played | RefusedField = unfinishedGame(state, at) ?? playGame(state, game, line.names);
    if ("refusal" in played) return { ...played, game: at + 1 };
    state = played.state;
    games.push(played.game);
  }
  return { winner: state.outcome?.winner ?? null, games };
}

function playGame(state: MatchState, game: GameLine, names: ScoreLine["names"]): Played | RefusedField {
  const number = state.games.length + 1;
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
  const told = state.rules.serviceKnown === false ? null : before;
  return { state: now, game: { score: [score.home, score.away], before: told, endsChangedAfterPoint: changedAfter } };
}

type WithSecond = GameLine & { readonly second: NonNullable<GameLine["second"]> };

function isSecondDue({ progress, service }: MatchState, game: GameLine): game is WithSecond {
  return progress === "playing" && service === null && game.second !== null;
}

/** Why no further game can begin after so many: the last of them is not finished. */
function unfinishedGame({ games }: MatchState, number: number): RefusedField | null {
  const last = games[number - 1];
  if (number === 0 || (last !== undefined && last.winner !== null)) return null;
  const score = last === undefined ? "0-0" : scoreOf(last);
  return {
    refusal: refuse("game-not-finished", `Game ${number} stands at ${score} and is not finished.`),
    game: null,
    point: null,
  };
}

function openGame(state: MatchState, { firstServer, firstReceiver }: GameLine): MatchState | Refusal {
  if (firstServer === null)
    return state.outcome === null ? state : refuse("match-over", "The match is decided; no further game is played.");
  return record(state, {
    kind: "service",
    server: firstServer,
    ...(firstReceiver !== null && { receiver: firstReceiver }),
  });
}

function playPoint(state: MatchState, winner: Side, number: number): MatchState | Refusal {
  const game = state.games[number - 1];
  if (game === undefined || game.winner === null) return record(state, { kind: "rally", winner });
  return refuse("game-over", `The game was won ${scoreOf(game)} with the point before.`);
}

function scoreOf({ score }: Pick<GameState, "score">): string {
  return `${score.home}-${score.away}`;
}

function named({ server, receiver }: Service, names: ScoreLine["names"]): readonly [string, string] {
  const name = (seat: Seat): string => names[seat] ?? seat;
  return [name(server), name(receiver)];
}
