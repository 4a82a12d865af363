import type { PersonFacts } from "../record.ts";
import { fold } from "./letters.ts";

/** Whether a name as a list of honours writes it is this person's: the parts in any order. */
export function isSameName(written: string, person: PersonFacts | undefined): boolean {
  if (person === undefined) return false;
  const all = fold(written);
  const own = fold(person.family + person.given);
  if (all.length !== own.length) return false;
  const parts = (name: string) =>
    name
      .split(/[\s-]+/)
      .map(fold)
      .filter((part) => part !== "")
      .sort()
      .join("");
  return (
    parts(written) === parts(`${person.family} ${person.given}`) ||
    all === own ||
    all === fold(person.given + person.family)
  );
}

/** How many letters have to be changed, left out or added; more than `limit` is all the same. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? limit + 1;
}
