import {
  isRefused,
  type EntryCode,
  type EventId,
  type EventPlan,
  type MatchCode,
  matchesToSchedule,
  type MatchToSchedule,
  type PlannedMatch,
  type Refusal,
  type ScheduleRequest,
} from "@podium/engine";
import type { DayPlanForm } from "@podium/protocol";
import { readTables } from "../competitions/sessions.ts";
import { matchIdOf } from "../storage/codes.ts";

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

/** How the day is to be played: what the form says, read. */
export interface DaySettings {
  readonly tables: readonly string[];
  readonly from: number;
  readonly restMinutes: number;
  readonly breaks: ScheduleRequest["breaks"] & object;
}

/** Reads the fields of the form. Refuses `tables-unreadable`, `break-backwards`. */
export function settingsIn({ tables, from, rest, breakFrom = "", breakTo = "" }: DayPlanForm): DaySettings | Refusal {
  const named = readTables(tables);
  if (isRefused(named)) return named;
  const hasBreak = breakFrom !== "" && breakTo !== "";
  return {
    tables: named,
    from: minuteOf(from),
    restMinutes: rest,
    breaks: hasBreak ? [{ from: minuteOf(breakFrom), to: minuteOf(breakTo) }] : [],
  };
}

/** Minutes since midnight of `14:20`. */
function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

/**
 * A day of several events. People who are entered in more than one of them are kept free for every match that they may
 * come to.
 */
export function dayRequest(events: readonly EventOnDay[], settings: DaySettings): ScheduleRequest {
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
      .map((match): MatchToSchedule => ({ ...match, after: match.after.filter((id) => due.has(id)) }));
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
