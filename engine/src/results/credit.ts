import type { Outcome } from "../matches/state.ts";
import { type BySide, SIDES, type Side, otherSide } from "../sides.ts";
import { gamesCredited } from "../sports/credited-games.ts";
import { gameWinner } from "../sports/scoring.ts";
import type { GroupLaws } from "./ranking-law.ts";

/** A match of a group as it was recorded: unfinished games included when somebody retired. */
export interface GroupMatch<Entry extends string> extends BySide<Entry> {
  readonly games: readonly BySide<number>[];
  readonly outcome: Outcome;
}

/** What a match brings into the table. */
export interface CreditedMatch<Entry extends string> extends BySide<Entry> {
  readonly winner: Side | null;
  /** Both when nobody came; neither when all games are played and the match ends level. */
  readonly lost: BySide<boolean>;
  readonly matchPoints: BySide<number>;
  /** Null where not known. */
  readonly games: BySide<number> | null;
  readonly points: BySide<number> | null;
}

/**
 * What a match is worth in the table. Where the law credits, a walkover counts as won without losing a point; of a
 * retirement the points played stand and the winner is given what decides the match (ITTF Tournament Referees'
 * Handbook 2.3.7); who is disqualified after winning on the table has lost an unplayed match. A match that neither
 * side won for want of play brings nothing. `gamesNeeded` is the number of games that wins the match. Of a match whose
 * points nobody noted they stay unknown, unless the law gives them itself.
 */
export function credit<Entry extends string>(
  match: GroupMatch<Entry>,
  laws: GroupLaws,
  gamesNeeded: number,
): CreditedMatch<Entry> {
  const { winner, by } = match.outcome;
  const { games, points } = creditedScore(match, laws, gamesNeeded);
  const ignored = by !== "play" && laws.ranking.unfinishedPoints === "ignore";
  return {
    home: match.home,
    away: match.away,
    winner,
    lost: lostBy(match.outcome),
    matchPoints: matchPoints(match.outcome, laws),
    games,
    points: ignored ? NOTHING : points,
  };
}

const NOTHING: BySide<number> = { home: 0, away: 0 };

type Score = Pick<CreditedMatch<string>, "games" | "points">;

function creditedScore(match: GroupMatch<string>, laws: GroupLaws, needed: number): Score {
  if (match.outcome.gamesWon !== undefined) return scoreWithoutPoints(match.outcome, laws, needed);
  const games = creditedGames(match, laws, needed);
  return { games: gamesWon(games), points: pointsScored(games) };
}

/** What is known of a match whose points nobody noted, and what the law adds to it. */
function scoreWithoutPoints({ winner, by, gamesWon: won = null }: Outcome, laws: GroupLaws, needed: number): Score {
  if (by === "play" || winner === null) return { games: won, points: null };
  const wasPlayed = won === null || won[otherSide(winner)] < needed;
  const how = wasPlayed ? laws.credit.unfinished : laws.credit.unplayed;
  switch (how) {
    case "deleted":
      return { games: NOTHING, points: NOTHING };
    case "as-played":
      return { games: won, points: null };
    case "to-nothing":
      return creditedToNothing({ winner, needed, law: laws.game });
    case "completed":
      return { games: won === null ? null : { ...won, [winner]: Math.max(needed, won[winner]) }, points: null };
  }
}

function creditedToNothing(decision: { winner: Side; needed: number; law: GroupLaws["game"] }): Score {
  const games = gamesCredited("to-nothing", [], decision);
  return { games: gamesWon(games), points: pointsScored(games) };
}

/** Games won by each side. */
export function gamesWon(games: readonly BySide<number>[]): BySide<number> {
  let home = 0;
  let away = 0;
  for (const game of games) {
    if (game.home > game.away) home += 1;
    if (game.away > game.home) away += 1;
  }
  return { home, away };
}

function pointsScored(games: readonly BySide<number>[]): BySide<number> {
  let home = 0;
  let away = 0;
  for (const game of games) {
    home += game.home;
    away += game.away;
  }
  return { home, away };
}

function lostBy({ winner, by }: Outcome): BySide<boolean> {
  const nobodyCame = winner === null && by !== "play";
  return { home: winner === "away" || nobodyCame, away: winner === "home" || nobodyCame };
}

function matchPoints(outcome: Outcome, { ranking }: GroupLaws): BySide<number> {
  const lost = outcome.by === "play" ? ranking.matchPoints.lost : ranking.matchPoints.unplayedLoss;
  const pointsOf = (side: Side) => (outcome.winner === side ? ranking.matchPoints.won : lost);
  return { home: pointsOf("home"), away: pointsOf("away") };
}

function creditedGames(match: GroupMatch<string>, laws: GroupLaws, needed: number): readonly BySide<number>[] {
  const { winner, by } = match.outcome;
  if (by === "play") return match.games;
  if (winner === null) return [];
  const decided = gamesWon(match.games.filter((game) => gameWinner(game, laws.game) !== null));
  const wasPlayed = by !== "walkover" && match.games.length > 0 && decided[otherSide(winner)] < needed;
  const how = wasPlayed ? laws.credit.unfinished : laws.credit.unplayed;
  return gamesCredited(how, match.games, { winner, needed, law: laws.game });
}

/** The entries that left the group before its end: absent, retired or disqualified. */
export function entriesWhoLeft<Entry extends string>(matches: readonly GroupMatch<Entry>[]): Set<Entry> {
  const left = new Set<Entry>();
  for (const match of matches) {
    if (match.outcome.by === "play") continue;
    for (const side of SIDES) if (match.outcome.winner !== side) left.add(match[side]);
  }
  return left;
}
