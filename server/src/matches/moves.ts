import { createHash } from "node:crypto";
import {
  type Course,
  type Fixed,
  isRefused,
  type Placement,
  type Refusal,
  refuse,
  replanned,
  type ScheduleRequest,
  violationsOfMove,
} from "@podium/engine";
import type { ForetoldMove } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { instantOf } from "../competitions/wall-clock.ts";
import type { KeptDayPlan } from "../schedule/day-plans.ts";
import { type DayInPlay, fixedIn, isToCome, placementsIn, requestOf } from "./day-in-play.ts";
import type { StoredMatchRow } from "./match-rows.ts";
import { moveMatch } from "./matches.ts";
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
export function foretellMove(of: DayToMove, move: Move): ForetoldMove | Refusal {
  const { day, plan, now, nowMs } = of;
  const request = requestOf(day, plan);
  const row = day.rows.find(({ id }) => id === move.match);
  if (row === undefined)
    return refuse("match-unknown", `There is no match ${move.match} on this day.`, { match: move.match });
  if (!mayMove(row)) return underWay(move.match);
  if (!request.tables.includes(move.table))
    return refuse("form-invalid", `field table: there is no table ${move.table} on this day`);
  const before = placementsIn(day, request);
  const course: Course = { plan: before, fixed: fixedIn(day, { request, now, nowMs }), now };
  const room = move.others === "follow" ? makingRoom(day, { request, course, move }) : { others: [], plan: before };
  if (isRefused(room)) return room;
  const { others, plan: after } = room;
  const violations = violationsOfMove(request, { ...course, plan: after }, move);
  const shown = createHash("sha256")
    .update(JSON.stringify([before, move, others, violations]))
    .digest("hex")
    .slice(0, 32);
  return { violations, others, shown };
}

function underWay(match: string): Refusal {
  return refuse("match-under-way", "This match has begun or is called.", { match });
}

interface Room {
  readonly others: readonly Placement[];
  /** The whole day as it is expected then. */
  readonly plan: readonly Placement[];
}

/**
 * The matches to come that go elsewhere because of a move, and not because the day is late: what they would do without it is what
 * they are expected to do already.
 */
function makingRoom(
  day: DayInPlay,
  { request, course, move }: { readonly request: ScheduleRequest; readonly course: Course; readonly move: Move },
): Room | Refusal {
  const { match, table, start } = move;
  const stays = [...course.fixed, ...pinsIn(day, course.plan)];
  const without = replanned(request, { ...course, fixed: onceEach(stays) });
  if (isRefused(without)) return without;
  const moved = course.plan.map((one) => (one.match === match ? { match, table, start } : one));
  const carried = replanned(request, {
    plan: moved,
    fixed: onceEach([...stays, { match, table, start }]),
    now: course.now,
  });
  if (isRefused(carried)) return carried;
  const planned = new Map(course.plan.map((one) => [one.match, one]));
  const expected = new Map(without.plan.map((one) => [one.match, one]));
  const free = new Set<string>(day.rows.filter(mayMove).map(({ id }) => id));
  const others = carried.plan.filter((one) => {
    if (one.match === match || !free.has(one.match)) return false;
    const [own, otherwise] = [planned.get(one.match), expected.get(one.match)];
    const isSooner = one.table === own?.table && otherwise !== undefined && one.start <= otherwise.start;
    return !isSooner && !isSamePlace(one, otherwise) && !isSamePlace(one, own);
  });
  return { others, plan: carried.plan };
}

function isSamePlace(one: Placement, other: Placement | undefined): boolean {
  return one.table === other?.table && one.start === other.start;
}

/** What is said last of a match counts. */
function onceEach(fixed: readonly Fixed[]): Fixed[] {
  return [...new Map(fixed.map((one) => [one.match, one])).values()];
}

/** The pinned matches of a day that have not begun, where they stand. */
function pinsIn(day: DayInPlay, placements: readonly Placement[]): Placement[] {
  const pinned = new Set<string>(day.rows.filter((row) => row.pinned === 1 && mayMove(row)).map(({ id }) => id));
  return placements.filter(({ match }) => pinned.has(match));
}

/** Moves a match, and the others that make room for it, as it was foretold. Refuses `match-under-way` for any that has begun or is called. */
export async function makeMove(
  unit: UnitOfWork,
  { day }: DayToMove,
  { move, others, date }: { readonly move: Move; readonly others: readonly Placement[]; readonly date: string },
): Promise<undefined | Refusal> {
  const rows = new Map<string, StoredMatchRow>(day.rows.map((row) => [row.id, row]));
  for (const { match, table, start } of [move, ...others]) {
    const row = rows.get(match);
    if (row === undefined || !mayMove(row)) return underWay(match);
    const startMs = instantOf(day.zone, date, start);
    if (row.table_name !== table || row.start_ms !== startMs) await moveMatch(unit, row, { startMs, table });
    if (match === move.match) await setPin(unit, row, { isPinned: move.pinned, startMs, table });
  }
  return undefined;
}

async function setPin(
  unit: UnitOfWork,
  { id, pinned }: StoredMatchRow,
  { isPinned, startMs, table }: { readonly isPinned: boolean; readonly startMs: number; readonly table: string },
): Promise<void> {
  if (isPinned === (pinned === 1)) return;
  const subject = { kind: "result", id } as const;
  await unit.db
    .updateTable("matches")
    .set({ pinned: isPinned ? 1 : 0 })
    .where("id", "=", id)
    .execute();
  if (isPinned) await unit.record({ kind: "match-pinned", subject, data: { startMs, table } });
  else await unit.record({ kind: "pin-taken-back", subject, data: {} });
}
