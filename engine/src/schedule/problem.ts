import { inverted, listAt, type Lists, listsOf } from "./lists.ts";
import type { Break, MatchToSchedule, ScheduleRequest } from "./request.ts";

/**
 * A request in numbers, for the search. Matches, people, kinds and gates are numbered from 0; times count from `from` in
 * units. A kind is a set of tables that the same matches may use. A gate stands between the matches that are waited for and
 * those that wait for exactly them: a Swiss round of 200 matches has one gate instead of 40,000 arrows.
 */
export interface Problem {
  readonly size: number;
  /** Minutes; every length and every time that can matter is a multiple. */
  readonly unit: number;
  readonly duration: Int32Array;
  /** Not before. */
  readonly release: Int32Array;
  readonly rest: number;
  readonly breaks: readonly Break[];
  readonly people: Lists;
  readonly matchesOf: Lists;
  /** How many tables of each kind there are. */
  readonly capacity: Int32Array;
  /** The kinds that a match may use, those first that other matches need least. */
  readonly kinds: Lists;
  readonly gates: Gates;
}

/** `into`: the matches a gate waits for; `outOf`: those that wait for it; `before` and `behind`: the gates of a match. */
export interface Gates {
  readonly count: number;
  readonly into: Lists;
  readonly outOf: Lists;
  readonly before: Lists;
  readonly behind: Lists;
}

/** Numbers a request that `refusedRequest` has nothing against. `unit` in minutes; the largest that fits when left out. */
export function problemOf(request: ScheduleRequest, unit = unitOf(request)): Problem {
  const { matches, from, restMinutes } = request;
  const people = numbered(matches.flatMap((match) => match.people));
  const peopleOf = listsOf(matches.map((match) => match.people.map((person) => people.get(person) ?? 0)));
  const units = (minutes: number) => minutes / unit;
  return {
    size: matches.length,
    unit,
    duration: Int32Array.from(matches, ({ minutes }) => units(minutes)),
    release: Int32Array.from(matches, ({ notBefore = from }) => units(Math.max(0, notBefore - from))),
    rest: units(restMinutes),
    breaks: breaksOf(request, unit),
    people: peopleOf,
    matchesOf: inverted(peopleOf, people.size),
    ...kindsOf(request),
    gates: gatesOf(matches),
  };
}

/** Whatever is begun as early as it may begins at sums of lengths, rests, releases and ends of breaks. */
function unitOf({ matches, from, restMinutes, breaks = [] }: ScheduleRequest): number {
  const releases = matches.map(({ notBefore = from }) => Math.max(0, notBefore - from));
  const ends = breaks.map(({ to }) => Math.max(0, to - from));
  const unit = [...matches.map(({ minutes }) => minutes), restMinutes, ...releases, ...ends].reduce(
    greatestCommonDivisor,
    0,
  );
  return Math.max(1, unit);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Apart from one another, in order, from the beginning of the day. */
function breaksOf({ breaks = [], from }: ScheduleRequest, unit: number): Break[] {
  const merged: { from: number; to: number }[] = [];
  const lasting = breaks.filter((one) => one.to > one.from && one.to > from);
  for (const one of lasting.toSorted((a, b) => a.from - b.from)) {
    const next = { from: Math.max(0, Math.floor((one.from - from) / unit)), to: Math.ceil((one.to - from) / unit) };
    const last = merged.at(-1);
    if (last !== undefined && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else merged.push(next);
  }
  return merged;
}

function numbered(names: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers;
}

/** One key for every set of names. */
function keyOf(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].toSorted());
}

/** The kind of every table, by the number of the table. */
export function kindOfTables({ tables, matches }: ScheduleRequest): number[] {
  const restrictions = new Map(
    matches.flatMap((match) => (match.tables === undefined ? [] : [[keyOf(match.tables), new Set(match.tables)]])),
  );
  const kinds = new Map<string, number>();
  return tables.map((table) => {
    const key = [...restrictions.values()].map((allowed) => (allowed.has(table) ? "1" : "0")).join("");
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    return kind;
  });
}

function kindsOf(request: ScheduleRequest): Pick<Problem, "capacity" | "kinds"> {
  const kinds = kindOfTables(request);
  const kindOf = new Map(request.tables.map((table, index) => [table, kinds[index] ?? 0]));
  const capacity = new Int32Array(new Set(kinds).size);
  for (const kind of kinds) capacity[kind] = (capacity[kind] ?? 0) + 1;
  const allowed = new Map<string, number[]>();
  const keys = request.matches.map(({ tables }) => (tables === undefined ? "" : keyOf(tables)));
  for (const [index, { tables = request.tables }] of request.matches.entries()) {
    const key = keys[index] ?? "";
    if (!allowed.has(key)) allowed.set(key, [...new Set(tables.map((table) => kindOf.get(table) ?? 0))]);
  }
  const wanted = demand(
    request,
    keys.map((key) => allowed.get(key) ?? []),
    capacity,
  );
  for (const list of allowed.values()) list.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  return { capacity, kinds: listsOf(keys.map((key) => allowed.get(key) ?? [])) };
}

/** Minutes a table of each kind is asked for by matches that may not be played anywhere. */
function demand(
  { matches }: ScheduleRequest,
  allowed: readonly (readonly number[])[],
  capacity: Int32Array,
): Float64Array {
  const wanted = new Float64Array(capacity.length);
  for (const [index, { minutes }] of matches.entries()) {
    const kinds = allowed[index] ?? [];
    if (kinds.length === capacity.length) continue;
    const tables = kinds.reduce((sum, kind) => sum + (capacity[kind] ?? 0), 0);
    for (const kind of kinds) wanted[kind] = (wanted[kind] ?? 0) + minutes / tables;
  }
  return wanted;
}

function gatesOf(matches: readonly MatchToSchedule[]): Gates {
  const numberOf = new Map(matches.map(({ id }, index) => [id, index]));
  const gates = new Map<string, { readonly gate: number; readonly waitsFor: number[] }>();
  const before = matches.map(({ after }) => {
    if (after.length === 0) return [];
    const key = keyOf(after);
    const known = gates.get(key) ?? {
      gate: gates.size,
      waitsFor: [...new Set(after)].map((id) => numberOf.get(id) ?? 0),
    };
    gates.set(key, known);
    return [known.gate];
  });
  const into = listsOf([...gates.values()].map(({ waitsFor }) => waitsFor));
  const beforeLists = listsOf(before);
  return {
    count: gates.size,
    into,
    outOf: inverted(beforeLists, gates.size),
    before: beforeLists,
    behind: inverted(into, matches.length),
  };
}

/** The same day backwards: what came before comes after. `end` in units is where it begins. Releases are left out. */
export function backwards(problem: Problem, end: number): Problem {
  const { into, outOf, before, behind, count } = problem.gates;
  const breaks = problem.breaks
    .map((one) => ({ from: Math.max(0, end - one.to), to: end - one.from }))
    .filter((one) => one.to > 0);
  return {
    ...problem,
    release: new Int32Array(problem.size),
    breaks: breaks.toReversed(),
    gates: { count, into: outOf, outOf: into, before: behind, behind: before },
  };
}

/** Matches in an order in which each comes after those it waits for. */
export function inOrder({ size, gates }: Problem): Int32Array {
  const order = new Int32Array(size);
  const closed = Int32Array.from({ length: gates.count }, (_, gate) => listAt(gates.into, gate).length);
  const waiting = Int32Array.from({ length: size }, (_, match) => listAt(gates.before, match).length);
  let found = 0;
  for (let match = 0; match < size; match += 1) if (waiting[match] === 0) order[found++] = match;
  for (let next = 0; next < found; next += 1) {
    for (const gate of listAt(gates.behind, order[next] ?? 0)) {
      closed[gate] = (closed[gate] ?? 0) - 1;
      if (closed[gate] !== 0) continue;
      for (const match of listAt(gates.outOf, gate)) {
        waiting[match] = (waiting[match] ?? 0) - 1;
        if (waiting[match] === 0) order[found++] = match;
      }
    }
  }
  return order;
}
