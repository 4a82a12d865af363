import type { BySide, Seat, Side } from "../sides.ts";
import type { Card } from "../sports/match-rules.ts";
import type { End } from "../sports/positions.ts";

/**
 * One line of a match log. The log is the match: everything else is derived from it.
 * `unfinished` is the score of the game that was broken off, where its rallies are not known.
 * `outcome` is the whole of a match of which only the end is known; `gamesWon` is null where even the score in games is not;
 * a drawn tie has no winner. `rubbers` is how a tie stands by its rubbers, written whenever one of them changes that.
 * `abandoned` says who goes on by the decision of the referee; left out, nothing is decided yet. Its `gamesWon` is the score
 * as it stood, where the points of the games are not known.
 * `atMs` is when it happened, in milliseconds since 1970; it is told by whoever keeps the log.
 */
export type LogEntry = { readonly atMs?: number } & (
  | { readonly kind: "service"; readonly server: Seat; readonly receiver?: Seat; readonly homeEnd?: End }
  | { readonly kind: "rally"; readonly winner: Side; readonly returns?: number }
  | { readonly kind: "let" }
  | { readonly kind: "game"; readonly score: BySide<number> }
  | { readonly kind: "time-out"; readonly side: Side }
  | { readonly kind: "time-out-ended" }
  | { readonly kind: "medical"; readonly side: Side }
  | { readonly kind: "card"; readonly side: Side; readonly seat?: Seat | "adviser"; readonly card: Card }
  | { readonly kind: "expedite"; readonly ballInPlay: boolean; readonly requestedBy: "clock" | "both" }
  | { readonly kind: "order-corrected"; readonly server: Seat; readonly receiver?: Seat }
  | { readonly kind: "walkover"; readonly absent: Side | "both" }
  | { readonly kind: "retired"; readonly side: Side; readonly unfinished?: BySide<number> }
  | { readonly kind: "disqualified"; readonly side: Side; readonly unfinished?: BySide<number> }
  | {
      readonly kind: "abandoned";
      readonly goesOn?: Side | "nobody";
      readonly unfinished?: BySide<number>;
      readonly gamesWon?: BySide<number>;
    }
  | {
      readonly kind: "outcome";
      readonly winner: Side | null;
      readonly by: "play" | "retirement" | "disqualification";
      readonly gamesWon: BySide<number> | null;
    }
  | { readonly kind: "rubbers"; readonly score: BySide<number>; readonly progress: "ready" | "playing" | "over" }
  | { readonly kind: "undo" }
  | { readonly kind: "void"; readonly index: number; readonly reason: string }
);

export type LogKind = LogEntry["kind"];
