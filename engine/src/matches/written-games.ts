import { type BySide } from "../sides.ts";
import type { MatchRules } from "../sports/match-rules.ts";
import { illegalFinal } from "./games.ts";

/** More than the winner of any game has scored. */
const POINTS_MAX = 999;

/**
 * The games of a match in one line, as umpires write it: `11-7`, home first, or the loser's points alone, `7` for a game
 * that home won and `-7` for one that away won; the winner's follow from the law of that game. Null where a part is neither,
 * or no game ends so.
 */
export function writtenGames(rules: MatchRules, line: string): BySide<number>[] | null {
  const parts = line.split(/[\s,;]+/).filter((part) => part !== "");
  const games = parts.map((part, at) => {
    const both = /^(\d{1,3})[-:–](\d{1,3})$/.exec(part);
    if (both !== null) return { home: Number(both[1]), away: Number(both[2]) };
    const loser = /^([-–+]?)(\d{1,3})$/.exec(part);
    if (loser === null) return null;
    return wonAgainst(rules, { points: Number(loser[2]), number: at + 1, byHome: loser[1] === "" || loser[1] === "+" });
  });
  return games.every((game) => game !== null) ? games : null;
}

/** The lowest score with which a game ends in which the loser has these points. */
function wonAgainst(
  rules: MatchRules,
  { points, number, byHome }: { readonly points: number; readonly number: number; readonly byHome: boolean },
): BySide<number> | null {
  for (let won = points + 1; won <= Math.min(POINTS_MAX, points + 50); won += 1) {
    const score = byHome ? { home: won, away: points } : { home: points, away: won };
    if (illegalFinal(rules, score, number) === null) return score;
  }
  return null;
}
