import { acceptedLaws } from "../sports/catalogue.ts";
import type { Laws, Tally } from "../sports/sport.ts";
import type { BySide, Side } from "../sides.ts";
import type { GameState, MatchRules, MatchState } from "./state.ts";

export const NOTHING: BySide<number> = { home: 0, away: 0 };

/** The laws a match is played by. */
export function lawsOfMatch(rules: MatchRules): Laws {
  return acceptedLaws(rules.sport, rules.edition);
}

/** The time-outs each side begins with. */
export function timeOutsAtStart({ numbers }: Laws): BySide<number> {
  const each = numbers.timeOuts === null ? 0 : numbers.timeOuts.each;
  return { home: each, away: each };
}

/** The games a side needs. */
export function gamesNeeded(rules: MatchRules): number {
  return (rules.bestOf + 1) / 2;
}

/** The game in progress; null before the match, in an interval and after the match. */
export function gameInProgress(state: MatchState): GameState | null {
  const last = state.games[state.games.length - 1];
  return last !== undefined && last.winner === null && state.outcome === null ? last : null;
}

/** Whether the game in progress, or the next one in an interval, is the last possible one. */
export function isLastGame(state: MatchState): boolean {
  const number = gameInProgress(state) === null ? state.games.length + 1 : state.games.length;
  return number === state.rules.bestOf;
}

export function tallyOf(game: GameState): Tally {
  return { score: game.score, points: game.points };
}

/** The side that has decided the match with these games; null while it goes on. */
export function matchWinner(rules: MatchRules, won: BySide<number>): Side | null {
  if (rules.allGames === true && won.home + won.away < rules.bestOf) return null;
  const needed = gamesNeeded(rules);
  if (won.home >= needed) return "home";
  return won.away >= needed ? "away" : null;
}
