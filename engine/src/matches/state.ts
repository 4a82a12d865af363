import type { BySide, Seat, Side } from "../sides.ts";
import type { Card, MatchRules } from "../sports/match-rules.ts";
import type { Court, End, ServerNumber, Service } from "../sports/positions.ts";
import type { LogKind } from "./log.ts";

/** Everything a person at the table needs to know after the last line of the log. */
export interface MatchState {
  readonly rules: MatchRules;
  readonly progress: "ready" | "playing" | "interval" | "over";
  /** Every game begun, in order. */
  readonly games: readonly GameState[];
  readonly gamesWon: BySide<number>;
  /** Who serves to whom in the next rally; null while the choice is open, when unknown, and after the match. */
  readonly service: Service | null;
  /** Who served to whom in the rally just played. */
  readonly lastService: Service | null;
  /** Who stands in the right service court of each side (in tennis doubles: who receives there), where there are service courts. */
  readonly courts: BySide<Seat> | null;
  /** The service court the next service is made from, where the laws say which. */
  readonly serviceCourt: Court | null;
  /** Whether the first or the second of a pair serves, where both do before the service goes over (pickleball). */
  readonly serverNumber: ServerNumber | null;
  /** Who serves in turn in the game in progress, as far as it is chosen, where pairs choose on the way (tennis doubles). */
  readonly servingOrder: readonly Seat[] | null;
  /** The end home plays from, as the umpire sees it. */
  readonly homeEnd: End;
  /** The side that wins the game, or the match, with the next point; where either side would (29-29), the one that serves. */
  readonly gamePoint: Side | null;
  readonly matchPoint: Side | null;
  readonly timeOutsLeft: BySide<number>;
  /** The side whose time-out is running. */
  readonly timeOut: Side | null;
  /** The side whose injury holds up play. */
  readonly medical: Side | null;
  readonly cards: readonly CardShown[];
  /** Penalty points left over when a game ended; the next game begins with them. */
  readonly carriedPoints: BySide<number>;
  readonly expedite: boolean;
  /** What the umpire says or does before the next rally, in order. */
  readonly calls: readonly Call[];
  /** The kinds of entry the laws allow now, as play goes on; what is told afterwards by a score alone is not among them. */
  readonly mayRecord: readonly LogKind[];
  readonly outcome: Outcome | null;
  /** Milliseconds since 1970, from the log; null where the log does not tell. */
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly clock: GameClock;
  /** Rallies recorded one by one; 0 for a match recorded by its game scores. */
  readonly rallies: number;
  /** Of a tie: whether its rubbers tell its score, which stands in `gamesWon`. */
  readonly byRubbers?: boolean;
}

export interface GameState {
  readonly score: BySide<number>;
  readonly winner: Side | null;
  /** Winner of each rally in order, penalty points given among them; null when only the score is known. */
  readonly rallies: readonly Side[] | null;
  readonly firstService: Service | null;
  /** The score inside the game in progress, where a sport has one (tennis: points won, from 0). */
  readonly points: BySide<number> | null;
  /** The most points each side has had, where a penalty has taken one. */
  readonly most?: BySide<number>;
}

/** The time of the game in progress, as far as the log tells; milliseconds, the moments since 1970. */
export interface GameClock {
  readonly startedAtMs: number | null;
  /** Since when a time-out or an injury stops the clock. */
  readonly stoppedAtMs: number | null;
  /** How long it has been stopped before. */
  readonly stoppedMs: number;
}

export interface CardShown {
  readonly side: Side;
  readonly card: Card;
  readonly to: Seat | "adviser" | null;
}

/** What the law asks next. The chair shows it as one line; the sentence stands in the catalogue of the screen's language. */
export type Call =
  | "choose-service"
  | "choose-receiver"
  | "change-ends"
  | "receiver-changes"
  | "service-changes"
  | "towels"
  | "interval"
  | "game-point"
  | "match-point"
  | "expedite-due"
  | "game-over"
  | "match-over";

export interface Outcome {
  readonly winner: Side | null;
  readonly by: "play" | "walkover" | "retirement" | "disqualification" | "abandonment";
  /** Only of a match that was abandoned: the referee has not decided who goes on, and it does not count yet. */
  readonly undecided?: true;
  /**
   * Only where the points of the games are not known: the games each side won, or null where not even those are. Left
   * out, the games of the match tell. Of a tie its score.
   */
  readonly gamesWon?: BySide<number> | null;
}
