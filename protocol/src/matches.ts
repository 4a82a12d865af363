import type { BySide, EntryKind, MatchState, Outcome, Side, Source } from "@podium/engine";
import { CARDS, SEATS, SIDES } from "@podium/engine";
import { z } from "zod";
import type { EntryView } from "./entries.ts";
import type { Text } from "./text.ts";

const side = z.enum(SIDES);
const seat = z.enum(SEATS);
const points = z.int().min(0).max(999);
const score = z.strictObject({ home: points, away: points });
/** Until the end of 2199: later there is no date that every browser can show. */
const atMs = z
  .int()
  .min(0)
  .max(Date.UTC(2200, 0) - 1)
  .optional();

/** One line of a match log as it comes over the wire; the same shape as the engine's LogEntry. */
export const logEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("service"),
    server: seat,
    receiver: seat.optional(),
    homeEnd: z.enum(["left", "right"]).optional(),
    atMs,
  }),
  z.strictObject({ kind: z.literal("rally"), winner: side, returns: z.int().min(0).max(999).optional(), atMs }),
  z.strictObject({ kind: z.literal("let"), atMs }),
  z.strictObject({ kind: z.literal("game"), score, atMs }),
  z.strictObject({ kind: z.literal("time-out"), side, atMs }),
  z.strictObject({ kind: z.literal("time-out-ended"), atMs }),
  z.strictObject({ kind: z.literal("medical"), side, atMs }),
  z.strictObject({
    kind: z.literal("card"),
    side,
    seat: z.union([seat, z.literal("adviser")]).optional(),
    card: z.enum(CARDS),
    atMs,
  }),
  z.strictObject({
    kind: z.literal("expedite"),
    ballInPlay: z.boolean(),
    requestedBy: z.enum(["clock", "both"]),
    atMs,
  }),
  z.strictObject({ kind: z.literal("order-corrected"), server: seat, receiver: seat.optional(), atMs }),
  z.strictObject({ kind: z.literal("walkover"), absent: z.enum(["home", "away", "both"]), atMs }),
  z.strictObject({ kind: z.literal("retired"), side, unfinished: score.optional(), atMs }),
  z.strictObject({ kind: z.literal("disqualified"), side, unfinished: score.optional(), atMs }),
  z.strictObject({
    kind: z.literal("abandoned"),
    goesOn: z.enum([...SIDES, "nobody"]).optional(),
    unfinished: score.optional(),
    gamesWon: score.optional(),
    atMs,
  }),
  z.strictObject({
    kind: z.literal("outcome"),
    winner: side.nullable(),
    by: z.enum(["play", "retirement", "disqualification"]),
    gamesWon: score.nullable(),
    atMs,
  }),
  z.strictObject({ kind: z.literal("undo"), atMs }),
  z.strictObject({ kind: z.literal("void"), index: z.int().min(0), reason: z.string().trim().min(1).max(300), atMs }),
]);

/**
 * What a chair sends: lines it has made since line `after` of the match log (0 for none).
 * Each carries an id made on the phone, so that what arrives twice is recorded once.
 */
export const chairLines = z.strictObject({
  after: z.int().min(0),
  lines: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/), entry: logEntry }))
    .min(1)
    .max(500),
});

/** The answer to chairLines: the log's length, the match's version and its state after them. */
export interface ChairAnswer {
  readonly length: number;
  readonly version: number;
  readonly status: MatchRow["status"];
  readonly state: MatchState;
}

/** The games of a match entered at the desk, home's points first. */
export const resultForm = z.strictObject({
  games: z.array(z.strictObject({ home: points, away: points })).max(11),
  /** Instead of games, where nobody noted the points: the games each side won. */
  score: score.optional(),
  /** `lost`: played to the end, and nobody noted the score. */
  outcome: z.enum(["play", "lost", "walkover", "retired", "disqualified", "abandoned"]),
  /**
   * The side that was absent, gave up or was disqualified, or that lost; `both` when neither came. Of a match that was
   * abandoned who does not go on, `both` where it counts for neither; left out while the referee has not decided.
   */
  against: z.enum([...SIDES, "both"]).optional(),
  /** The version of the match that the person saw. */
  version: z.int().min(0),
  /** Why the draw is kept as it was played: who goes on from the match stays who went on. Left out: later matches follow. */
  drawKept: z.string().trim().min(1).max(300).optional(),
});
export type ResultForm = z.infer<typeof resultForm>;

/** A side of a match: the entry, or where it will come from. */
export interface Slot {
  readonly entry: EntryView | null;
  readonly source: Source;
}

/** A match as one line: in a bracket, an order of play, a list. */
export interface MatchRow {
  readonly id: string;
  readonly competition: string;
  readonly event: string;
  readonly eventTitle: Text;
  readonly phase: "groups" | "knock-out";
  /** Code of its phase; null: `groups` or `main`, as its kind is. */
  readonly phaseCode: string | null;
  readonly round: string;
  readonly order: number;
  readonly group: string | null;
  /** Milliseconds since 1970; null when not planned yet, or when only the day is known. */
  readonly startMs: number | null;
  /** YYYY-MM-DD, where only the day is known. */
  readonly day: string | null;
  readonly zone: string;
  readonly table: string | null;
  /** Since when its players are called to the table; null where they are not, and once it has begun. */
  readonly calledMs: number | null;
  /** When it is expected to begin, where the day runs otherwise than planned; null once it has begun. */
  readonly expectedMs: number | null;
  readonly home: Slot;
  readonly away: Slot;
  /** A player against a player, a pair against a pair, or a tie between two teams. */
  readonly kind: EntryKind;
  readonly bestOf: number;
  /** The score at which its games begin; null where nobody is given anything. */
  readonly handicap: BySide<number> | null;
  readonly games: readonly BySide<number>[];
  /** Of a tie its score. Null where nobody noted them, and for a match that was not played. */
  readonly gamesWon: BySide<number> | null;
  readonly status: "waiting" | "ready" | "live" | "over" | "bye";
  readonly outcome: Outcome | null;
  readonly winner: Side | null;
  /** Rises with every line of the log. */
  readonly version: number;
  /** An invented umpire of the demo is scoring. */
  readonly invented: boolean;
  /** Of a rubber the id of its tie, and which of its rubbers it is, from 1; else null. */
  readonly tie: string | null;
  readonly rubber: number | null;
}

/** A match with everything that is known of its play. */
export interface MatchView extends MatchRow {
  readonly state: MatchState | null;
  /** "rallies": rally by rally; "games": the scores of the games; "score": the games won alone; "none": nothing (yet). */
  readonly known: "rallies" | "games" | "score" | "none";
  readonly marks: readonly MatchMark[];
}

/** What stands beside the rallies in the lead graph. */
export interface MatchMark {
  readonly game: number;
  /** Points played in the game when it happened. */
  readonly afterPoints: number;
  readonly kind: "time-out" | "medical" | "card" | "expedite" | "order-corrected";
  readonly side: Side | null;
}
