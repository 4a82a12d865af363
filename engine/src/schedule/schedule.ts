import { isRefused, type Refusal } from "../refusal.ts";
import { Bound } from "./bound.ts";
import type { Layout } from "./laying.ts";
import { kindOfTables, type Problem, problemOf } from "./problem.ts";
import { refusedRequest } from "./refusals.ts";
import type { Placement, ScheduleRequest } from "./request.ts";
import { type Effort, Search, greedy } from "./search.ts";

/** Every match on a table at a time. */
export interface Schedule {
  /** In the order of the request's matches. */
  readonly plan: readonly Placement[];
  /** When the last match ends; `from` when there is none. */
  readonly end: number;
  /** Proven: no schedule ends earlier. */
  readonly bound: number;
}

/** Laying a match costs about a millionth of a second; in a large day, where proving the bound takes its time, twice that. */
function usualEffort({ matches }: ScheduleRequest): Effort {
  return { layings: Math.max(1_400_000, 2_600_000 - 600 * matches.length) };
}

/**
 * Schedules all matches so that the last one ends early; the same request gives the same schedule. Refuses what
 * `refusedRequest` refuses.
 */
export function scheduled(request: ScheduleRequest, effort = usualEffort(request)): Schedule | Refusal {
  const refusal = refusedRequest(request);
  if (refusal !== null) return refusal;
  const problem = problemOf(request);
  if (problem.size === 0) return { plan: [], end: request.from, bound: request.from };
  const search = new Search(problem);
  const proof = new Bound(problem);
  const least = proof.upTo(search.best.end);
  const best = search.improve(least, effort);
  const bound = proof.closer(least, best.end);
  const inMinutes = (time: number) => request.from + time * problem.unit;
  return { plan: placements(request, problem, best), end: inMinutes(best.end), bound: inMinutes(bound) };
}

/** The end of a plain greedy by longest tail, in minutes; what a schedule is measured against. */
export function greedyEnd(request: ScheduleRequest): number | Refusal {
  const refusal = refusedRequest(request);
  if (isRefused(refusal)) return refusal;
  const problem = problemOf(request);
  return problem.size === 0 ? request.from : request.from + greedy(problem).end * problem.unit;
}

/** Gives every match a table of its kind: the one that has been free longest is enough, since no kind is ever overbooked. */
function placements(request: ScheduleRequest, problem: Problem, { starts, kinds }: Layout): Placement[] {
  const kindOf = kindOfTables(request);
  const freeAt = new Int32Array(request.tables.length);
  const placed: Placement[] = [];
  const byStart = Array.from(starts.keys()).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b);
  for (const match of byStart) {
    const start = starts[match] ?? 0;
    const table = kindOf.findIndex((kind, index) => kind === kinds[match] && (freeAt[index] ?? 0) <= start);
    freeAt[table] = start + (problem.duration[match] ?? 0);
    placed[match] = {
      match: request.matches[match]?.id ?? "",
      table: request.tables[table] ?? "",
      start: request.from + start * problem.unit,
    };
  }
  return placed;
}
