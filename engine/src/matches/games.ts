import { type Refusal, refuse } from "../refusal.ts";
import type { BySide, Side } from "../sides.ts";
import { acceptedLaws } from "../sports/catalogue.ts";
import type { Laws, Tally } from "../sports/sport.ts";
import type { GameState, MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** What wins a game and a match (ITTF 2.11, 2.12), by the laws the match is played by. */

export const NOTHING: BySide<number> = { home: 0, away: 0 };

/** The laws a match is played by. */
export function lawsOfMatch(rules: MatchRules): Laws {
  return acceptedLaws(rules.sport, rules.edition);
}

/** The laws of the game with this number, from 1: the one that decides the match may have its own. */
export function lawsOfGame(rules: MatchRules, number: number): Laws {
  const laws = lawsOfMatch(rules);
  if (laws.deciding === undefined || rules.bestOf === 1 || number < rules.bestOf) return laws;
  const { play, game } = laws.deciding;
  return { ...laws, play, numbers: { ...laws.numbers, game } };
}

/** The score at which every game begins: what a side is given, or nothing. */
export function startOfGame({ handicap }: MatchRules): BySide<number> {
  return handicap ?? NOTHING;
}

/** Whether the game can have come to this score: nobody loses the points that were given. */
function isPastStart(rules: MatchRules, { home, away }: BySide<number>): boolean {
  const start = startOfGame(rules);
  return home >= start.home && away >= start.away;
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

/** Why the game with this number, from 1, cannot end with this score; null when it can. */
export function illegalFinal(rules: MatchRules, score: BySide<number>, number: number): Refusal | null {
  const laws = lawsOfGame(rules, number);
  if (laws.play.isLegalFinal(score) && isPastStart(rules, score)) return null;
  const { points, article } = laws.numbers.game;
  const { home, away } = score;
  return refuse(
    "illegal-game-score",
    `A game to ${points} cannot end ${Math.max(home, away)}-${Math.min(home, away)}.`,
    {
      points,
      home,
      away,
      law: article,
    },
  );
}

/** Why the game with this number cannot stand at this score while it goes on; null when it can. */
export function illegalUnfinished(rules: MatchRules, score: BySide<number>, number: number): Refusal | null {
  const { points, lead, cap, article } = lawsOfGame(rules, number).numbers.game;
  const [high, low] = [Math.max(score.home, score.away), Math.min(score.home, score.away)];
  const goesOn = high < points || (high - low < lead && (cap === null || high < cap));
  if (goesOn && isPastStart(rules, score)) return null;
  return refuse("illegal-unfinished-score", `A game to ${points} does not go on at ${high}-${low}.`, {
    points,
    home: score.home,
    away: score.away,
    law: article,
  });
}
