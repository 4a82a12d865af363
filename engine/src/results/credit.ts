import type { Outcome } from "../matches/state.ts";
import type { BySide, Side } from "../sides.ts";
import { otherSide, SIDES } from "../sides.ts";
import type { RankingLaw } from "./ranking-law.ts";

/** A match of a group as it was recorded: unfinished games included when somebody retired. */
export interface GroupMatch<Entry extends string> extends BySide<Entry> {
  readonly games: readonly BySide<number>[];
  readonly outcome: Outcome;
}

/** What a match brings into the table. */
export interface CreditedMatch<Entry extends string> extends BySide<Entry> {
  readonly winner: Side | null;
  readonly matchPoints: BySide<number>;
  readonly games: BySide<number>;
  readonly points: BySide<number>;
}

/**
 * What a match is worth in the table. A walkover counts as won without losing a point; of a retirement the points
 * played stand and the winner is given what decides the match (ITTF Tournament Referees' Handbook 2.3.7);
 * who is disqualified after winning on the table has lost an unplayed match. A match that neither side won brings nothing.
 * `gamesNeeded` is the number of games that wins the match.
 */
export function credit<Entry extends string>(
  match: GroupMatch<Entry>,
  law: RankingLaw,
  gamesNeeded: number,
): CreditedMatch<Entry> {
  const winner = match.outcome.winner;
  const games = creditedGames(match, law, gamesNeeded);
  const ignored = match.outcome.by !== "play" && law.credit.retirementGames === "ignore";
  return {
    home: match.home,
    away: match.away,
    winner,
    matchPoints: matchPoints(match.outcome, law),
    games: gamesWon(games),
    points: ignored ? { home: 0, away: 0 } : pointsScored(games),
  };
}

/** Games won by each side. */
export function gamesWon(games: readonly BySide<number>[]): BySide<number> {
  const home = games.filter((game) => game.home > game.away).length;
  const away = games.filter((game) => game.away > game.home).length;
  return { home, away };
}

/** Points scored by each side over all games. */
export function pointsScored(games: readonly BySide<number>[]): BySide<number> {
  let home = 0;
  let away = 0;
  for (const game of games) {
    home += game.home;
    away += game.away;
  }
  return { home, away };
}

function matchPoints(outcome: Outcome, law: RankingLaw): BySide<number> {
  const lost = outcome.by === "play" ? law.matchPoints.lost : law.matchPoints.unplayedLoss;
  const pointsOf = (side: Side) => (outcome.winner === side ? law.matchPoints.won : lost);
  return { home: pointsOf("home"), away: pointsOf("away") };
}

function creditedGames(match: GroupMatch<string>, law: RankingLaw, needed: number): readonly BySide<number>[] {
  const { winner, by } = match.outcome;
  if (by === "play") return match.games;
  if (winner === null) return [];
  const unplayed = Array.from({ length: needed }, () => whitewash(winner, law));
  if (by === "walkover") return unplayed;
  const won = gamesWon(finishedGames(match.games, law));
  if (won[otherSide(winner)] >= needed) return unplayed;
  if (law.credit.retirementGames === "ignore") return unplayed;
  return completed(match.games, winner, { law, needed });
}

function completed(
  games: readonly BySide<number>[],
  winner: Side,
  { law, needed }: { law: RankingLaw; needed: number },
): BySide<number>[] {
  const full = games.map((game) => (isFinished(game, law) ? game : winFor(winner, game, law)));
  while (gamesWon(full)[winner] < needed) full.push(whitewash(winner, law));
  return full;
}

function finishedGames(games: readonly BySide<number>[], law: RankingLaw): BySide<number>[] {
  return games.filter((game) => isFinished(game, law));
}

/** Whether a game has reached an end under this law. */
export function isFinished(game: BySide<number>, law: RankingLaw): boolean {
  const { gameTo, winBy, cap } = law.credit;
  const high = Math.max(game.home, game.away);
  const lead = Math.abs(game.home - game.away);
  return (high >= gameTo && lead >= winBy) || (cap !== null && high >= cap);
}

function winFor(winner: Side, game: BySide<number>, law: RankingLaw): BySide<number> {
  const { gameTo, winBy, cap } = law.credit;
  const loser = otherSide(winner);
  const enough = Math.max(gameTo, game[loser] + winBy);
  const points = cap === null ? enough : Math.min(cap, enough);
  return winner === "home" ? { home: points, away: game.away } : { home: game.home, away: points };
}

function whitewash(winner: Side, law: RankingLaw): BySide<number> {
  return winner === "home" ? { home: law.credit.gameTo, away: 0 } : { home: 0, away: law.credit.gameTo };
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
