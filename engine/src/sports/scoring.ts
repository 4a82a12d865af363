import type { BySide, Side } from "../sides.ts";
import type { GameLaw, PlayLaws, RallyWon, Tally } from "./sport.ts";

/** One point more for a side. */
export function plusPoint(score: BySide<number>, side: Side): BySide<number> {
  return side === "home" ? { home: score.home + 1, away: score.away } : { home: score.home, away: score.away + 1 };
}

/** Whether `mine` against `theirs` wins a game: target and lead, or the cap. */
function isWon(mine: number, theirs: number, law: GameLaw): boolean {
  return (mine >= law.points && mine - theirs >= law.lead) || (law.cap !== null && mine >= law.cap);
}

/** The side that has won at this score; null while the game goes on. */
export function gameWinner(score: BySide<number>, law: GameLaw): Side | null {
  if (isWon(score.home, score.away, law)) return "home";
  return isWon(score.away, score.home, law) ? "away" : null;
}

/** Whether a game can end with this score: it was won by its last point, and not before. */
export function isLegalFinal(score: BySide<number>, law: GameLaw): boolean {
  const winner = gameWinner(score, law);
  if (winner === null) return false;
  const { home, away } = score;
  if (!Number.isInteger(home) || !Number.isInteger(away) || Math.min(home, away) < 0) return false;
  const before = winner === "home" ? { home: home - 1, away } : { home, away: away - 1 };
  return gameWinner(before, law) === null;
}

/** The rally's winner scores, whoever served. */
export function everyRallyScores({ tally, winner }: RallyWon): Tally {
  return { score: plusPoint(tally.score, winner), points: null };
}

/** What a sport answers whose game is nothing but its points. */
export function wonByPoints(law: GameLaw): Pick<PlayLaws, "noPoints" | "gameWinner" | "isLegalFinal"> {
  return {
    noPoints: null,
    gameWinner: ({ score }) => gameWinner(score, law),
    isLegalFinal: (score) => isLegalFinal(score, law),
  };
}
