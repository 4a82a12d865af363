import { isRefused, type Placement, type Refusal, refuse, type ScheduleRequest } from "@podium/engine";
import type { DayPlanForm } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { CompetitionRow } from "../competitions/competitions.ts";
import { instantOf } from "../competitions/wall-clock.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { planMatch } from "../matches/matches.ts";
import { pinsOn } from "../matches/pins.ts";
import { callIn } from "../matches/present.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import { keepDayPlan } from "../schedule/day-plans.ts";
import { dayRequest, settingsIn } from "../schedule/day-request.ts";
import { type ReasonedSchedule, scheduleBeside } from "../schedule/scheduling-thread.ts";
import {
  calledOn,
  type DayAsked,
  type EventAtDesk,
  eventOnDay,
  eventsAtDesk,
  isOpen,
  marksOfDay,
} from "./day-at-desk.ts";

function codesOf(events: readonly EventAtDesk[]): string[] {
  return events.map(({ row }) => row.code);
}

/**
 * The schedule that the form asks for, of the matches that are not called: those stay at their tables with their people.
 * Refuses what cannot be read or cannot be scheduled, and what `pinsOn` refuses.
 */
export async function scheduleAsked(
  events: readonly EventAtDesk[],
  asked: DayAsked,
): Promise<ReasonedSchedule | Refusal> {
  const settings = settingsIn(asked.form, codesOf(events));
  if (isRefused(settings)) return settings;
  const stray = events.find(({ row }) => !isLength(asked.form[`minutes-${row.code}`]));
  if (stray !== undefined)
    return refuse("minutes-unreadable", "A match takes from 1 to 600 minutes.", { event: stray.row.code });
  const request = dayRequest(
    events.map((event) => eventOnDay(event, asked)),
    settings,
  );
  const rows = events.flatMap(({ matches }) => [...matches.values()]);
  const called = rows.flatMap((row) => calledOn(row, asked) ?? []);
  if (request.matches.length === called.length)
    return refuse("nothing-to-plan", "No match is left to be planned on this day.");
  const free = rows.filter((row) => callIn(row) === null);
  const pins = pinsOn(free, { date: asked.form.date, zone: asked.zone, tables: settings.tables });
  if (isRefused(pins)) return pins;
  const schedule = await scheduleBeside(withTablesOf(called, request), [...pins, ...called]);
  if (isRefused(schedule)) return schedule;
  const held = new Set(called.map(({ match }) => match));
  return { ...schedule, plan: schedule.plan.filter(({ match }) => !held.has(match)) };
}

/** Somebody may be called to a table on which nothing else is to be played. */
function withTablesOf(called: readonly Placement[], { tables, matches, ...request }: ScheduleRequest): ScheduleRequest {
  const all = [...new Set([...tables, ...called.map(({ table }) => table)])];
  if (all.length === tables.length) return { ...request, tables, matches };
  return { ...request, tables: all, matches: matches.map((match) => ({ tables, ...match })) };
}

function isLength(written: unknown): boolean {
  if (written === undefined) return true;
  const minutes = Number(written);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600;
}

/** A day as it is put in force: what was asked, the events it was made of, and where every match goes. */
interface DayInForce {
  readonly form: DayPlanForm;
  readonly events: readonly EventAtDesk[];
  readonly plan: readonly Placement[];
}

/**
 * Lays the plan, and keeps what the day was planned with. Refuses `match-under-way` for a match that began or was called
 * meanwhile, and `plan-moved-on` where one was moved, pinned or let go.
 */
export async function putInForce(
  unit: UnitOfWork,
  competition: CompetitionRow,
  { form, events, plan }: DayInForce,
): Promise<undefined | Refusal> {
  const { id, zone } = competition;
  const settings = settingsIn(form, codesOf(events));
  if (isRefused(settings)) return settings;
  // Read again inside: the search takes its time, and others are at the desk.
  const now = await eventsAtDesk(unit.db, competition);
  const rows = new Map<string, StoredMatchRow>(
    now.flatMap(({ matches }) => [...matches.values()]).map((row) => [row.id, row]),
  );
  const begun = plan.find(({ match }) => !isStillOpen(rows.get(match)));
  if (begun !== undefined)
    return refuse("match-under-way", "A match of the plan has begun meanwhile. Look at it again.", {
      match: begun.match,
    });
  if (!isSame(marksOfDay(events, { form, zone }), marksOfDay(now, { form, zone }))) return PLAN_MOVED_ON;
  const minutes = events.map(({ row }) => [row.code, Number(form[`minutes-${row.code}`] ?? assumedMinutes(row))]);
  await keepDayPlan(
    unit,
    { competition: id, day: form.date },
    { ...settings, tables: [...settings.tables], breaks: [...settings.breaks], minutes: Object.fromEntries(minutes) },
  );
  for (const { match, table, start } of plan) {
    const row = rows.get(match);
    if (row === undefined) continue;
    const when = instantOf(zone, form.date, start);
    const refusal = await planMatch(unit, row.id, { when, table, demoUmpire: row.demo_umpire === 1 });
    if (refusal) return refusal;
  }
  return undefined;
}

function isStillOpen(row: StoredMatchRow | undefined): boolean {
  return row !== undefined && isOpen(row);
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([match, mark]) => other.get(match) === mark);
}

/** What is said where the plan that was shown is not the one there would be now. */
export const PLAN_MOVED_ON = refuse(
  "plan-moved-on",
  "Something has changed since this plan was shown. Look at it again.",
);
