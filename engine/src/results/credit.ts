import type { Outcome } from "../matches/state.ts";
import { type BySide, SIDES, type Side, otherSide } from "../sides.ts";
import { gamesCredited } from "../sports/credited-games.ts";
import type { TieRules } from "../sports/match-rules.ts";
import { gameWinner } from "../sports/scoring.ts";
import type { GroupLaws } from "./ranking-law.ts";

/** What the rubbers of a tie add up to; null where it is not known of all of them. */
export interface TieFigures {
  readonly rubbers: BySide<number> | null;
  readonly games: BySide<number> | null;
  readonly points: BySide<number> | null;
}

/** A match of a group as it was recorded: unfinished games included when somebody retired. */
export interface GroupMatch<Entry extends string> extends BySide<Entry> {
  readonly games: readonly BySide<number>[];
  readonly outcome: Outcome;
  readonly tie?: TieFigures;
}

/** What a match brings into the table. */
export interface CreditedMatch<Entry extends string> extends BySide<Entry> {
  readonly winner: Side | null;
  /** Both when nobody came; neither when all games are played and the match ends level. */
  readonly lost: BySide<boolean>;
  readonly matchPoints: BySide<number>;
  /** Of a tie between two teams: its rubbers. Null where not known, as below. */
  readonly rubbers?: BySide<number> | null;
  readonly games: BySide<number> | null;
  readonly points: BySide<number> | null;
}

/**
 * What a match is worth in the table. Where the law credits, a walkover counts as won without losing a point; of a
 * retirement the points played stand and the winner is given what decides the match (ITTF Tournament Referees'
 * Handbook 2.3.7); who is disqualified after winning on the table has lost an unplayed match. A match that neither
 * side won for want of play brings nothing, and so does one that was abandoned for neither. `gamesNeeded` is the number of games that wins the match. Of a match whose
 * points nobody noted they stay unknown, unless the law gives them itself.
 */
export function credit<Entry extends string>(
  match: GroupMatch<Entry>,
  laws: GroupLaws,
  gamesNeeded: number,
): CreditedMatch<Entry> {
  const { winner, by } = match.outcome;
  const { points, ...score } = creditedScore(match, laws, gamesNeeded);
  const ignored = by !== "play" && laws.ranking.unfinishedPoints === "ignore";
  return {
    home: match.home,
    away: match.away,
    winner,
    lost: lostBy(match.outcome),
    matchPoints: matchPoints(match.outcome, laws),
    ...score,
    points: ignored ? NOTHING : points,
  };
}

const NOTHING: BySide<number> = { home: 0, away: 0 };

type Score = Pick<CreditedMatch<string>, "games" | "points">;

function creditedScore(match: GroupMatch<string>, laws: GroupLaws, needed: number): Score | TieFigures {
  const { winner, by } = match.outcome;
  if (by === "abandonment" && winner === null)
    return { games: NOTHING, points: NOTHING, ...(laws.tie === undefined ? {} : { rubbers: NOTHING }) };
  if (laws.tie !== undefined) return creditedTie(match, { laws, tie: laws.tie, needed });
  if (match.outcome.gamesWon !== undefined) return scoreWithoutPoints(match.outcome, laws, needed);
  const games = creditedGames(match, laws, needed);
  return { games: gamesWon(games), points: pointsScored(games) };
}

interface TieCredit {
  readonly laws: GroupLaws;
  readonly tie: TieRules;
  /** Games that win a rubber. */
  readonly needed: number;
}

/**
 * What a tie brings into the table: its rubbers, games and points as far as they are known. Who is absent, gives up or is
 * disqualified has lost every rubber to nothing, unless the sport takes the tie out of the table. What was played of a tie
 * that was abandoned stands.
 */
function creditedTie({ outcome, tie: known }: GroupMatch<string>, { laws, tie, needed }: TieCredit): TieFigures {
  const { winner, by, gamesWon: score = null } = outcome;
  if (by === "play" || by === "abandonment") {
    const figures = known ?? NO_FIGURES;
    return tie.counts === "rubbers" ? { ...figures, rubbers: score } : { ...figures, games: score };
  }
  if (winner === null || laws.credit.unplayed !== "to-nothing")
    return { rubbers: NOTHING, games: NOTHING, points: NOTHING };
  const won = (count: number) => (winner === "home" ? { home: count, away: 0 } : { home: 0, away: count });
  const all = tie.wonBy ?? tie.of;
  if (tie.counts === "games") return { rubbers: NOTHING, games: won(all), points: won(all * laws.game.points) };
  return { rubbers: won(all), games: won(all * needed), points: won(all * needed * laws.game.points) };
}

const NO_FIGURES: TieFigures = { rubbers: null, games: null, points: null };

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
  const nobodyCame = winner === null && by !== "play" && by !== "abandonment";
  return { home: winner === "away" || nobodyCame, away: winner === "home" || nobodyCame };
}

function matchPoints(outcome: Outcome, { ranking }: GroupLaws): BySide<number> {
  const { won, drawn, lost: beaten, unplayedLoss } = ranking.matchPoints;
  const lost = outcome.by === "play" ? (outcome.winner === null ? (drawn ?? beaten) : beaten) : unplayedLoss;
  const pointsOf = (side: Side) => (outcome.winner === side ? won : lost);
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
    if (match.outcome.by === "play" || match.outcome.by === "abandonment") continue;
    for (const side of SIDES) if (match.outcome.winner !== side) left.add(match[side]);
  }
  return left;
}
