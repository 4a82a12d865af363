import { type Refusal, refuse } from "../refusal.ts";
import type { Drawable } from "./field.ts";
import type { Urn } from "./urn.ts";

export interface GroupRules {
  readonly groups: number;
  /** `snake`: up and down in ranking order. `modified`: a few at a time are drawn by lot among the next groups. */
  readonly method: "snake" | "modified";
}

/** The groups as they fill, and what is needed to look ahead. */
interface Table extends GroupRules {
  readonly entries: readonly Drawable[];
  /** Group of each entry, from 0, by its position in `entries`. */
  readonly groupOf: Map<number, number>;
  /** Others of the same association that must be in another group, by position. */
  readonly rivals: readonly (readonly number[])[];
}

/** So many tries of the look-ahead are enough for every real competition; then it takes what it has. */
const LOOK_AHEAD_STEPS = 20_000;

/**
 * Draws groups row by row: the best one into each group in order, the next row back again, and so on (ITTF 3.6.1 and its
 * modified form). Entries of one association go into different groups as long as there are enough, in their own order.
 * `entries` come best first. Answers the entries of each group. Refuses `too-few-for-groups`.
 */
export function drawGroups(entries: readonly Drawable[], rules: GroupRules, urn: Urn): string[][] | Refusal {
  const { groups } = rules;
  if (groups < 1 || entries.length < 2 * groups) {
    return refuse("too-few-for-groups", `${entries.length} entries do not fill ${groups} groups of two or more.`, {
      entries: entries.length, groups,
    });
  }
  const table: Table = { ...rules, entries, groupOf: new Map(), rivals: rivalsOf(entries, groups) };
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

function drawOne(table: Table, position: number, urn: Urn): void {
  const free = freeGroups(table, position);
  const near = nearGroups(table, position).filter((group) => free.includes(group));
  const far = free.filter((group) => !near.includes(group));
  const accepts = (name: string) => isKept(table, position, groupAt(name));
  const entry = table.entries[position]?.id ?? null;
  const fewest = [leastRivals(table, position, free)].filter((groups) => groups.length > 0);
  for (const [index, among] of [near, far, ...fewest].entries()) {
    const last = index === 2;
    const draught = { step: "group" as const, entry, among: among.map(groupName) };
    const name = among.length === 0 ? null : urn.draw(last ? draught : { ...draught, accepts });
    if (name === null) continue;
    table.groupOf.set(position, groupAt(name));
    return;
  }
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
    if (position % groups < start + size) return Array.from({ length: size }, (_, i) => inRow(start + i, { row, groups }));
    start += size;
  }
  return [];
}

function inRow(index: number, { row, groups }: { row: number; groups: number }): number {
  return row % 2 === 0 ? index : groups - 1 - index;
}

/** Each association in its own order, so many at a time as there are groups: these must not share a group. */
function rivalsOf(entries: readonly Drawable[], groups: number): number[][] {
  const rivals = entries.map((): number[] => []);
  for (const association of new Set(entries.map((entry) => entry.association))) {
    if (association === null) continue;
    const members = entries.flatMap((entry, position) => (entry.association === association ? [position] : []));
    for (let start = 0; start < members.length; start += groups) {
      const block = members.slice(start, start + groups);
      for (const member of block) rivals[member]?.push(...block.filter((other) => other !== member));
    }
  }
  return rivals;
}

function groupAt(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

function leastRivals(table: Table, position: number, groups: readonly number[]): number[] {
  const counts = groups.map((group) => rivalsIn(table, position, group));
  const least = Math.min(...counts);
  return groups.filter((_, index) => counts[index] === least);
}

function rivalsIn({ rivals, groupOf }: Table, position: number, group: number): number {
  return (rivals[position] ?? []).filter((rival) => groupOf.get(rival) === group).length;
}

/** Whether everybody still to come can be placed without two rivals sharing a group. */
function isKept(table: Table, position: number, group: number): boolean {
  if (rivalsIn(table, position, group) > 0) return false;
  const trial: Table = { ...table, groupOf: new Map(table.groupOf).set(position, group) };
  return canFinish(trial, { steps: 0 });
}

function canFinish(table: Table, spent: { steps: number }): boolean {
  spent.steps += 1;
  if (spent.steps > LOOK_AHEAD_STEPS) return false;
  const next = tightest(table);
  if (next === null) return true;
  for (const group of next.groups) {
    table.groupOf.set(next.position, group);
    if (canFinish(table, spent)) return true;
    table.groupOf.delete(next.position);
  }
  return false;
}

/** In the first row that is not full, the entry with the fewest groups left; null when all are placed. */
function tightest(table: Table): { position: number; groups: number[] } | null {
  const first = table.entries.findIndex((_, position) => !table.groupOf.has(position));
  if (first === -1) return null;
  const rowEnd = (Math.floor(first / table.groups) + 1) * table.groups;
  let best: { position: number; groups: number[] } | null = null;
  const free = freeGroups(table, first);
  for (let position = first; position < Math.min(rowEnd, table.entries.length); position += 1) {
    if (table.groupOf.has(position)) continue;
    const groups = free.filter((group) => rivalsIn(table, position, group) === 0);
    if (best === null || groups.length < best.groups.length) best = { position, groups };
  }
  return best;
}
