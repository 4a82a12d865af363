import type { EntryCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import type { Ladder } from "./ladder.ts";
import { indexOf, slotKey } from "./plan-index.ts";
import type { GroupRow, GroupStanding, MatchInEvent, Placing } from "./result.ts";

interface Played {
  /** In the order of the plan. */
  readonly matches: readonly MatchInEvent[];
  readonly groups: readonly GroupStanding[];
}

/**
 * The final ranking as far as it is decided, best first: the knock-out from its final down, the losers of a round sharing
 * a place, then those who stayed in their groups by their place there. Who loses a match that nobody won stands
 * where the loser of that match would have stood at best.
 */
export function placingsOf(plan: EventPlan, played: Played): Placing[] {
  const { ladder } = indexOf(plan);
  const unwon = unwonPlacings(played, ladder);
  const won = wonPlacings(played, ladder);
  const knockOut = unwon.length === 0 ? won : [...won, ...unwon].sort((a, b) => a.place - b.place);
  return [...knockOut, ...groupPlacings(plan, played, ladder.size)];
}

function wonPlacings({ matches }: Played, { rungs }: Ladder): Placing[] {
  const placings: Placing[] = [];
  for (const { place, at, as } of rungs) {
    const entry = matches[at]?.[as];
    if (entry) placings.push({ place, entry });
  }
  return placings;
}

function unwonPlacings({ matches }: Played, { lossPlace }: Ladder): Placing[] {
  const placings: Placing[] = [];
  for (const match of matches) {
    const place = match.status === "over" && match.winner === null ? lossPlace.get(match.code) : undefined;
    if (place === undefined) continue;
    placings.push(...[match.entries.home, match.entries.away].filter(isEntry).map((entry) => ({ place, entry })));
  }
  return placings;
}

/** Who stays in the groups, place by place: all thirds share a place, then all fourths. */
function groupPlacings(plan: EventPlan, { groups }: Played, ranked: number): Placing[] {
  const { goingOn } = indexOf(plan);
  const deepest = Math.max(0, ...groups.map((group) => group.rows.length));
  const placings: Placing[] = [];
  let given = ranked;
  for (let place = 1; place <= deepest; place += 1) {
    const staying = groups.filter((group) => group.rows.length >= place && !goingOn.has(slotKey(group.group, place)));
    const rows = staying.flatMap((group) => (group.complete ? rowsOut(group, place, goingOn) : []));
    placings.push(...rows.map((row) => ({ place: given + 1, entry: row.entry })));
    given += staying.length;
  }
  return placings;
}

/** The rows of a place, unless it is shared with a place that goes on and lots are still to be drawn. */
function rowsOut(group: GroupStanding, place: number, goingOn: ReadonlySet<string>): readonly GroupRow[] {
  const rows = group.rows.filter((row) => row.place === place);
  return rows.some((_, index) => goingOn.has(slotKey(group.group, place + index))) ? [] : rows;
}

function isEntry(entry: EntryCode | null): entry is EntryCode {
  return entry !== null;
}
