import type { Item } from "./items.ts";
import type { MedalHolder, MedalRecord } from "./medal-record.ts";
import { associationsOfPerson } from "./medal-record.ts";
import type { Part } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { isOfHonours } from "./honour-people.ts";
import type { NamedSide } from "./sides.ts";

/** A stretch of items: from the first to before the last. */
export interface ClauseSpan {
  readonly from: number;
  readonly to: number;
}

const STOPS = new Set([",", ";", ":", "(", ")", "–", "—", ".", "!", "，", "；", "：", "（", "）", "。"]);
const TURNS = new Set(["join", "such-as", "who"]);

function isEdge(item: Item): boolean {
  return STOPS.has(item.text) || hasAnyTag(item, TURNS);
}

/** The clause in which a stretch stands; behind a comma what says when or where belongs to it: `, in London and in Rio`. */
export function clauseAround(items: readonly Item[], { from, to }: ClauseSpan): ClauseSpan {
  let begin = from;
  while (begin > 0 && !isEdge(items[begin - 1] as Item)) begin -= 1; // inside
  let end = to;
  while (end < items.length && (!isEdge(items[end] as Item) || isGoingOn(items, end))) end += 1; // inside
  return { from: begin, to: end };
}

/** Whether a mark only parts when or where from what goes before. */
function isGoingOn(items: readonly Item[], at: number): boolean {
  const [mark, next] = [items[at], items[at + 1]];
  if (hasTag(mark, "since")) return true;
  if (mark?.text !== ",") return false;
  const isTime = next !== undefined && ["place", "city", "year", "since"].some((tag) => hasTag(next, tag));
  return isTime && !hasTag(next, "join");
}

/** The sides of a sentence that may be meant as the holder of medals, one for each reading; null where nobody can tell. */
export function holdersOf(side: NamedSide, record: MedalRecord): MedalHolder[] | null {
  if (side.isPronoun) {
    const all = side.antecedents.map((before) => (before.isPronoun ? null : holdersOf(before, record)));
    return all.length === 0 || all.includes(null) ? null : all.flatMap((one) => one ?? []);
  }
  const [candidates, ...more] = side.people;
  if (candidates === undefined)
    return side.associations.length === 0
      ? null
      : side.associations.map((code) => ({ person: null, associations: [code] }));
  if (more.length > 0 || !candidates.every((person) => record.facts.people.has(person))) return null;
  return candidates.map((person) => ({ person, associations: associationsOfPerson(record, person) }));
}

/** Whether somebody is on no record at all. */
export function isUnknown(side: NamedSide): boolean {
  return side.people.some((candidates) => candidates.some((person) => person === "?" && !isOfHonours(person)));
}

/** The sex whose events a clause speaks of: `China's men`. */
export function genderIn(items: readonly Item[]): string | null {
  const genders = new Set(items.flatMap(({ tags }) => tags["people"] ?? tags["gender"] ?? []));
  const [gender] = genders;
  return gender === undefined || genders.size > 1 ? null : gender;
}

/** Kinds of event that these items name, each once. */
export function eventsIn(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(({ tags }) => tags["event"] ?? []))];
}

export function itemsOf({ items }: Pick<Part, "items">, { from, to }: ClauseSpan): readonly Item[] {
  return items.slice(from, to);
}
