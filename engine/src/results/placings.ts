import type { EntryCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import type { Exit } from "./exits.ts";
import type { Rung } from "./ladder.ts";
import { type PlanIndex, indexOf, slotKey } from "./plan-index.ts";
import { type GroupRow, type GroupStanding, type MatchInEvent, type Placing, leaving } from "./result.ts";

interface Played {
  /** In the order of the plan. */
  readonly matches: readonly MatchInEvent[];
  readonly groups: readonly GroupStanding[];
}

/**
 * The final ranking as far as it is decided, best first: a knock-out from its final down, the losers of a round sharing a
 * place, groups place by place, and each phase where its entries come from. Who loses a match that nobody won stands
 * where the loser of that match would have stood at best.
 */
export function placingsOf(plan: EventPlan, played: Played): Placing[] {
  const index = indexOf(plan);
  const { rungs, lastNamed } = index.ladder;
  const groups = new Map(played.groups.map((group) => [group.group, group]));
  const placings: Placing[] = [];
  for (const rung of rungs) {
    if (rung.isOpen) continue;
    for (const entry of entriesOn(rung, { matches: played.matches, groups, index }))
      if ((lastNamed.get(entry) ?? -1) <= rung.phase) placings.push({ place: rung.place, entry });
  }
  const unwon = unwonPlacings(played, index);
  const all = unwon.length === 0 ? placings : [...placings, ...unwon].sort((a, b) => a.place - b.place);
  return withoutAnnulled(all, plan);
}

/** An entry whose place was annulled has none; who was placed below it moves up. */
function withoutAnnulled(placings: Placing[], { rulings = [] }: EventPlan): Placing[] {
  const annulled = new Set(rulings.filter(({ ruling }) => ruling === "annulled").map(({ entry }) => entry));
  const gone = placings.filter(({ entry }) => annulled.has(entry)).map(({ place }) => place);
  if (gone.length === 0) return placings;
  return placings
    .filter(({ entry }) => !annulled.has(entry))
    .map(({ place, entry }) => {
      const up = gone.filter((better) => better < place).length;
      return up === 0 ? { place, entry } : { place: place - up, entry, playedTo: place };
    });
}

interface Decided {
  readonly matches: readonly MatchInEvent[];
  readonly groups: ReadonlyMap<string, GroupStanding>;
  readonly index: PlanIndex;
}

function entriesOn({ exits }: Rung, decided: Decided): EntryCode[] {
  return exits.flatMap((exit) => entriesAt(exit, decided));
}

function entriesAt(exit: Exit, { matches, groups, index }: Decided): EntryCode[] {
  if ("match" in exit) {
    const match = matches[exit.at];
    const entry = match === undefined ? null : leaving(match, exit.as);
    return entry === null ? [] : [entry];
  }
  const group = groups.get(exit.group);
  return group?.complete ? rowsOut(group, exit.place, index.goingOn).map(({ entry }) => entry) : [];
}

function unwonPlacings({ matches }: Played, { ladder, phaseOf }: PlanIndex): Placing[] {
  const placings: Placing[] = [];
  for (const match of matches) {
    const isUnwon = match.status === "over" && leaving(match, "winner") === null;
    const place = isUnwon ? ladder.lossPlace.get(match.code) : undefined;
    if (place === undefined) continue;
    const phase = phaseOf.get(match.code) ?? 0;
    const out = [match.entries.home, match.entries.away].filter(isEntry);
    placings.push(
      ...out.filter((entry) => (ladder.lastNamed.get(entry) ?? -1) <= phase).map((entry) => ({ place, entry })),
    );
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
