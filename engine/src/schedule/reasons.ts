import type { MatchToSchedule, Placement, ScheduleRequest } from "./request.ts";

/** Something that keeps a match from beginning before `time`, in minutes. */
export type Limit =
  | { readonly code: "day-begins"; readonly time: number }
  | { readonly code: "not-before"; readonly time: number }
  | { readonly code: "table-free"; readonly time: number; readonly table: string; readonly match: string }
  | { readonly code: "rested"; readonly time: number; readonly person: string; readonly match: string }
  | { readonly code: "fed"; readonly time: number; readonly match: string }
  | { readonly code: "break-over"; readonly time: number };

/** Why a match begins when it does. */
export interface Reason {
  readonly match: string;
  readonly table: string;
  readonly start: number;
  /** What holds it until exactly then. None: it could begin at `possible` on its table. */
  readonly because: readonly Limit[];
  readonly possible: number;
}

/** The reasons of a schedule, in its order. Matches and tables that the request does not know are passed over. */
export function reasonsOf(request: ScheduleRequest, plan: readonly Placement[]): Reason[] {
  const day = new Day(request, plan);
  return plan.flatMap((placement) => {
    const match = day.matches.get(placement.match);
    return match === undefined ? [] : [day.reasonOf(match, placement)];
  });
}

interface Played {
  readonly match: string;
  readonly start: number;
  readonly end: number;
}

class Day {
  readonly matches: ReadonlyMap<string, MatchToSchedule>;
  private readonly request: ScheduleRequest;
  private readonly played = new Map<string, Played>();
  private readonly onTable = new Map<string, Played[]>();
  private readonly ofPerson = new Map<string, Played[]>();

  constructor(request: ScheduleRequest, plan: readonly Placement[]) {
    this.request = request;
    this.matches = new Map(request.matches.map((match) => [match.id, match]));
    for (const { match, table, start } of plan) {
      const known = this.matches.get(match);
      if (known === undefined) continue;
      const played = { match, start, end: start + known.minutes };
      this.played.set(match, played);
      listIn(this.onTable, table).push(played);
      for (const person of known.people) listIn(this.ofPerson, person).push(played);
    }
  }

  reasonOf(match: MatchToSchedule, { table, start }: Placement): Reason {
    const limits = this.limitsOf(match, { table, start });
    const free = Math.max(...limits.map(({ time }) => time));
    const possible = afterBreaks(this.request, free, match.minutes);
    const because: Limit[] = limits.filter(({ time }) => time === start);
    if (possible === start && possible > free) because.push({ code: "break-over", time: start });
    return { match: match.id, table, start, because, possible };
  }

  private limitsOf(
    match: MatchToSchedule,
    { table, start }: { readonly table: string; readonly start: number },
  ): Limit[] {
    const { from, restMinutes } = this.request;
    const limits: Limit[] = [{ code: "day-begins", time: from }];
    if (match.notBefore !== undefined && match.notBefore > from)
      limits.push({ code: "not-before", time: match.notBefore });
    const before = lastBefore(this.onTable.get(table) ?? [], match.id, start);
    if (before !== null) limits.push({ code: "table-free", time: before.end, table, match: before.match });
    for (const person of match.people) {
      const last = lastBefore(this.ofPerson.get(person) ?? [], match.id, start);
      if (last !== null) limits.push({ code: "rested", time: last.end + restMinutes, person, match: last.match });
    }
    for (const id of match.after) {
      const fed = this.played.get(id);
      if (fed !== undefined) limits.push({ code: "fed", time: fed.end + restMinutes, match: id });
    }
    return limits;
  }
}

function listIn(lists: Map<string, Played[]>, key: string): Played[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The one that ends last of those that begin before `start`. */
function lastBefore(list: readonly Played[], match: string, start: number): Played | null {
  let last: Played | null = null;
  for (const one of list) if (one.match !== match && one.start < start && one.end > (last?.end ?? -1)) last = one;
  return last;
}

function afterBreaks({ breaks = [] }: ScheduleRequest, time: number, minutes: number): number {
  let start = time;
  for (const one of breaks.toSorted((a, b) => a.from - b.from)) {
    if (one.to > one.from && start < one.to && start + minutes > one.from) start = one.to;
  }
  return start;
}
