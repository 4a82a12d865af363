import type { BySide, MatchState, Side } from "@podium/engine";
import type { MatchRow, RallyMessage } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";

/** The two numerals that can be read from the back of the hall, and what they count. */
export interface LargeScore extends BySide<number | string> {
  readonly unit: "points" | "games";
}

type Scored = Pick<MatchRow, "status" | "games" | "gamesWon" | "winner">;

/** While a match is played its large numerals are the points of the game; before and after they are the games won. */
export function largeScore(match: Scored): LargeScore {
  const { status, games } = match;
  const game = games.at(-1);
  if (status === "live" && game) return { unit: "points", home: game.home, away: game.away };
  return {
    unit: status === "live" ? "points" : "games",
    home: gamesWonBy(match, "home"),
    away: gamesWonBy(match, "away"),
  };
}

/** How many columns the table of games has: all that may be played while it is open, those that were played when it is over. */
export function gameColumns(match: Scored & Pick<MatchRow, "bestOf">): number {
  return match.status === "over" ? match.games.length : match.bestOf;
}

/** What is to be said of a side between two rallies, in the order of what weighs more. */
export type SideCall = "time-out" | "medical" | "match-point" | "game-point";

/** Why play waits for a side, or what it would win with the next point; null when there is nothing to say. */
export function sideCall({ timeOut, medical, matchPoint, gamePoint }: MatchState, side: Side): SideCall | null {
  if (timeOut === side) return "time-out";
  if (medical === side) return "medical";
  if (matchPoint === side) return "match-point";
  return gamePoint === side ? "game-point" : null;
}

/** What the next point would win, as a message of a rally says it. */
export type RallyCall = Extract<SideCall, "match-point" | "game-point">;

/** What a side would win with the next point. */
export function rallyCall({ gamePoint, matchPoint }: RallyMessage, side: Side): RallyCall | null {
  if (matchPoint === side) return "match-point";
  return gamePoint === side ? "game-point" : null;
}
