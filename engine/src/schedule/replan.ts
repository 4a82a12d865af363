import { type Refusal, refuse } from "../refusal.ts";
import { Layer } from "./laying.ts";
import { listsOf } from "./lists.ts";
import { type Problem, problemOf } from "./problem.ts";
import { refusedRequest } from "./refusals.ts";
import type { MatchToSchedule, Placement, ScheduleRequest } from "./request.ts";

/** A match that stays where it is: it is over, it is on, or it is pinned. */
export interface Fixed extends Placement {
  /** When it ended or is expected to end; after its minutes when left out. */
  readonly end?: number;
}

/** What has become of a schedule. */
export interface Course {
  readonly plan: readonly Placement[];
  readonly fixed: readonly Fixed[];
  /** Nothing that is not fixed begins before. */
  readonly now: number;
}

export interface Replanned {
  /** In the order of the request's matches. */
  readonly plan: readonly Placement[];
  readonly end: number;
  /** The matches that are on another table or at another time than before, by time. */
  readonly moved: readonly string[];
}

/**
 * Carries what happened through a schedule. A match keeps its table and its time where it can; otherwise it begins as soon as it
 * can after that time, on its own table unless another one is free sooner. Fixed matches stay even where they break
 * something: `violationsOf` says what. Refuses what `scheduled` refuses, also of fixed matches, and `cannot-be-over` for one
 * that ends before it begins.
 */
export function replanned(request: ScheduleRequest, course: Course): Replanned | Refusal {
  const refusal = refusedRequest(request) ?? refusedFixed(request, course.fixed);
  if (refusal !== null) return refusal;
  const before = new Map(course.plan.map((placement) => [placement.match, placement]));
  const fixed = new Map(course.fixed.map((one) => [one.match, one]));
  const day = dayOf(request, course);
  const problem = withTablesAsKinds(day, before);
  const numberOf = new Map(day.tables.map((table, index) => [table, index]));
  const stays = day.matches.map(({ id }) => {
    const one = fixed.get(id);
    return one === undefined ? null : { start: one.start - day.from, kind: numberOf.get(one.table) ?? 0 };
  });
  const keys = day.matches.map(({ id }) => before.get(id)?.start ?? Number.MAX_SAFE_INTEGER);
  const layout = new Layer(problem).inOrderOf(problem, keys, stays);
  const plan = day.matches.map(({ id }, match) => ({
    match: id,
    table: day.tables[layout.kinds[match] ?? 0] ?? "",
    start: day.from + (layout.starts[match] ?? 0),
  }));
  return { plan, end: plan.length === 0 ? request.from : day.from + layout.end, moved: movedIn(plan, before) };
}

function refusedFixed({ matches, tables }: ScheduleRequest, fixed: readonly Fixed[]): Refusal | null {
  for (const { match, table, start, end } of fixed) {
    if (!matches.some(({ id }) => id === match))
      return refuse("unknown-match", `Match ${match} is not in the list.`, { match });
    if (!tables.includes(table))
      return refuse("unknown-table", `Match ${match} is on table ${table}, which is not in the list.`, {
        match,
        table,
      });
    if (end !== undefined && end <= start)
      return refuse("cannot-be-over", `Match ${match} cannot end at ${end}: it begins at ${start}.`, { match });
  }
  return null;
}

/** The day from the first thing that counts, with the lengths that the fixed matches have and the times that the others had. */
function dayOf(request: ScheduleRequest, { plan, fixed, now }: Course): ScheduleRequest {
  const planned = new Map(plan.map(({ match, start }) => [match, start]));
  const stays = new Map(fixed.map((one) => [one.match, one]));
  const matches = request.matches.map((match): MatchToSchedule => {
    const one = stays.get(match.id);
    if (one !== undefined) return { ...match, minutes: (one.end ?? one.start + match.minutes) - one.start };
    return { ...match, notBefore: Math.max(request.from, now, match.notBefore ?? 0, planned.get(match.id) ?? 0) };
  });
  return { ...request, matches, from: Math.min(request.from, ...fixed.map(({ start }) => start)) };
}

/** Every table by itself, each match's own first. */
function withTablesAsKinds(day: ScheduleRequest, before: ReadonlyMap<string, Placement>): Problem {
  const numberOf = new Map(day.tables.map((table, index) => [table, index]));
  const kinds = day.matches.map(({ id, tables = day.tables }) => {
    const own = before.get(id)?.table;
    const allowed =
      own !== undefined && tables.includes(own) ? [own, ...tables.filter((table) => table !== own)] : tables;
    return allowed.map((table) => numberOf.get(table) ?? 0);
  });
  return { ...problemOf(day, 1), capacity: new Int32Array(day.tables.length).fill(1), kinds: listsOf(kinds) };
}

function movedIn(plan: readonly Placement[], before: ReadonlyMap<string, Placement>): string[] {
  const moved = plan.filter(
    ({ match, table, start }) => before.get(match)?.table !== table || before.get(match)?.start !== start,
  );
  return moved.toSorted((a, b) => a.start - b.start).map(({ match }) => match);
}
