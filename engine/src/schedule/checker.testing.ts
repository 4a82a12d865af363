import type { ScheduleRequest } from "./request.ts";
import type { Schedule } from "./schedule.ts";

/** Everything a schedule breaks, found minute by minute and pair by pair, without anything of the planner. */
export function broken(
  { tables, from, matches, restMinutes, breaks = [] }: ScheduleRequest,
  { plan, end, bound }: Schedule,
): string[] {
  const found: string[] = [];
  const laid = matches.map((match, index) => {
    const placement = plan[index];
    if (placement === undefined || placement.match !== match.id) found.push(`${match.id} is missing`);
    const start = placement?.start ?? 0;
    return { ...match, table: placement?.table ?? "", start, end: start + match.minutes };
  });
  if (plan.length !== matches.length) found.push("more placements than matches");
  for (const one of laid) {
    if (one.start < Math.max(from, one.notBefore ?? from) || !Number.isInteger(one.start))
      found.push(`${one.id} begins at ${one.start}`);
    if (!(one.tables ?? tables).includes(one.table)) found.push(`${one.id} on table ${one.table}`);
    for (const pause of breaks)
      if (pause.to > pause.from && one.start < pause.to && one.end > pause.from)
        found.push(`${one.id} reaches into a break`);
    for (const other of laid) {
      if (one.after.includes(other.id) && one.start < other.end + restMinutes)
        found.push(`${one.id} before ${other.id} is rested from`);
      if (one.id >= other.id) continue;
      const gap = Math.max(one.start - other.end, other.start - one.end);
      if (one.table === other.table && gap < 0) found.push(`${one.id} and ${other.id} both on ${one.table}`);
      if (gap < restMinutes && one.people.some((person) => other.people.includes(person)))
        found.push(`no rest between ${one.id} and ${other.id}`);
      if (gap < 0 && one.people.some((person) => other.people.includes(person)))
        found.push(`somebody in ${one.id} and ${other.id} at once`);
    }
  }
  if (end !== Math.max(from, ...laid.map((one) => one.end))) found.push(`the end is not ${end}`);
  if (bound > end) found.push(`the bound ${bound} is later than the end ${end}`);
  return found;
}

/** The earliest end there is, by trying every order on every table. For a handful of matches. */
export function earliestEnd(request: ScheduleRequest): number {
  return tryAll(request, new Map(), Number.MAX_SAFE_INTEGER);
}

interface Laid {
  readonly table: string;
  readonly start: number;
}

function tryAll(request: ScheduleRequest, laid: ReadonlyMap<string, Laid>, best: number): number {
  const ends = request.matches.map(({ id, minutes }) => (laid.get(id)?.start ?? -minutes) + minutes);
  const reached = Math.max(request.from, ...ends);
  if (reached >= best) return best;
  if (laid.size === request.matches.length) return reached;
  let least = best;
  for (const match of request.matches) {
    if (laid.has(match.id) || match.after.some((other) => !laid.has(other))) continue;
    for (const table of match.tables ?? request.tables) {
      const start = firstStart(request, laid, { id: match.id, table });
      least = tryAll(request, new Map([...laid, [match.id, { table, start }]]), least);
    }
  }
  return least;
}

function firstStart(
  request: ScheduleRequest,
  laid: ReadonlyMap<string, Laid>,
  { id, table }: { readonly id: string; readonly table: string },
): number {
  for (let start = request.from; ; start += 1) {
    const tried = new Map([...laid, [id, { table, start }]]);
    const matches = request.matches.filter((match) => tried.has(match.id));
    const plan = matches.map((match) => ({
      match: match.id,
      table: tried.get(match.id)?.table ?? "",
      start: tried.get(match.id)?.start ?? 0,
    }));
    const end = Math.max(...matches.map((match) => (tried.get(match.id)?.start ?? 0) + match.minutes));
    if (broken({ ...request, matches }, { plan, end, bound: request.from }).length === 0) return start;
  }
}
