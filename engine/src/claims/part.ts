import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";
import type { Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { type Statement, stretchOf } from "./statements.ts";

/** A sentence as it was read: what every check of it begins with. */
export interface Part {
  readonly items: readonly Item[];
  readonly sides: readonly NamedSide[];
  readonly statements: readonly Statement[];
  readonly isQuoted: boolean;
  /** The event that the sentence names; else that of the text so far. */
  readonly event: string | null;
  readonly named: string | null;
  /** Who was spoken of before it. */
  readonly before: readonly NamedSide[];
}

export function isDoubted(items: readonly Item[]): boolean {
  return items.some((item) => hasTag(item, "unsure") || hasTag(item, "not"));
}

/** The first event that these items name. */
export function eventIn(items: readonly Item[]): string | null {
  return items.map((item) => item.tags["event"]).find((event) => event !== undefined) ?? null;
}

/** A year of other Games that an item names, by itself or by their city. */
export function yearOf(item: Item, { facts, cues }: Scope): number | null {
  const year = item.tags["year"];
  if (year !== undefined) return cues.some((cue) => cue.year === year) ? null : Number(year);
  const { city } = item.tags;
  if (city === undefined || cues.some(({ cities }) => cities.has(city))) return null;
  const honour = facts.honours.find(({ competition }) => competition.toLowerCase().includes(city));
  return honour?.year ?? null;
}

export function yearsIn(items: readonly Item[], scope: Scope): number[] {
  return items.flatMap((item) => yearOf(item, scope) ?? []);
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What may stand between the name of a side and the comma behind it. */
const OF_SIDE = ["possessive", "people", "gender"];

function insertionsOf({ items, sides }: Pick<Part, "items" | "sides">): Gap[] {
  return sides.flatMap((side) => {
    let { to } = side;
    // `Germany's men, silver medallists in Tokyo,`.
    while (OF_SIDE.some((tag) => hasTag(items[to], tag))) to += 1;
    if (items[to]?.text !== ",") return [];
    const close = items.findIndex((item, at) => at > to && item.text === ",");
    return close > to && close - to <= LONGEST_INSERTION ? [{ from: to, to: close }] : [];
  });
}

/** A sentence without what stands between commas after a name: `Moregard, runner-up of 2021, won`. */
export function withoutInsertions(part: Pick<Part, "items" | "sides">): Item[] {
  const gaps = insertionsOf(part);
  return part.items.filter((_, at) => !gaps.some(({ from, to }) => at > from && at < to));
}

/** What a statement says itself: without what is put in behind a name, unless it stands there. */
export function ownStretch(part: Pick<Part, "items" | "sides">, statement: Statement): Item[] {
  const stretch = stretchOf(part.items, statement);
  const gaps = insertionsOf(part).filter((gap) => isApposition(part.items, gap));
  const isKept = (at: number) => !gaps.some(({ from, to }) => at > from && at < to);
  return isKept(statement.at) ? stretch.filter((item) => isKept(part.items.indexOf(item))) : stretch;
}

/** `, the champions of Tokyo,`: what somebody is, not what is told. */
function isApposition(items: readonly Item[], { from, to }: Gap): boolean {
  const inside = items.slice(from + 1, to);
  const isDoing = /ing$/i.test(inside[0]?.text ?? "") && Object.keys(inside[0]?.tags ?? {}).length === 0;
  const isTitle =
    isDoing || inside.some((item) => ["medallist", "champion", "title", "placed"].some((tag) => hasTag(item, tag)));
  return isTitle && inside.every((item) => item.score === null && item.points === null && !hasTag(item, "beat"));
}

/** A sentence without what its last comma adds by the way: `, an event introduced in Tokyo`. */
export function headOf(items: readonly Item[]): readonly Item[] {
  const comma = items.findLastIndex((item) => item.text === ",");
  const next = items[comma + 1];
  const isAdded = hasTag(next, "article") || hasTag(next, "who");
  return comma > 0 && isAdded ? items.slice(0, comma) : items;
}

/** `Wang, who had won the mixed doubles, lost`: without what is told of somebody by the way. */
export function withoutRelatives(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  let isRelative = false;
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const isWho = hasTag(item, "who") && !hasTag(item, "article") && before !== undefined;
    isRelative = isWho || (isRelative && item.text !== ",");
    if (!isRelative) kept.push(item);
  }
  return kept;
}

/** `Deng, perhaps the most feared of them, took`: what a guess between commas leaves out is said for certain. */
export function withoutGuess(items: readonly Item[]): readonly Item[] {
  const open = items.findIndex(({ text }, at) => text === "," && hasTag(items[at + 1], "guess"));
  const close = items.findIndex(({ text }, at) => at > open + 1 && text === ",");
  const isInsertion = open > 0 && close > open && close - open <= LONGEST_INSERTION;
  return isInsertion ? [...items.slice(0, open), ...items.slice(close + 1)] : items;
}

const LONGEST_INSERTION = 12;

/** `the first since Waldner in 2000`: what lies behind is named for comparison. */
export function beforeSince(items: readonly Item[]): readonly Item[] {
  const since = items.findIndex((item) => hasTag(item, "since"));
  return since < 0 ? items : items.slice(0, since);
}

/** `claimed bronze, their first medal since 2008`: what is said of the medal by the way, of other times. */
export function beforeItsFirst(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item, index) => hasTag(item, "their") && hasTag(items[index + 1], "first"));
  return at > 0 && items[at - 1]?.text === "," ? items.slice(0, at) : items;
}

/** `won bronze, as Ito did in Tokyo`: what follows is said of somebody else. */
export function turnsAside(items: readonly Item[], at: number): boolean {
  return hasTag(items[at], "apart") && items[at - 1]?.text === ",";
}

/** `three gold medals`: how many, not which. */
export function isCounted(items: readonly Item[], medal: Item): boolean {
  const at = items.indexOf(medal);
  return items.slice(Math.max(0, at - 2), at).some((item) => hasTag(item, "number") && Number(item.tags["number"]) > 1);
}

/** Words in quotation marks, questions and errors that are corrected are somebody's, not the text's. */
export function isQuotedOrAsked(items: readonly Item[]): boolean {
  if (hasTag(items[0], "inverted") || isAsked(items) || items.some((item) => hasTag(item, "misreport"))) return true;
  return items.some(({ text }) => /^["“”„«»「」『』]$/.test(text));
}

export function isAsked(items: readonly Item[]): boolean {
  const last = items.at(-1)?.text;
  return last === "?" || last === "？";
}

/** `China's Sun took the picture` names an association by the way; it is a claim where the sentence speaks of the sport. */
export function isOfSport(items: readonly Item[]): boolean {
  return items.some(
    (item) => item.score !== null || item.points !== null || SPORT_WORDS.some((tag) => hasTag(item, tag)),
  );
}

const SPORT_WORDS = ["round", "medal", "medallist", "event", "seed-is", "champion", "beat", "lose", "title"];

/** `China beat Japan and so won the event`: of the match that is told, whichever event was named last. */
export function isOfAnotherEvent({ items }: Part, told: string | null): boolean {
  const [meant] = items.flatMap(({ tags }) => (tags["that-event"] === undefined ? [] : (tags["event"] ?? [])));
  return told !== null && meant !== undefined && meant !== told;
}
