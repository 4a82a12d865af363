import { type BySide, type Side, otherSide } from "../sides.ts";
import { gameWinner } from "./scoring.ts";
import type { CreditLaw, GameLaw } from "./sport.ts";

/** For whom the match was decided without being played out. */
interface Decision {
  readonly winner: Side;
  /** The games that win the match. */
  readonly needed: number;
  readonly law: GameLaw;
  /** How many games are played in any case, where all of them count. */
  readonly all?: number;
}

/**
 * The games with which a match counts that was not played out, by the credit law of its sport: what was played, and what
 * the winner is given to it.
 */
export function gamesCredited(
  how: CreditLaw,
  games: readonly BySide<number>[],
  decision: Decision,
): readonly BySide<number>[] {
  switch (how) {
    case "deleted":
      return [];
    case "as-played":
      return games;
    case "to-nothing":
      return withWins([], decision);
    case "completed":
      return withWins(
        games.map((game) => completed(game, decision)),
        decision,
      );
  }
}

/** The game broken off, given to the winner with the points that the other had. */
function completed(game: BySide<number>, { winner, law }: Decision): BySide<number> {
  if (gameWinner(game, law) !== null) return game;
  const beaten = game[otherSide(winner)];
  const enough = Math.max(law.points, beaten + law.lead);
  const points = law.cap === null ? enough : Math.min(law.cap, enough);
  return winner === "home" ? { home: points, away: beaten } : { home: beaten, away: points };
}

function withWins(games: readonly BySide<number>[], decision: Decision): BySide<number>[] {
  const { winner, law } = decision;
  const toNothing = winner === "home" ? { home: law.points, away: 0 } : { home: 0, away: law.points };
  return [...games, ...Array.from({ length: missing(games, decision) }, () => toNothing)];
}

function missing(games: readonly BySide<number>[], { winner, needed, all }: Decision): number {
  if (all !== undefined) return all - games.length;
  return Math.max(0, needed - games.filter((game) => game[winner] > game[otherSide(winner)]).length);
}
