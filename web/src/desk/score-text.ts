import type { MatchRow } from "@podium/protocol";

/** The games of a match as on a score sheet: `11-7 8-11`. */
export function gamesText({ games }: Pick<MatchRow, "games">): string {
  return games.map((game) => `${game.home}-${game.away}`).join(" ");
}

/** Games won and the games themselves: `1–1, 11-7 8-11`. */
export function scoreText(row: Pick<MatchRow, "games" | "gamesWon">): string {
  return `${row.gamesWon.home}–${row.gamesWon.away}, ${gamesText(row)}`;
}
