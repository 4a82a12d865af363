import { otherSide } from "../sides.ts";
import type { BySide, Side } from "../sides.ts";
import type { CreditLaw, GameLaw } from "../sports/sport.ts";
import { gamesNeeded, lawsOfMatch } from "./games.ts";
import type { MatchRules, MatchState } from "./state.ts";

/**
 * The games as they are credited for results. Played matches: as played. Otherwise what the sport's credit law gives:
 * in table tennis a walkover is won with every game to nothing, and after a retirement the points played stand and
 * the opponent gets what decides the match. Empty while the match goes on without a game, and for a double walkover.
 */
export function credited(state: MatchState): readonly BySide<number>[] {
  const played = state.games.map(({ score }) => score);
  const { outcome } = state;
  if (outcome === null || outcome.by === "play" || outcome.winner === null) return played;
  const { credit, game } = lawsOfMatch(state.rules).numbers;
  const begun = state.games.length > 0 && !wasDecided(state);
  return apply(begun ? credit.unfinished : credit.unplayed, { state, winner: outcome.winner, law: game });
}

/** Whether play had decided the match before the referee did. */
function wasDecided({ gamesWon, rules }: MatchState): boolean {
  return Math.max(gamesWon.home, gamesWon.away) >= gamesNeeded(rules);
}

interface Case {
  readonly state: MatchState;
  readonly winner: Side;
  readonly law: GameLaw;
}

function apply(credit: CreditLaw, { state, winner, law }: Case): readonly BySide<number>[] {
  const played = state.games.map(({ score }) => score);
  switch (credit) {
    case "deleted": return [];
    case "as-played": return played;
    case "to-nothing": return toNothing(gamesMissing(state.rules, []), winner, law);
    case "completed": return completed(state, winner, law);
  }
}

function toNothing(games: number, winner: Side, law: GameLaw): readonly BySide<number>[] {
  return Array.from({ length: games }, () => withScore(winner, law.points, 0));
}

function completed(state: MatchState, winner: Side, law: GameLaw): readonly BySide<number>[] {
  const finished = state.games.map(({ score, winner: won }) => {
    if (won !== null) return score;
    const theirs = score[otherSide(winner)];
    const enough = Math.max(law.points, theirs + law.lead);
    return withScore(winner, law.cap === null ? enough : Math.min(law.cap, enough), theirs);
  });
  return [...finished, ...toNothing(gamesMissing(state.rules, finished.map((score) => hasWon(score, winner))), winner, law)];
}

function hasWon(score: BySide<number>, side: Side): boolean {
  return score[side] > score[otherSide(side)];
}

/** How many games more the winner is given; where all games count, every one that was not played. */
function gamesMissing(rules: MatchRules, finished: readonly boolean[]): number {
  if (rules.allGames === true) return rules.bestOf - finished.length;
  return gamesNeeded(rules) - finished.filter(Boolean).length;
}

function withScore(winner: Side, mine: number, theirs: number): BySide<number> {
  return winner === "home" ? { home: mine, away: theirs } : { home: theirs, away: mine };
}
