import type { MatchRow } from "@podium/protocol";
import { gamesWonText } from "./games-won.ts";

/** The games of a match as on a score sheet: `11-7 8-11`. */
export function gamesText({ games }: Pick<MatchRow, "games">): string {
  return games.map((game) => `${game.home}-${game.away}`).join(" ");
}

/** Games won and the games themselves, as far as they are known: `1–1, 11-7 8-11`. */
export function scoreText(row: Pick<MatchRow, "games" | "gamesWon">): string {
  return [gamesWonText(row) ?? "", gamesText(row)].filter((part) => part !== "").join(", ");
}
