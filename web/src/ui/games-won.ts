import type { Side } from "@podium/engine";
import type { MatchRow } from "@podium/protocol";

type Scored = Pick<MatchRow, "gamesWon" | "winner" | "status">;

/** What stands for the winner where nobody noted the score. */
const TICK = "✓";

/** The games a side has won; of a match whose score nobody noted, a tick for who won it. */
export function gamesWonBy({ gamesWon, winner, status }: Scored, side: Side): number | string {
  if (gamesWon !== null) return gamesWon[side];
  return status === "over" && winner === side ? TICK : "";
}

/** Games won, those of `side` first: `4–1`; null where nobody noted them or nobody played. */
export function gamesWonText({ gamesWon }: Pick<MatchRow, "gamesWon">, side: Side = "home"): string | null {
  return gamesWon && `${gamesWon[side]}–${gamesWon[side === "home" ? "away" : "home"]}`;
}
