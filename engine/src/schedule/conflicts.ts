import { inverted, listAt, type Lists, listsOf } from "./lists.ts";
import type { Problem } from "./problem.ts";

/** Matches of which only so many can be on at once, because they share people. */
export interface Conflict {
  readonly atOnce: number;
  readonly matches: Int32Array;
}

export interface Conflicts {
  readonly all: readonly Conflict[];
  /** In which of them each match stands. */
  readonly ofMatch: Lists;
}

const MOST_MATCHES = 4_000;

/**
 * Matches of one person, one at a time, with all others that share somebody with each of them (a group of three); and groups of
 * an odd number, where somebody always sits out (five entries: two matches at once).
 */
export function conflictsOf(problem: Problem): Conflicts {
  const found = new Map<string, Conflict>();
  const note = (conflict: Conflict) => {
    if (conflict.matches.length > conflict.atOnce)
      found.set(`${conflict.atOnce}: ${conflict.matches.join(" ")}`, conflict);
  };
  const isSmall = problem.size <= MOST_MATCHES;
  const sharing = isSmall ? new Sharing(problem.people, problem.matchesOf) : null;
  for (let person = 0; person + 1 < problem.matchesOf.starts.length; person += 1) {
    const matches = listAt(problem.matchesOf, person);
    if (matches.length < 2) continue;
    note({ atOnce: 1, matches: sharing === null ? matches : sharing.grown(matches) });
  }
  if (isSmall) for (const conflict of oddGroups(problem)) note(conflict);
  const all = [...found.values()];
  const members = listsOf(all.map(({ matches }) => [...matches]));
  return { all, ofMatch: inverted(members, problem.size) };
}

/** Which of things that are listed together share a list; a row of bits for each thing. */
class Sharing {
  private readonly rows: readonly Int32Array[];

  constructor(listsOfThing: Lists, thingsOfList: Lists) {
    const count = listsOfThing.starts.length - 1;
    this.rows = Array.from({ length: count }, (_, thing) => {
      const row = new Int32Array((count + 31) >> 5);
      for (const list of listAt(listsOfThing, thing)) {
        for (const other of listAt(thingsOfList, list)) row[other >> 5] = (row[other >> 5] ?? 0) | (1 << (other & 31));
      }
      return row;
    });
  }

  /** A clique with everything added that shares something with all of it. */
  grown(clique: Int32Array): Int32Array {
    const common = this.rows[clique[0] ?? 0]?.slice() ?? new Int32Array(0);
    for (const member of clique) this.intersect(common, member);
    for (const member of clique) common[member >> 5] = (common[member >> 5] ?? 0) & ~(1 << (member & 31));
    const added: number[] = [];
    for (const [word] of common.entries()) {
      for (let bits = common[word] ?? 0; bits !== 0; bits = common[word] ?? 0) {
        const thing = word * 32 + 31 - Math.clz32(bits & -bits);
        added.push(thing);
        this.intersect(common, thing);
        common[word] = (common[word] ?? 0) & ~(bits & -bits);
      }
    }
    return Int32Array.from([...clique, ...added]).sort();
  }

  private intersect(common: Int32Array, thing: number): void {
    const row = this.rows[thing];
    if (row !== undefined)
      for (let word = 0; word < common.length; word += 1) common[word] = (common[word] ?? 0) & (row[word] ?? 0);
  }
}

function oddGroups({ people, matchesOf }: Problem): Conflict[] {
  const sharing = new Sharing(matchesOf, people);
  const seen = new Set<string>();
  const conflicts: Conflict[] = [];
  for (let person = 0; person + 1 < matchesOf.starts.length; person += 1) {
    if (listAt(matchesOf, person).length < 2) continue;
    const group = sharing.grown(Int32Array.of(person));
    const key = group.join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    conflicts.push(...amongGroup(group, matchesOf));
  }
  return conflicts;
}

/** Matches that need so many of a group, for every number of which some match needs that many. */
function amongGroup(group: Int32Array, matchesOf: Lists): Conflict[] {
  const needed = new Map<number, number>();
  for (const person of group)
    for (const match of listAt(matchesOf, person)) needed.set(match, (needed.get(match) ?? 0) + 1);
  return [...new Set(needed.values())]
    .filter((share) => share > 1)
    .map((share) => {
      const matches = [...needed].flatMap(([match, count]) => (count >= share ? [match] : []));
      return { atOnce: Math.floor(group.length / share), matches: Int32Array.from(matches).sort() };
    });
}
