import type { Limit, Placement } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { RefusalShown } from "./desk.ts";
import type { PlayerView } from "./entries.ts";
import type { MatchRow } from "./matches.ts";
import type { Text } from "./text.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.coerce.number().int();

const BREAKS_MAX = 6;

/** The fields of the breaks of a day: `breakFrom` and `breakTo`, then `breakFrom-2` and `breakTo-2`, and so on. */
export const BREAK_FIELDS = Array.from({ length: BREAKS_MAX }, (_, at) => {
  const number = at === 0 ? "" : `-${at + 1}`;
  return { from: `breakFrom${number}`, to: `breakTo${number}` };
});

/**
 * How a day is to be played, as a page sends it. `tables` names them one by one, or from one number to another: `1-6, Centre`.
 * Beside these fields its breaks (`BREAK_FIELDS`), and by the code of each event: `minutes-<event>`, how long its matches take;
 * `until-<event>`, the last round that is played on the day (left out or empty: all that is left; `-`: nothing of it);
 * `tables-<event>`, the tables it may use, of those of the day, and `from-<event>`, when it may begin (left out or empty: any).
 */
export const dayPlanForm = z.looseObject({
  date: z.iso.date(),
  from: clock,
  tables: z.string().trim().min(1).max(500),
  rest: minutes.min(0).max(240),
  confirm: z.literal("yes").optional(),
  /** What was shown before it is confirmed. */
  shown: z.string().max(64).optional(),
});

export type DayPlanForm = z.infer<typeof dayPlanForm>;

/** An event in the form of a day. */
export interface EventOfDay {
  readonly code: string;
  readonly title: Text;
  /** Matches that are left to be planned. */
  readonly matches: number;
  /** What the field begins with. */
  readonly minutes: number;
  readonly rounds: readonly RoundOfDay[];
}

/** A round as the form offers it, in the order of play; `match` is one of its matches, which names it. */
export interface RoundOfDay {
  readonly value: string;
  readonly match: MatchRow;
}

/** A match on its table at its time, and what keeps it from beginning earlier. */
export interface PlacedMatch {
  readonly row: MatchRow;
  readonly table: string;
  /** Minutes since midnight of the day. */
  readonly start: number;
  readonly because: readonly Limit[];
  /** It stands there whatever else is planned. */
  readonly pinned: boolean;
}

/** A day as it would be played. */
export interface DayPlanView {
  /** By time, then by table in the order of the day. */
  readonly matches: readonly PlacedMatch[];
  /** They stay at their tables and are not planned; others may wait for them. */
  readonly called: readonly MatchRow[];
  readonly tables: readonly string[];
  /** Minutes since midnight. */
  readonly end: number;
  readonly bound: number;
  /** Known again when it is confirmed. */
  readonly shown: string;
}

/** What a plan of a day answers in JSON: the same as a line of `podium schedule`. */
export interface DayPlanAnswer {
  readonly plan: readonly Placement[];
  readonly end: number;
  readonly bound: number;
  readonly shown: string;
}

export interface DayPlanPage {
  readonly competition: CompetitionView;
  readonly events: readonly EventOfDay[];
  /** What the fields hold, by their names. */
  readonly entered: Readonly<Record<string, string>>;
  readonly plan: DayPlanView | null;
  /** By id: the people whom the reasons name. */
  readonly people: Readonly<Record<string, PlayerView>>;
  readonly refusal: RefusalShown | null;
}

/** The matches of a competition on one day, in the order of play. */
export interface OrderOfPlayPage {
  readonly competition: CompetitionView;
  /** Days that have matches, with the one that is shown. */
  readonly days: readonly string[];
  readonly day: string | null;
  readonly matches: readonly MatchRow[];
  readonly by: "time" | "table";
}
