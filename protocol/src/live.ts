import type { Seat, Side } from "@podium/engine";
import type { CommentView, CountView } from "./conversation.ts";
import type { ShowingView } from "./showing.ts";
import type { MatchRow } from "./matches.ts";

/**
 * The live messages. A page subscribes with `/live?topic=...` (repeatable):
 * `match:ID`, `event:ID`, `competition:ID`, `thread:ID`, `home`. Each message is one server-sent event
 * whose name is `kind` and whose data is the JSON of the rest.
 */
export type LiveMessage =
  | { readonly kind: "match"; readonly match: MatchRow }
  | ({ readonly kind: "rally" } & RallyMessage)
  | ({ readonly kind: "score" } & ScoreMessage)
  | { readonly kind: "comment"; readonly thread: string; readonly comment: CommentView; readonly count: CountView }
  /** Its ceremony has gone on, its medals have moved, or its photos have changed: what shows them reads on. */
  | { readonly kind: "moment"; readonly moment: string }
  /** The steered screens of a competition show something else. */
  | { readonly kind: "screen"; readonly competition: string }
  | ({ readonly kind: "draw" } & DrawMessage)
  | { readonly kind: "count"; readonly thread: string; readonly count: CountView };

/** How far the draw of an event has come, and what time it was then: the pages go on by themselves, each at the same step. */
export interface DrawMessage extends ShowingView {
  readonly event: string;
  /** The number of the draw; 0 where there is none any more. Another than the one that is shown is read anew. */
  readonly number: number;
  readonly nowMs: number;
}

/** The running score of a match, for lists: `match` is sent instead when anything else about it changes. */
export interface ScoreMessage {
  readonly match: string;
  /** The version of the match: a later message has a higher one. */
  readonly version: number;
  /** The number of the game under way, from 1, and its score: home, away. */
  readonly game: number;
  readonly score: readonly [number, number];
  /** Games won so far: home, away. */
  readonly won: readonly [number, number];
}

/** One line of a match log, for the page of that match. Who sees another version than the next one reads the match anew. */
export interface RallyMessage extends ScoreMessage {
  /** Who won the rally; missing for a let or a service. */
  readonly by?: Side;
  readonly server?: Seat;
  readonly receiver?: Seat;
  readonly gamePoint?: Side;
  readonly matchPoint?: Side;
}
