import type { Obstacle } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { DeskMatch, RefusalShown } from "./desk.ts";
import type { PAPER_SIZES } from "./paper.ts";
import type { MatchRow } from "./matches.ts";
import type { Text } from "./text.ts";

/** To which table a match is called. */
export const callForm = z.strictObject({ table: z.string().trim().min(1).max(60) });

/** Who has come to a called match or is missing, and the clock that runs until a no-show. */
export const callLineForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["came", "missing"]), player: z.string().min(1).max(120) }),
  z.strictObject({ kind: z.literal("clock-started"), minutes: z.coerce.number().int().min(1).max(60) }),
  z.strictObject({ kind: z.literal("clock-stopped") }),
]);

/** A table of a hall, as the phone that stands at it sees it. */
export interface TablePage {
  readonly competition: CompetitionView;
  readonly table: string;
  /** What is on at it or called to it. */
  readonly match: MatchRow | null;
  /** Since when a phone scores that match; null where none does. */
  readonly heldSinceMs: number | null;
  /** The address of the table. */
  readonly address: string;
  readonly refusal: RefusalShown | null;
}

/** What is printed for the tables of a hall: each with its address, which is its key. */
export interface TableCardsPage {
  readonly competition: CompetitionView;
  readonly size: (typeof PAPER_SIZES)[number];
  readonly cards: readonly { readonly table: string; readonly address: string }[];
}

/** The day of play at the desk: what is on, who is called, what may begin. */
export interface DayOfPlayPage {
  readonly competition: CompetitionView;
  /** In their order: those of the competition, and every other one that matches stand on. */
  readonly tables: readonly string[];
  /** The address of each table, for the phone that stands at it. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Matches that are not over, in the order in which they are to be played. */
  readonly matches: readonly DeskMatch[];
  /** By the id of a match that was not called: who cannot begin it now. Nobody for a match that may begin. */
  readonly obstacles: Readonly<Record<string, readonly Obstacle[]>>;
  /** What the steered screens show, and the events that they may be steered to. */
  readonly screen: {
    readonly shows: string;
    readonly events: readonly { readonly code: string; readonly title: Text }[];
  };
  /** Results that wait for the desk. */
  readonly toDecide: number;
  /** Matches that two phones told differently. */
  readonly forked: readonly DeskMatch[];
  readonly refusal: RefusalShown | null;
}
