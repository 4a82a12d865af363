import { type Conflicts, conflictsOf } from "./conflicts.ts";
import { listAt } from "./lists.ts";
import type { Problem } from "./problem.ts";
import { KnownSums } from "./sums.ts";

/** A set of tables with the matches that can be played nowhere else. */
export interface TableSet {
  readonly tables: number;
  /** Null: all tables and all matches. Otherwise 1 for every match that belongs here. */
  readonly holds: Uint8Array | null;
  /** The same matches as numbers. */
  readonly matches: Int32Array;
}

/** What runs short: sets of tables, and people. */
export interface Resources {
  readonly tableSets: readonly TableSet[];
  readonly conflicts: Conflicts;
  readonly sums: KnownSums;
}

const MOST_SETS = 24;

export function resourcesOf(problem: Problem): Resources {
  return { tableSets: tableSetsOf(problem), conflicts: conflictsOf(problem), sums: new KnownSums() };
}

function tableSetsOf({ kinds, capacity, size }: Problem): TableSet[] {
  const own = new Map<string, Set<number>>();
  const lists = Array.from({ length: size }, (_, match) => listAt(kinds, match));
  for (const list of lists) if (list.length < capacity.length) own.set(keyOf(list), new Set(list));
  const all = Int32Array.from({ length: size }, (_, match) => match);
  const sets: TableSet[] = [{ tables: capacity.reduce((sum, count) => sum + count, 0), holds: null, matches: all }];
  for (const set of withUnions(own, capacity.length).values()) {
    const holds = Uint8Array.from(lists, (list) => (list.every((kind) => set.has(kind)) ? 1 : 0));
    const tables = [...set].reduce((sum, kind) => sum + (capacity[kind] ?? 0), 0);
    sets.push({ tables, holds, matches: all.filter((match) => holds[match] === 1) });
  }
  return sets;
}

/** Hall's condition asks for every union; the first ones will do. */
function withUnions(own: ReadonlyMap<string, Set<number>>, kindCount: number): Map<string, Set<number>> {
  const sets = new Map(own);
  for (const set of sets.values()) {
    for (const other of own.values()) {
      if (sets.size >= MOST_SETS) return sets;
      const union = new Set([...set, ...other]);
      if (union.size < kindCount) sets.set(keyOf([...union]), union);
    }
  }
  return sets;
}

function keyOf(kinds: Iterable<number>): string {
  return [...kinds].sort((a, b) => a - b).join(" ");
}
