import { type Refusal, refuse } from "../refusal.ts";
import type { MatchToSchedule, ScheduleRequest } from "./request.ts";

/**
 * Says why a request cannot be planned, naming the matches or people that stand in the way. Codes: `table-twice`, `match-twice`,
 * `person-twice`, `unknown-table`, `unknown-match`, `no-table`, `break-backwards`, `cycle`.
 */
export function refusedRequest(request: ScheduleRequest): Refusal | null {
  return refusedTables(request) ?? refusedMatches(request) ?? refusedCycle(request.matches);
}

function refusedTables({ tables, breaks = [] }: ScheduleRequest): Refusal | null {
  const table = repeated(tables);
  if (table !== undefined) return refuse("table-twice", `Table ${table} is in the list twice.`, { table });
  const backwards = breaks.find(({ from, to }) => to < from);
  if (backwards === undefined) return null;
  return refuse("break-backwards", `A break ends at ${backwards.to}, before it begins at ${backwards.from}.`, {
    ...backwards,
  });
}

function refusedMatches({ tables, matches }: ScheduleRequest): Refusal | null {
  const twice = repeated(matches.map(({ id }) => id));
  if (twice !== undefined) return refuse("match-twice", `Match ${twice} is in the list twice.`, { match: twice });
  const known = { tables: new Set(tables), matches: new Set(matches.map(({ id }) => id)) };
  for (const match of matches) {
    const refusal = refusedMatch(match, known);
    if (refusal !== null) return refusal;
  }
  return null;
}

interface Known {
  readonly tables: ReadonlySet<string>;
  readonly matches: ReadonlySet<string>;
}

function refusedMatch({ id, people, after, tables }: MatchToSchedule, known: Known): Refusal | null {
  const person = repeated(people);
  if (person !== undefined)
    return refuse("person-twice", `${person} is needed twice in match ${id}.`, { match: id, person });
  const unknown = after.find((other) => !known.matches.has(other));
  if (unknown !== undefined) {
    return refuse("unknown-match", `Match ${id} waits for ${unknown}, which is not in the list.`, {
      match: id,
      after: unknown,
    });
  }
  const table = tables?.find((name) => !known.tables.has(name));
  if (table !== undefined) {
    return refuse("unknown-table", `Match ${id} is to be played on table ${table}, which is not in the list.`, {
      match: id,
      table,
    });
  }
  const isHomeless = tables === undefined ? known.tables.size === 0 : tables.length === 0;
  return isHomeless ? refuse("no-table", `There is no table for match ${id}.`, { match: id }) : null;
}

function repeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

function refusedCycle(matches: readonly MatchToSchedule[]): Refusal | null {
  const cycle = cycleOf(matches);
  if (cycle === null) return null;
  const [first] = cycle;
  const told =
    cycle.length === 1
      ? `Match ${first} waits for itself.`
      : `Each waits for the next: ${[...cycle, first].join(", ")}.`;
  return refuse("cycle", told, { matches: cycle.join(", ") });
}

/** Matches of which each waits for the next and the last for the first; walked without recursion, chains may be long. */
function cycleOf(matches: readonly MatchToSchedule[]): readonly string[] | null {
  const waitsFor = new Map(matches.map(({ id, after }) => [id, after]));
  const done = new Set<string>();
  for (const { id } of matches) {
    const path: { readonly id: string; next: number }[] = [{ id, next: 0 }];
    const onPath = new Set([id]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const other = done.has(step.id) ? undefined : waitsFor.get(step.id)?.[step.next];
      step.next += 1;
      if (other === undefined) {
        done.add(step.id);
        onPath.delete(step.id);
        path.pop();
      } else if (onPath.has(other)) {
        return path.slice(path.findIndex((one) => one.id === other)).map((one) => one.id);
      } else if (!done.has(other)) {
        path.push({ id: other, next: 0 });
        onPath.add(other);
      }
    }
  }
  return null;
}
