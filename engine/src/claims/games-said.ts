import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";
import type { MedalRecord } from "./medal-record.ts";
import type { Scope } from "./scope.ts";

/** Games that a text names by their year or their city. */
export interface GamesSaid {
  /** Where in the sentence: first item, and before which it ends. */
  readonly from: number;
  readonly to: number;
  /** The Games of the record; null where none of them is meant. */
  readonly year: number | null;
}

/** Games that were held a year late, by the year in which they were. */
const HELD_IN: Readonly<Record<number, number>> = { 2021: 2020 };

/** The Games that the items of a sentence name, `Athens in 2004` once. */
export function gamesSaid(items: readonly Item[], record: MedalRecord, scope: Scope): GamesSaid[] {
  const found: GamesSaid[] = [];
  for (const [at, item] of items.entries()) {
    const year = gamesOf(item, record, scope);
    if (year === undefined) continue;
    const last = found.at(-1);
    const isSame =
      last !== undefined && last.year === year && at - last.to <= 1 && !isList(items[last.to], at - last.to);
    if (isSame) found[found.length - 1] = { ...last, to: at + 1 };
    else found.push({ from: at, to: at + 1, year });
  }
  return found;
}

/** Whether a sentence can only be about Games of the record: the text names them, or the sentence their city. */
export function isOfTheseGames(items: readonly Item[], scope: Scope): boolean {
  const { isOfOneContest, isOfOthers, textDate, cues } = scope;
  const isThen = cues.some(({ competition: { from, to } }) => textDate !== null && textDate >= from && textDate <= to);
  return isOfOneContest || (!isOfOthers && (isThen || items.some((item) => hasTag(item, "city"))));
}

function isList(item: Item | undefined, gap: number): boolean {
  return gap === 1 && (item?.text === "," || hasTag(item, "and"));
}

/** The year of the Games that an item names, null where they are not on record, undefined where it names none. */
function gamesOf({ tags }: Item, { years, lines, here }: MedalRecord, { cues }: Scope): number | null | undefined {
  if (hasOwn(tags)) return here;
  const { year, city } = tags;
  if (year !== undefined) {
    const number = Number(year);
    const held = years.includes(number) ? number : (HELD_IN[number] ?? number);
    return years.includes(held) ? held : null;
  }
  if (city === undefined) return undefined;
  if (cues.some((cue) => cue.cities.has(city) && Number(cue.year) === here)) return here;
  return lines.find(({ competition }) => competition.toLowerCase().includes(city))?.year ?? null;
}

function hasOwn(tags: Item["tags"]): boolean {
  return tags["own-games"] !== undefined;
}
