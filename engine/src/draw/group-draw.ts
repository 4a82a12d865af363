import { type Refusal, refuse } from "../refusal.ts";
import type { Drawable } from "./field.ts";
import { GroupWitness, type Member } from "./group-witness.ts";
import type { Urn } from "./urn.ts";

interface GroupRules {
  readonly groups: number;
  /** `snake`: up and down in ranking order. `modified`: a few at a time are drawn by lot among the next groups. */
  readonly method: "snake" | "modified";
}

/** The groups as they fill. */
interface Table extends GroupRules {
  readonly entries: readonly Drawable[];
  /** Group of each entry drawn, from 0, by its position in `entries`. */
  readonly groupOf: Map<number, number>;
  /** A way in which the rest can still be drawn. */
  readonly witness: GroupWitness;
}

/**
 * Draws groups row by row: the best one into each group in order, the next row back again, and so on (ITTF 3.6.1 and its
 * modified form). Entries of one association go into different groups as long as there are enough, in their own order.
 * `entries` come best first. Answers the entries of each group. Refuses `too-few-for-groups`.
 */
export function drawGroups(entries: readonly Drawable[], rules: GroupRules, urn: Urn): string[][] | Refusal {
  const { groups } = rules;
  if (groups < 1 || entries.length < 2 * groups) {
    return refuse("too-few-for-groups", `${entries.length} entries do not fill ${groups} groups of two or more.`, {
      entries: entries.length,
      groups,
    });
  }
  const table: Table = {
    ...rules,
    entries,
    groupOf: new Map(),
    witness: new GroupWitness(membersOf(entries, groups), groups),
  };
  for (let position = 0; position < entries.length; position += 1) drawOne(table, position, urn);
  const members = Array.from({ length: groups }, (): string[] => []);
  for (const [position, entry] of entries.entries()) members[table.groupOf.get(position) ?? 0]?.push(entry.id);
  return members;
}

/** The name of a group by its number from 0: A, B, ..., Z, AA. */
export function groupName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : groupName(Math.floor(index / 26) - 1) + letter;
}

/** How many are drawn at a time: 2 of 4 groups, 2 then 3 of 5, 3 of 6, 4 of 8 and more. */
export function batchesOf(groups: number): number[] {
  if (groups <= 3) return [groups];
  if (groups <= 7) return [Math.floor(groups / 2), Math.ceil(groups / 2)];
  const batches = Array.from({ length: Math.floor(groups / 4) }, () => 4);
  return groups % 4 === 0 ? batches : [...batches, groups % 4];
}

/** From the groups that the place in the ranking leads to; from the other ones when the look-ahead takes none of them. */
function drawOne(table: Table, position: number, urn: Urn): void {
  const free = freeGroups(table, position);
  const near = nearGroups(table, position).filter((group) => free.includes(group));
  const far = free.filter((group) => !near.includes(group));
  const accepts = (name: string) => table.witness.move(position, groupAt(name));
  const entry = table.entries[position]?.id ?? null;
  for (const among of [near, far]) {
    const name = urn.draw({ step: "group", entry, among: among.map(groupName), accepts });
    if (name === null) continue;
    table.groupOf.set(position, groupAt(name));
    table.witness.fix(position);
    return;
  }
  throw new Error("the look-ahead lost its way");
}

/** Groups that have nobody of this row yet. */
function freeGroups(table: Table, position: number): number[] {
  const row = Math.floor(position / table.groups);
  const taken = new Set<number>();
  for (const [other, group] of table.groupOf) if (Math.floor(other / table.groups) === row) taken.add(group);
  return Array.from({ length: table.groups }, (_, group) => group).filter((group) => !taken.has(group));
}

/** The groups that this place in the ranking leads to: one in the first row and in a snake, a batch otherwise. */
function nearGroups({ groups, method }: Table, position: number): number[] {
  const row = Math.floor(position / groups);
  const sizes = row === 0 || method === "snake" ? Array.from({ length: groups }, () => 1) : batchesOf(groups);
  let start = 0;
  for (const size of sizes) {
    if (position % groups < start + size)
      return Array.from({ length: size }, (_, i) => inRow(start + i, { row, groups }));
    start += size;
  }
  return [];
}

function inRow(index: number, { row, groups }: { row: number; groups: number }): number {
  return row % 2 === 0 ? index : groups - 1 - index;
}

/** Each association in its own order, so many at a time as there are groups: these make a block. */
function membersOf(entries: readonly Drawable[], groups: number): Member[] {
  const count = new Map<string, number>();
  const blocks = new Map<string, number>();
  return entries.map(({ id, association }, position) => {
    const before = association === null ? 0 : (count.get(association) ?? 0);
    if (association !== null) count.set(association, before + 1);
    const name = association === null ? `alone ${id}` : `${Math.floor(before / groups)} of ${association}`;
    if (!blocks.has(name)) blocks.set(name, blocks.size);
    return { row: Math.floor(position / groups), block: blocks.get(name) ?? 0 };
  });
}

function groupAt(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}
