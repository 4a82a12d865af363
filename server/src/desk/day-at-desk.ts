import type { EntryCode, Placement, PlannedMatch } from "@podium/engine";
import { type DayPlanForm, minuteOf } from "@podium/protocol";
import { type CompetitionRow, eventRows, type EventRow } from "../competitions/competitions.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import { type EntryRow, entryRows } from "../entries/entries.ts";
import { matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { mayMove } from "../matches/moves.ts";
import { pinOn } from "../matches/pins.ts";
import { callIn, type EventSetting, settingOf } from "../matches/present.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import type { EventOnDay } from "../schedule/day-request.ts";
import { entryCode, matchCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** An event of the competition with everything that a day asks about it. */
export interface EventAtDesk {
  readonly row: EventRow;
  readonly setting: EventSetting;
  readonly plan: NonNullable<Awaited<ReturnType<typeof planOf>>>;
  readonly matches: ReadonlyMap<string, StoredMatchRow>;
  readonly entries: ReadonlyMap<string, EntryRow>;
}

/** The events of a competition that are drawn, with their matches as they stand. */
export async function eventsAtDesk(db: Db, competition: CompetitionRow): Promise<EventAtDesk[]> {
  const events: EventAtDesk[] = [];
  for (const row of await eventRows(db, competition.id)) {
    const [plan, setting] = [await planOf(db, row.id), await settingOf(db, row.id)];
    if (plan === null || setting === null) continue;
    const matches = new Map((await matchRows(db, row.id)).map((match) => [match.code, match]));
    const entries = new Map((await entryRows(db, row.id)).map((entry) => [entry.code, entry]));
    events.push({ row, setting, plan, matches, entries });
  }
  return events;
}

/** Matches that may still be planned: neither over nor under way nor called, and no byes. */
export function isOpen(row: StoredMatchRow): boolean {
  return mayMove(row) && !isBye(row);
}

function isBye({ home_source: home, away_source: away }: StoredMatchRow): boolean {
  return [home, away].some((source) => JSON.parse(source).from === "bye");
}

/** The round of a match as the form names it: a phase of groups is one. */
export function roundOf({ phase, phase_code: code, round }: StoredMatchRow): string {
  return phase === "groups" ? (code ?? "groups") : `${code ?? "main"} ${round}`;
}

/** The form of a day, and the zone of its clocks. */
export interface DayAsked {
  readonly form: DayPlanForm;
  readonly zone: string;
}

/** What a day takes of an event: how long, how far, and who is needed. */
export function eventOnDay(event: EventAtDesk, { form, zone }: DayAsked): EventOnDay {
  const { row, plan, matches, entries } = event;
  const minutes = Number(form[`minutes-${row.code}`] ?? assumedMinutes(row));
  const until = form[`until-${row.code}`];
  const rounds = [...new Set([...matches.values()].map(roundOf))];
  const last = until === undefined || until === "" ? rounds.length - 1 : rounds.indexOf(String(until));
  const isDue = (code: string) => {
    const match = matches.get(code);
    if (match === undefined) return false;
    if (calledOn(match, { form, zone }) !== null) return true;
    if (!isOpen(match)) return false;
    // What is pinned keeps its table, its time and its people, also where its round is not planned.
    return pinOn(match, { date: form.date, zone }) !== null || (isPlanned(match) && isOfDay(match));
  };
  const isPlanned = (match: StoredMatchRow) => rounds.indexOf(roundOf(match)) <= last;
  const isOfDay = (match: StoredMatchRow) => (dayPlanned(match, zone) ?? form.date) === form.date;
  return {
    id: row.id,
    plan,
    minutesOf: ({ bestOf = row.best_of }: PlannedMatch) => Math.ceil((minutes * (bestOf + 1)) / (row.best_of + 1)),
    peopleOf: (entry) => entries.get(entry)?.players.map(({ id }) => id) ?? [],
    knownIn: (code) => knownIn(matches.get(code)),
    isDue,
  };
}

/**
 * Where a match stands that is called on a day: its people are at that table. It has not begun, so it is counted from the
 * beginning of what is planned where it was called before. Null for one that is not called, or on another day.
 */
export function calledOn(row: StoredMatchRow, { form, zone }: DayAsked): Placement | null {
  const call = callIn(row);
  if (call === null || row.table_name === null) return null;
  const { date, minute } = wallClock(zone, call.calledMs);
  return date === form.date
    ? { match: row.id, table: row.table_name, start: Math.max(minute, minuteOf(form.from)) }
    : null;
}

/** What a plan is made of, match by match of the day: where each stands, and whether it is pinned or called. */
export function marksOfDay(events: readonly EventAtDesk[], asked: DayAsked): ReadonlyMap<string, string> {
  const marks = events.flatMap((event) => {
    const { isDue } = eventOnDay(event, asked);
    const due = [...event.matches.values()].filter(({ code }) => isDue(matchCode(code)));
    return due.map((row): [string, string] => [row.id, markOf(row)]);
  });
  return new Map(marks);
}

function markOf(row: StoredMatchRow): string {
  const { table_name: table, start_ms: startMs, day, pinned } = row;
  return JSON.stringify([table, startMs, day, pinned, callIn(row)?.calledMs ?? null]);
}

/** The day that a match is planned for; null where it has none yet. */
export function dayPlanned({ day, start_ms: ms }: StoredMatchRow, zone: string): string | null {
  return day ?? (ms === null ? null : wallClock(zone, ms).date);
}

function knownIn(row: StoredMatchRow | undefined): EntryCode[] {
  return [row?.home_entry, row?.away_entry].flatMap((code) => (typeof code === "string" ? [entryCode(code)] : []));
}
