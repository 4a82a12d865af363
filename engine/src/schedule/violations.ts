import type { Course, Fixed } from "./replan.ts";
import type { MatchToSchedule, Placement, ScheduleRequest } from "./request.ts";

/** What a schedule breaks. `minutes` is the time between the two matches, negative where they overlap. */
export type Violation =
  | { readonly code: "too-early"; readonly match: string; readonly time: number }
  | { readonly code: "table-not-allowed"; readonly match: string; readonly table: string }
  | { readonly code: "in-break"; readonly match: string; readonly from: number; readonly to: number }
  | { readonly code: "table-taken"; readonly match: string; readonly other: string; readonly table: string }
  | {
      readonly code: "no-rest";
      readonly match: string;
      readonly other: string;
      readonly person: string;
      readonly minutes: number;
    }
  | { readonly code: "not-fed"; readonly match: string; readonly other: string; readonly minutes: number };

/**
 * What a day would break if one match were moved to another table or time; nothing of what it breaks elsewhere. What is over, on
 * or called counts as it is and not as it was planned, and nothing that is to come begins before now. Shown before the match is
 * dropped there.
 */
export function violationsOfMove(
  request: ScheduleRequest,
  { plan, fixed, now }: Course,
  { match: moved, table, start }: Placement,
): Violation[] {
  const known = new Map(request.matches.map((match) => [match.id, match]));
  const match = known.get(moved);
  if (match === undefined) return [];
  const stays = new Map(fixed.map((one) => [one.match, one]));
  const here = laidAt(match, { table, start });
  const others = plan.flatMap((placement) => {
    const other = placement.match === moved ? undefined : known.get(placement.match);
    if (other === undefined) return [];
    const one = stays.get(placement.match) ?? { ...placement, start: Math.max(now, placement.start) };
    return [laidAt(other, one)];
  });
  const alone = violationsAlone({ ...request, from: Math.max(request.from, now) }, here);
  return [...alone, ...others.flatMap((other) => violationsBetween(request, here, other))];
}

/** Everything that a schedule breaks; each pair of matches once. */
export function violationsOf(request: ScheduleRequest, plan: readonly Placement[]): Violation[] {
  const known = new Map(request.matches.map((match) => [match.id, match]));
  const laid = plan
    .flatMap((placement) => {
      const match = known.get(placement.match);
      return match === undefined ? [] : [laidAt(match, placement)];
    })
    .sort((a, b) => a.start - b.start);
  return laid.flatMap((here, index) => [
    ...violationsAlone(request, here),
    ...laid.slice(index + 1).flatMap((other) => violationsBetween(request, here, other)),
  ]);
}

interface Laid {
  readonly match: MatchToSchedule;
  readonly table: string;
  readonly start: number;
  readonly end: number;
}

function laidAt(
  match: MatchToSchedule,
  { table, start, end = start + match.minutes }: Pick<Fixed, "table" | "start" | "end">,
): Laid {
  return { match, table, start, end };
}

function violationsAlone(request: ScheduleRequest, { match, table, start, end }: Laid): Violation[] {
  const violations: Violation[] = [];
  const time = Math.max(request.from, match.notBefore ?? request.from);
  if (start < time) violations.push({ code: "too-early", match: match.id, time });
  if (!(match.tables ?? request.tables).includes(table))
    violations.push({ code: "table-not-allowed", match: match.id, table });
  for (const { from, to } of request.breaks ?? []) {
    if (to > from && start < to && end > from) violations.push({ code: "in-break", match: match.id, from, to });
  }
  return violations;
}

function violationsBetween({ restMinutes }: ScheduleRequest, here: Laid, there: Laid): Violation[] {
  const [first, second] = here.start <= there.start ? [here, there] : [there, here];
  const minutes = second.start - first.end;
  const violations: Violation[] = [];
  const match = here.match.id;
  const other = there.match.id;
  if (minutes < 0 && here.table === there.table)
    violations.push({ code: "table-taken", match, other, table: here.table });
  if (minutes < restMinutes) {
    for (const person of here.match.people) {
      if (there.match.people.includes(person)) violations.push({ code: "no-rest", match, other, person, minutes });
    }
  }
  return [...violations, ...notFed(here, there, restMinutes), ...notFed(there, here, restMinutes)];
}

function notFed(waiting: Laid, fed: Laid, restMinutes: number): Violation[] {
  const minutes = waiting.start - fed.end;
  if (minutes >= restMinutes || !waiting.match.after.includes(fed.match.id)) return [];
  return [{ code: "not-fed", match: waiting.match.id, other: fed.match.id, minutes }];
}
