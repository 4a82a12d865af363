import type { MatchRow } from "@podium/protocol";

/** The games of a match that is over; nothing of one that goes on, so that it can be written in. */
export function resultOf({ status, gamesWon }: Pick<MatchRow, "status" | "gamesWon">): string {
  return status !== "over" || gamesWon === null ? "" : `${gamesWon.home}–${gamesWon.away}`;
}
