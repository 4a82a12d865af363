import type { BySide } from "../sides.ts";
import { gamesCredited } from "../sports/credited-games.ts";
import { gamesNeeded, lawsOfMatch } from "./games.ts";
import type { MatchState } from "./state.ts";

/**
 * The games as they are credited for results. Played matches: as played. Otherwise what the sport's credit law gives:
 * in table tennis a walkover is won with every game to nothing, and after a retirement the points played stand and
 * the opponent gets what decides the match. Empty while the match goes on without a game, and for a double walkover.
 */
export function credited(state: MatchState): readonly BySide<number>[] {
  const played = state.games.map(({ score }) => score);
  const { outcome, rules } = state;
  if (outcome === null || outcome.by === "play" || outcome.winner === null) return played;
  const { credit, game } = lawsOfMatch(rules).numbers;
  const begun = state.games.length > 0 && !wasDecided(state);
  return gamesCredited(begun ? credit.unfinished : credit.unplayed, played, {
    winner: outcome.winner,
    needed: gamesNeeded(rules),
    law: game,
    ...(rules.allGames === true ? { all: rules.bestOf } : {}),
  });
}

/** Whether play had decided the match before the referee did. */
function wasDecided({ gamesWon, rules }: MatchState): boolean {
  return Math.max(gamesWon.home, gamesWon.away) >= gamesNeeded(rules);
}
