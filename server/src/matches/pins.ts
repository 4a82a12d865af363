import { type Placement, type Refusal, refuse } from "@podium/engine";
import { wallClock } from "../competitions/wall-clock.ts";
import { codeOf } from "../storage/codes.ts";
import { isToCome } from "./day-in-play.ts";
import type { StoredMatchRow } from "./match-rows.ts";

interface DayOfPins {
  readonly date: string;
  readonly zone: string;
}

/** Where a match that is to come is pinned on a day; null for one that is not. */
export function pinOn(row: StoredMatchRow, { date, zone }: DayOfPins): Placement | null {
  const { id, pinned, start_ms: ms, day, table_name: table } = row;
  if (pinned !== 1 || !isToCome(row) || ms === null || day !== null || table === null) return null;
  const at = wallClock(zone, ms);
  return at.date === date ? { match: id, table, start: at.minute } : null;
}

/** The pinned matches of a day, where they stand. Refuses `pin-not-kept` where one stands on a table that is not played on. */
export function pinsOn(
  rows: readonly StoredMatchRow[],
  { tables, ...day }: DayOfPins & { readonly tables: readonly string[] },
): Placement[] | Refusal {
  const pins = rows.flatMap((row) => pinOn(row, day) ?? []);
  const stray = pins.find(({ table }) => !tables.includes(table));
  if (stray === undefined) return pins;
  const { match, table } = stray;
  return refuse(
    "pin-not-kept",
    `Match ${match} is pinned to table ${table}, which is not among the tables of the day.`,
    {
      match: codeOf(match),
      table,
    },
  );
}
