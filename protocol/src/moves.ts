import type { Placement, Violation } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { RefusalShown } from "./desk.ts";
import type { PlayerView } from "./entries.ts";
import type { MatchRow } from "./matches.ts";

/** A match is put on another table or at another time, or pinned where it is. */
export const moveForm = z.strictObject({
  day: z.iso.date(),
  match: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/),
  table: z.string().trim().min(1).max(60),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** It stays there when the day is planned anew. */
  pinned: z.literal("yes").optional(),
  /** Whether the others make room for it, as little as they must, or stay whatever that breaks. */
  others: z.enum(["stay", "follow"]).default("stay"),
  confirm: z.literal("yes").optional(),
  /** What was shown before it is confirmed. */
  shown: z.string().max(64).optional(),
});
export type MoveForm = z.infer<typeof moveForm>;

/** A match of a planned day. Times are minutes since midnight. */
export interface MovableMatch {
  readonly row: MatchRow;
  readonly table: string;
  readonly start: number;
  readonly end: number;
  readonly pinned: boolean;
  /** It has not begun and is not called. */
  readonly mayMove: boolean;
}

/** What would follow from a move. */
export interface ForetoldMove {
  readonly violations: readonly Violation[];
  /** The others that make room, at their new places. */
  readonly others: readonly Placement[];
  /** Known again when it is confirmed. */
  readonly shown: string;
}

/** A planned day, table by table, on which matches are moved. */
export interface MovesPage {
  readonly competition: CompetitionView;
  readonly day: string;
  /** Days that were planned. */
  readonly days: readonly string[];
  readonly tables: readonly string[];
  /** By time. */
  readonly matches: readonly MovableMatch[];
  /** What the form holds. */
  readonly entered: Readonly<Record<string, string>>;
  readonly foretold: ForetoldMove | null;
  /** The match that was moved just now. */
  readonly moved: string | null;
  /** By id: the people whom it names. */
  readonly people: Readonly<Record<string, PlayerView>>;
  readonly refusal: RefusalShown | null;
}
