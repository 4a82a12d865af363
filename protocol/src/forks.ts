import type { ForkedLine } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { RefusalShown } from "./desk.ts";
import { chairLines, type MatchRow } from "./matches.ts";

/** As much as a request holds: far above any match that was ever played. */
const FORKED_LINES_MAX = 4000;

/** What a phone hands in that the log went on without, at once; `last` is the id of line `after`, so that a replaced log is seen. */
export const handedInLines = chairLines.extend({
  lines: z.array(chairLines.shape.lines.element).min(1).max(FORKED_LINES_MAX),
  last: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional(),
});

/**
 * Which lines of a fork happened: `log-3` of the log, `other-0` of the other phone, each `on`. Without `confirm` it is only
 * worked out what would stand; with it the mark of that is sent as `shown`.
 */
export const forkForm = z
  .object({
    version: z.coerce.number().int().min(0),
    confirm: z.literal("yes").optional(),
    shown: z.string().max(64).optional(),
  })
  .catchall(z.literal("on"));
export type ForkForm = z.infer<typeof forkForm>;

/** A fork that waits for the referee. */
interface ForkView {
  readonly id: string;
  readonly sentAtMs: number;
  /** Empty where the log was replaced since, so that nothing of it can be compared any more. */
  readonly lines: readonly ForkedLine[];
}

/** What would stand: the games won and the points of the last game, as both phones were settled. */
export interface ForkScore {
  readonly games: { readonly home: number; readonly away: number };
  readonly points: { readonly home: number; readonly away: number };
}

/** Two phones told a match differently: the referee settles it, line by line. */
export interface ForkPage {
  readonly competition: CompetitionView;
  readonly match: MatchRow;
  readonly fork: ForkView;
  /** The names of the fields that are chosen: at first what stands, and what only the other phone told. */
  readonly chosen: readonly string[];
  readonly score: ForkScore | null;
  /** The mark of what would stand, sent with the decision; empty where it cannot stand. */
  readonly shown: string;
  readonly refusal: RefusalShown | null;
}
