import type { Urn } from "./urn.ts";

interface Orderable {
  readonly id: string;
  readonly association?: string | undefined;
  readonly rank?: number | undefined;
  readonly seed?: number | undefined;
  readonly group?: string | undefined;
  readonly place?: number | undefined;
}

/**
 * Best first: seeds by their number, then by place and group of a stage before, then by rank, then those without one. Equal ranks are put
 * in order by lot; entries without a rank only within their association, where nothing else tells who is drawn first.
 */
export function inOrder<Entry extends Orderable>(entries: readonly Entry[], urn: Urn): Entry[] {
  const sorted = [...entries].sort((a, b) => compare(a, b));
  const ordered: Entry[] = [];
  for (let start = 0; start < sorted.length;) {
    const first = sorted[start];
    const equals = first === undefined ? [] : sorted.slice(start).filter((entry) => compare(first, entry) === 0);
    ordered.push(...byLot(equals, urn));
    start += Math.max(1, equals.length);
  }
  return ordered;
}

function byLot<Entry extends Orderable>(equals: readonly Entry[], urn: Urn): Entry[] {
  const [first] = equals;
  if (first === undefined || equals.length === 1 || first.seed !== undefined) return [...equals];
  if (first.rank !== undefined || first.place !== undefined) return shuffled(equals, urn);
  const ordered = [...equals];
  for (const association of new Set(equals.map((entry) => entry.association))) {
    const members = equals.filter((entry) => association !== undefined && entry.association === association);
    const places = members.map((member) => equals.indexOf(member));
    const lots = members.length > 1 ? shuffled(members, urn) : members;
    for (const [index, place] of places.entries()) ordered[place] = lots[index] ?? ordered[place] ?? first;
  }
  return ordered;
}

function shuffled<Entry extends Orderable>(entries: readonly Entry[], urn: Urn): Entry[] {
  const left = [...entries];
  const ordered: Entry[] = [];
  while (left.length > 0) {
    const id = urn.draw({ step: "order", entry: null, among: left.map((entry) => entry.id) });
    ordered.push(
      ...left.splice(
        left.findIndex((entry) => entry.id === id),
        1,
      ),
    );
  }
  return ordered;
}

/** Seed, then place in the group and the group itself, then rank. */
function compare(a: Orderable, b: Orderable): number {
  return (
    number(a.seed) - number(b.seed) ||
    number(a.place) - number(b.place) ||
    byGroup(a, b) ||
    number(a.rank) - number(b.rank)
  );
}

/** Entries without one come after all that have one. */
function number(value: number | undefined): number {
  return value ?? Number.MAX_SAFE_INTEGER;
}

function byGroup({ group: a = "" }: Orderable, { group: b = "" }: Orderable): number {
  if (a === b) return 0;
  return a.length - b.length || (a < b ? -1 : 1);
}
