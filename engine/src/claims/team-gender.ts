import type { Item } from "./items.ts";
import { isOfTeams, mayBeAnother, type Scope } from "./scope.ts";

/** `m` or `w` where the sentence speaks of the men or of the women alone. */
function genderOf(items: readonly Item[]): string | null {
  const genders = new Set(
    items.flatMap(({ tags }) => tags["people"] ?? tags["gender"] ?? []).filter((one) => one !== ""),
  );
  const [gender] = genders;
  return gender === undefined || genders.size > 1 ? null : gender;
}

/** `Japan's women won the team semi-final`: the event of teams that the sentence speaks of is the women's. */
export function withGender(items: readonly Item[]): readonly Item[] {
  const gender = genderOf(items);
  if (gender === null) return items;
  return items.map((item) =>
    item.tags["event"] === "team" ? { ...item, tags: { ...item.tags, event: `${gender}t` } } : item,
  );
}

/** The event of the text where a sentence names none: of teams, that of the men and of the women alike. */
export function eventOfText(items: readonly Item[], event: string | null): string | null {
  if (event === null || !isOfTeams(event)) return event;
  const gender = genderOf(items);
  return gender === null ? "team" : `${gender}t`;
}

/** In a text about the men's team, where no other event of teams is on record, `the team final` is theirs. */
export function eventHere(called: string | null, before: string | null, scope: Pick<Scope, "events">): string | null {
  const isOne = called === "team" && before !== called && mayBeAnother(called, scope);
  return isOne && scope.events.some(({ kind }) => kind === before) ? before : called;
}
