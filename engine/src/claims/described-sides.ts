import { type KnownEntry, winnerOf } from "./facts.ts";
import type { Item } from "./items.ts";
import { outcomeOf } from "./outcome.ts";
import { hasTag } from "./phrases.ts";
import { isEventCalled, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** The words of the sentence with the event it is about. */
interface Described {
  readonly items: readonly Item[];
  readonly event: string | null;
}

/** What makes `the champions` those of somewhere else, or of another time. */
const OF_OTHERS = ["year", "city", "elsewhere", "since"];

const WHOEVER = ["medallist", "champion", "seed-is"];

/** `the silver medallists`, `the champions`, `the top seeds` where nobody is named: whoever the record says. */
export function describedSides({ items, event }: Described, sides: readonly NamedSide[], scope: Scope): NamedSide[] {
  const isInside = (at: number) => sides.some(({ from, to }) => at >= from && at < to);
  return items.flatMap((item, at) => {
    if (!isOfWhoeverWon(items, at) || isInside(at) || isInside(at + 1)) return [];
    const isPlural = item.text.endsWith("s") || hasTag(items[at + 1], "pair");
    const entries = entriesOf(item, { event, scope, isPlural });
    return entries.length === 0 ? [] : [sideOf(at, entries)];
  });
}

function isOfWhoeverWon(items: readonly Item[], at: number): boolean {
  if (!WHOEVER.some((tag) => hasTag(items[at], tag))) return false;
  const [before, after] = [items[at - 1], items[at + 1]];
  const isSaidOfThem = hasTag(before, "article") && !hasTag(before, "they");
  const verb = items.slice(0, at).findLast((one) => !hasTag(one, "article"));
  const isPredicate = hasTag(verb, "crowned") || hasTag(verb, "take") || hasTag(verb, "they");
  const isOfOthers =
    hasTag(after, "of") || items.slice(at + 1, at + 4).some((one) => OF_OTHERS.some((tag) => hasTag(one, tag)));
  return isSaidOfThem && !isPredicate && !isOfOthers && after?.text !== ",";
}

/** `they`, `the duo`: somebody named before, unlike `the champions`. */
export function isSaidBefore({ isPronoun, from }: NamedSide, items: readonly Item[]): boolean {
  return isPronoun && !WHOEVER.some((tag) => hasTag(items[from], tag));
}

function entriesOf(
  item: Item,
  { event, scope, isPlural }: { event: string | null; scope: Scope; isPlural: boolean },
): KnownEntry[] {
  const events = scope.events.filter((known) => event === null || isEventCalled(known, event));
  const medal = item.tags["medallist"] ?? (hasTag(item, "champion") ? "gold" : null);
  const seed = Number(item.tags["seed-is"]);
  return events.flatMap(({ facts, entries }) => {
    if (isPlural !== (facts.kind !== "singles")) return [];
    if (medal === null) return [...entries.values()].filter((entry) => entry.seed === seed);
    return facts.medals.flatMap((won) => (won.medal === medal ? (entries.get(won.entry) ?? []) : []));
  });
}

function sideOf(at: number, entries: readonly KnownEntry[]): NamedSide {
  const place = { from: at, to: at + 1 };
  return { ...unnamed(place), antecedents: entries.map((entry) => namedAs(entry, place)) };
}

/** `went down 4-1 to the unheralded pair`: who that was is known from the one match that the loser lost. */
export function unnamedWinner(
  { items, event, isScored }: Described & { readonly isScored: boolean },
  side: NamedSide,
  scope: Scope,
): NamedSide | null {
  const after = items.slice(side.to);
  const isBeaten = isObject(items, side) || outcomeOf(items, side) === "lost";
  const isLost = isBeaten || (isScored && after.some((item) => hasTag(item, "lose") || hasTag(item, "exit")));
  const isWon = after.some((item) => hasTag(item, "win") || (!isBeaten && hasTag(item, "beat")));
  if (!isLost || isWon || (event === null && side.people.length < 2)) return null;
  const lost = scope.events
    .filter((known) => event === null || isEventCalled(known, event))
    .flatMap(({ matches }) => matches.flatMap((match) => winnerOf(match) ?? []))
    .filter(({ loser }) => isMeant(side, loser));
  const [match] = lost;
  if (match === undefined || lost.length !== 1) return null;
  const place = { from: side.to, to: side.to };
  return { ...unnamed(place), antecedents: [namedAs(match.winner, place)] };
}

/** `removed the second seeds, Harimoto and Hayata`: whom somebody without a name beat. */
function isObject(items: readonly Item[], { from }: NamedSide): boolean {
  const verb = items[from - 1];
  const isActive = verb !== undefined && hasTag(verb, "beat") && !hasTag(verb, "victor");
  return isActive && items.slice(0, from - 1).some((item) => hasTag(item, "article") || hasTag(item, "they"));
}

/** `the men`: a team, of which somebody may have been named before. */
export function isTeam(items: readonly Item[], { from, to }: NamedSide): boolean {
  return items.slice(from, to).some((item) => hasTag(item, "people") || hasTag(item, "gender"));
}

/** The associations for which these people play. */
export function teamsOf(sides: readonly NamedSide[], { entriesOfPerson }: Scope["facts"]): NamedSide[] {
  const codes = new Set(
    sides
      .flatMap(({ people }) => people.flat().flatMap((id) => entriesOfPerson.get(id) ?? []))
      .map((entry) => entry.association),
  );
  return [...codes].flatMap((code) =>
    code === null ? [] : [{ ...unnamed({ from: 0, to: 0 }), associations: [code], isPronoun: false }],
  );
}

/** Whom a clause without a subject speaks of. */
export function unsaidSide(antecedents: readonly NamedSide[]): NamedSide {
  return { ...unnamed({ from: 0, to: 0 }), antecedents };
}

/** `Calderano, the Brazilian, came`: an association behind a name says who that is, and is nobody else. */
export function withoutApposed(
  items: readonly Item[],
  sides: readonly NamedSide[],
  { entriesOfPerson }: Scope["facts"],
): NamedSide[] {
  return sides.filter((side, index) => {
    const before = sides[index - 1];
    const isBetween =
      before?.to === side.from - 1 && items[side.from - 1]?.text === "," && items[side.to]?.text === ",";
    if (!isBetween || side.people.length > 0 || side.isOwner || before.people.length === 0) return true;
    const own = before.people.flat().flatMap((id) => entriesOfPerson.get(id) ?? []);
    return !own.some(({ association }) => association !== null && side.associations.includes(association));
  });
}

function unnamed(place: { from: number; to: number }): NamedSide {
  return { ...place, people: [], associations: [], isPair: false, isOwner: false, isPronoun: true, antecedents: [] };
}

/** An entry of the record as if a text had named it in full. */
export function sideOfEntry(entry: KnownEntry): NamedSide {
  return namedAs(entry, { from: 0, to: 0 });
}

function namedAs({ players }: KnownEntry, place: { from: number; to: number }): NamedSide {
  return { ...unnamed(place), people: players.map((id) => [id]), isPair: players.length > 1, isPronoun: false };
}
