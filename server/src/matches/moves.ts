import { createHash } from "node:crypto";
import {
  type Fixed,
  isRefused,
  type Placement,
  type Refusal,
  refuse,
  replanned,
  violationsOfMove,
} from "@podium/engine";
import type { ForetoldMove } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { instantOf } from "../competitions/wall-clock.ts";
import type { KeptDayPlan } from "../schedule/day-plans.ts";
import { matchId } from "../storage/codes.ts";
import { type DayInPlay, fixedIn, isToCome, placementsIn, requestOf } from "./day-in-play.ts";
import type { StoredMatchRow } from "./match-rows.ts";
import { planMatch } from "./matches.ts";
import { callIn } from "./present.ts";

/** Where a match is put, and what the others do. */
export interface Move extends Placement {
  readonly pinned: boolean;
  readonly others: "stay" | "follow";
}

/** A planned day, and what time it is there: its beginning on any other day. */
export interface DayToMove {
  readonly day: DayInPlay;
  readonly plan: KeptDayPlan;
  readonly now: number;
  readonly nowMs: number;
}

/** Whether a match may be put elsewhere: it has not begun and is not called. */
export function mayMove(row: StoredMatchRow): boolean {
  return isToCome(row) && callIn(row) === null;
}

/** How long a match takes as its day was planned, by its id. */
export function minutesOn({ day, plan }: DayToMove): ReadonlyMap<string, number> {
  return new Map(requestOf(day, plan).matches.map(({ id, minutes }) => [id, minutes]));
}

/**
 * What a move would break and whom else it would move; nothing is changed by it. Refuses `match-under-way` for a match that has begun or
 * is called, `form-invalid` for a table that is not there, and `match-unknown` for one that is not of the day.
 */
export function foretellMove({ day, plan, now, nowMs }: DayToMove, move: Move): ForetoldMove | Refusal {
  const request = requestOf(day, plan);
  const row = day.rows.find(({ id }) => id === move.match);
  if (row === undefined)
    return refuse("match-unknown", `There is no match ${move.match} on this day.`, { match: move.match });
  if (!mayMove(row)) return refuse("match-under-way", "This match has begun or is called.", { match: move.match });
  if (!request.tables.includes(move.table))
    return refuse("form-invalid", `field table: there is no table ${move.table} on this day`);
  const before = placementsIn(day, request);
  const { match, table, start } = move;
  const moved = before.map((one) => (one.match === match ? { match, table, start } : one));
  const others: Placement[] = [];
  if (move.others === "follow") {
    const fixed: Fixed[] = [...fixedIn(day, { request, now, nowMs }), ...pinsIn(day, before), { match, table, start }];
    const once = [...new Map(fixed.map((one) => [one.match, one])).values()];
    const carried = replanned(request, { plan: moved, fixed: once, now });
    if (isRefused(carried)) return carried;
    const gone = new Set(carried.moved);
    others.push(...carried.plan.filter((one) => one.match !== match && gone.has(one.match)));
  }
  const after = moved.map((one) => others.find((other) => other.match === one.match) ?? one);
  const violations = violationsOfMove(request, after, { match, table, start });
  const shown = createHash("sha256")
    .update(JSON.stringify([before, move, others]))
    .digest("hex")
    .slice(0, 32);
  return { violations, others, shown };
}

/** The pinned matches of a day that have not begun, where they stand. */
export function pinsIn(day: DayInPlay, placements: readonly Placement[]): Placement[] {
  const pinned = new Set<string>(day.rows.filter((row) => row.pinned === 1 && mayMove(row)).map(({ id }) => id));
  return placements.filter(({ match }) => pinned.has(match));
}

/** Moves a match, and the others that make room for it, as it was foretold. */
export async function makeMove(
  unit: UnitOfWork,
  { day }: DayToMove,
  { move, others, date }: { readonly move: Move; readonly others: readonly Placement[]; readonly date: string },
): Promise<undefined | Refusal> {
  const rows = new Map<string, StoredMatchRow>(day.rows.map((row) => [row.id, row]));
  for (const { match, table, start } of [move, ...others]) {
    const isWhereItStands =
      rows.get(match)?.table_name === table && rows.get(match)?.start_ms === instantOf(day.zone, date, start);
    if (isWhereItStands) continue;
    const refusal = await planMatch(unit, matchId(match), {
      when: instantOf(day.zone, date, start),
      table,
      demoUmpire: rows.get(match)?.demo_umpire === 1,
    });
    if (refusal) return refusal;
  }
  const pinned = move.pinned ? 1 : 0;
  await unit.db.updateTable("matches").set({ pinned }).where("id", "=", matchId(move.match)).execute();
  return undefined;
}
