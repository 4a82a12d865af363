import {
  expectedMinutes,
  type Fixed,
  type Placement,
  type PlannedMatch,
  type PlayedLength,
  type ScheduleRequest,
} from "@podium/engine";
import { type CompetitionRow, type EventRow, eventRows } from "../competitions/competitions.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import { entryRows } from "../entries/entries.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import type { KeptDayPlan } from "../schedule/day-plans.ts";
import { dayRequest, type EventOnDay } from "../schedule/day-request.ts";
import { entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { matchRows, type StoredMatchRow } from "./match-rows.ts";
import { callIn } from "./present.ts";

const MINUTE_MS = 60_000;

/** A day of a competition with its matches as they stand. */
export interface DayInPlay {
  readonly zone: string;
  readonly rows: readonly StoredMatchRow[];
  readonly events: readonly EventOnDay[];
}

/** Reads a day as it was planned: the matches that have a table and a time on it. */
export async function dayInPlay(
  db: Db,
  { id, zone }: CompetitionRow,
  { plan, date }: { readonly plan: KeptDayPlan; readonly date: string },
): Promise<DayInPlay> {
  const rows: StoredMatchRow[] = [];
  const events: EventOnDay[] = [];
  for (const event of await eventRows(db, id)) {
    const drawn = await planOf(db, event.id);
    if (drawn === null) continue;
    const all = await matchRows(db, event.id);
    const ofDay = all.filter((row) => isOfDay(row, { zone, date }));
    const players = new Map((await entryRows(db, event.id)).map((row) => [row.code, row.players.map(({ id }) => id)]));
    const byCode = new Map(all.map((row) => [row.code, row]));
    const due = new Set(ofDay.map(({ code }) => code));
    rows.push(...ofDay);
    events.push({
      id: event.id,
      plan: drawn,
      minutesOf: minutesIn(event, { assumed: plan.minutes[event.code], played: playedIn(ofDay, event) }),
      peopleOf: (entry) => players.get(entry) ?? [],
      knownIn: (code) => {
        const row = byCode.get(code);
        return [row?.home_entry, row?.away_entry].flatMap((one) => (typeof one === "string" ? [entryCode(one)] : []));
      },
      isDue: (code) => due.has(code),
    });
  }
  return { zone, rows, events };
}

function isOfDay(
  { status, day, start_ms: ms, table_name: table }: StoredMatchRow,
  { zone, date }: { readonly zone: string; readonly date: string },
): boolean {
  return status !== "bye" && day === null && ms !== null && table !== null && wallClock(zone, ms).date === date;
}

/** Whether a match has not begun. */
export function isToCome({ status }: StoredMatchRow): boolean {
  return status === "waiting" || status === "ready";
}

/** How long a match is expected to take, by what its event has played today. */
function minutesIn(
  event: EventRow,
  {
    assumed = assumedMinutes(event),
    played,
  }: { readonly assumed?: number | undefined; readonly played: readonly PlayedLength[] },
): (match: PlannedMatch) => number {
  const byBestOf = new Map<number, number>();
  return ({ bestOf = event.best_of }) => {
    const minutes = Math.ceil((assumed * (bestOf + 1)) / (event.best_of + 1));
    const known = byBestOf.get(bestOf) ?? expectedMinutes({ bestOf, minutes }, played);
    byBestOf.set(bestOf, known);
    return known;
  };
}

/** The lengths of the matches that were played from their beginning, or from their call, to their end. */
function playedIn(rows: readonly StoredMatchRow[], event: EventRow): PlayedLength[] {
  return rows.flatMap(({ begun_ms: begun, ended_ms: ended, outcome, best_of: bestOf }) => {
    if (outcome === null || JSON.parse(outcome).by !== "play" || begun === null || ended === null || ended <= begun)
      return [];
    return [{ bestOf: bestOf ?? event.best_of, minutes: (ended - begun) / MINUTE_MS }];
  });
}

/** The day as the planner takes it; every table on which something stands is among its tables. */
export function requestOf(day: DayInPlay, plan: KeptDayPlan): ScheduleRequest {
  const tables = [...new Set([...plan.tables, ...day.rows.flatMap((row) => row.table_name ?? [])])];
  return dayRequest(day.events, { ...plan, tables });
}

/** Where and when the matches of a day are planned, in minutes since midnight. */
export function placementsIn(day: DayInPlay, request: ScheduleRequest): Placement[] {
  return knownIn(day, request).map((row) => ({
    match: row.id,
    table: row.table_name ?? "",
    start: wallClock(day.zone, row.start_ms ?? 0).minute,
  }));
}

/** The matches that stay where they are: they are over, on, or called. */
export function fixedIn(
  day: DayInPlay,
  { request, now, nowMs }: { readonly request: ScheduleRequest; readonly now: number; readonly nowMs: number },
): Fixed[] {
  const minutes = new Map(request.matches.map((match) => [match.id, match.minutes]));
  const minuteOf = (ms: number) => wallClock(day.zone, ms).minute;
  return knownIn(day, request).flatMap((row): Fixed[] => {
    const start = startOf(row);
    if (start === null) return [];
    const from = minuteOf(start);
    const length = minutes.get(row.id) ?? 0;
    const end = row.status === "over" ? minuteOf(row.ended_ms ?? nowMs) : Math.max(now + 1, from + length);
    return [{ match: row.id, table: row.table_name ?? "", start: from, end: Math.max(end, from + 1) }];
  });
}

function knownIn(day: DayInPlay, { matches }: ScheduleRequest): StoredMatchRow[] {
  const ids = new Set(matches.map(({ id }) => id));
  return day.rows.filter(({ id }) => ids.has(id));
}

/** When a match began, was called or was decided; null for one that is still only planned. */
function startOf(row: StoredMatchRow): number | null {
  if (row.status === "over") return row.begun_ms ?? row.ended_ms ?? row.start_ms;
  if (row.status === "live") return row.begun_ms ?? row.start_ms;
  return callIn(row)?.calledMs ?? null;
}
