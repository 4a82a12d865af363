import {
  type Break,
  isRefused,
  type EntryCode,
  type EventId,
  type EventPlan,
  type MatchCode,
  matchesToSchedule,
  type MatchToSchedule,
  type PlannedMatch,
  type Refusal,
  refuse,
  type ScheduleRequest,
} from "@podium/engine";
import { BREAK_FIELDS, type DayPlanForm, minuteOf } from "@podium/protocol";
import type { CompetitionRow } from "../competitions/competitions.ts";
import { type PlayingSession, readTables } from "../competitions/sessions.ts";
import { codeOf, matchIdOf } from "../storage/codes.ts";

/** An event with what a day must know of it. */
export interface EventOnDay {
  readonly id: EventId;
  readonly plan: EventPlan;
  readonly minutesOf: (match: PlannedMatch) => number;
  readonly peopleOf: (entry: EntryCode) => readonly string[];
  readonly knownIn: (match: MatchCode) => readonly EntryCode[];
  /** Whether a match is to be planned on the day. */
  readonly isDue: (match: MatchCode) => boolean;
}

/** Where and when the matches of an event may be played on a day; anywhere and at any time when left out. */
export type EventLimits = Pick<MatchToSchedule, "tables" | "notBefore">;

/** How the day is to be played: what the form says, read. `events` by their codes, those that are limited. */
export interface DaySettings {
  readonly tables: readonly string[];
  readonly from: number;
  readonly restMinutes: number;
  readonly breaks: ScheduleRequest["breaks"] & object;
  readonly events: Readonly<Record<string, EventLimits>>;
}

/** Reads the fields of the form. Refuses `tables-unreadable`, `table-not-of-day`, `form-invalid`. */
export function settingsIn(form: DayPlanForm, events: readonly string[]): DaySettings | Refusal {
  const tables = readTables(form.tables);
  if (isRefused(tables)) return tables;
  const breaks = breaksIn(form);
  if (isRefused(breaks)) return breaks;
  const limits: Record<string, EventLimits> = {};
  for (const event of events) {
    const own = limitsIn(form, { event, tables });
    if (isRefused(own)) return own;
    if (Object.keys(own).length > 0) limits[event] = own;
  }
  return { tables, from: minuteOf(form.from), restMinutes: form.rest, breaks, events: limits };
}

/** What the fields begin with by the sessions: from the first session of the day on; what lies between one and the next is a break. */
export function hoursOf(
  { sessions: told }: Pick<CompetitionRow, "sessions">,
  date: string,
): Readonly<Record<string, string>> {
  const all: readonly PlayingSession[] = told === null ? [] : JSON.parse(told);
  const ofDay = all.filter((session) => session.date === date).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = ofDay;
  if (first === undefined) return { from: "09:00" };
  const gaps = ofDay.flatMap(({ from }, at) => {
    const ended = ofDay.slice(0, at).reduce((latest, { to }) => (to > latest ? to : latest), "");
    return at > 0 && ended < from ? [{ from: ended, to: from }] : [];
  });
  const breaks = BREAK_FIELDS.flatMap((names, at) => {
    const gap = gaps[at];
    return gap === undefined ? [] : [Object.entries({ [names.from]: gap.from, [names.to]: gap.to })];
  });
  return { from: first.from, ...Object.fromEntries(breaks.flat()) };
}

/** The breaks of which both ends are told. */
function breaksIn(form: DayPlanForm): Break[] | Refusal {
  const breaks: Break[] = [];
  for (const { from: begins, to: ends } of BREAK_FIELDS) {
    const [from, to] = [clockIn(form, begins), clockIn(form, ends)];
    if (isRefused(from)) return from;
    if (isRefused(to)) return to;
    if (from !== null && to !== null) breaks.push({ from, to });
  }
  return breaks;
}

function limitsIn(
  form: DayPlanForm,
  { event, tables }: { readonly event: string; readonly tables: readonly string[] },
): EventLimits | Refusal {
  const notBefore = clockIn(form, `from-${event}`);
  if (isRefused(notBefore)) return notBefore;
  const late = notBefore === null ? {} : { notBefore };
  const written = form[`tables-${event}`] ?? "";
  if (typeof written !== "string") return refuse("form-invalid", `field tables-${event}: expected a text`);
  if (written.trim() === "") return late;
  const own = readTables(written);
  if (isRefused(own)) return own;
  const stray = own.find((table) => !tables.includes(table));
  if (stray !== undefined)
    return refuse("table-not-of-day", `Table ${stray} is not among the tables of the day.`, { table: stray });
  return { ...late, tables: own };
}

/** The time of a field; null where none is told. */
function clockIn(form: DayPlanForm, name: string): number | null | Refusal {
  const written = form[name] ?? "";
  if (written === "") return null;
  if (typeof written === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(written)) return minuteOf(written);
  return refuse("form-invalid", `field ${name}: expected a time as 14:20`);
}

/**
 * A day of several events. People who are entered in more than one of them are kept free for every match that they may
 * come to.
 */
export function dayRequest(
  events: readonly EventOnDay[],
  { events: limits, ...settings }: DaySettings,
): ScheduleRequest {
  const entered = new Map<string, Set<EventId>>();
  for (const event of events) {
    for (const person of peopleIn(event))
      entered.set(person, (entered.get(person) ?? new Set<EventId>()).add(event.id));
  }
  const keepFree = (person: string) => (entered.get(person)?.size ?? 0) > 1;
  const matches = events.flatMap((event) => {
    const due = new Set(
      event.plan.matches.filter(({ code }) => event.isDue(code)).map(({ code }) => idIn(event, code)),
    );
    return matchesToSchedule({ ...event, keepFree, idOf: (code) => idIn(event, code) })
      .filter(({ id }) => due.has(id))
      .map((match): MatchToSchedule => ({
        ...match,
        ...limits[codeOf(event.id)],
        after: match.after.filter((id) => due.has(id)),
      }));
  });
  return { ...settings, matches };
}

function idIn({ id }: EventOnDay, code: MatchCode): string {
  return matchIdOf(id, code);
}

function peopleIn({ plan, peopleOf }: EventOnDay): string[] {
  const sources = [
    ...plan.matches.flatMap(({ home, away }) => [home, away]),
    ...plan.groups.flatMap((group) => group.slots ?? []),
  ];
  const drawn = sources.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  return [...new Set([...drawn, ...plan.groups.flatMap((group) => group.entries)])].flatMap(peopleOf);
}
