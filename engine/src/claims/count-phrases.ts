import type { Medal } from "../medals/medals.ts";
import type { Item } from "./items.ts";
import type { ClauseSpan } from "./medal-clauses.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";

/** `three golds`, `every title`, `none of them gold`. */
export interface MedalCount {
  readonly number: number | "every";
  readonly medal: Medal | "any";
  /** `36 of the 42`. */
  readonly outOf: number | null;
}

/** Counts that stand together: `two golds, a silver and a bronze`. */
export interface CountPhrase extends ClauseSpan {
  readonly counts: readonly MedalCount[];
  /** Whether it speaks of titles, which are of any contest. */
  readonly isOfTitles: boolean;
}

const GLUE = new Set([
  "article",
  "contest",
  "event",
  "sport",
  "gender",
  "people",
  "their",
  "of",
  "of-them",
  "counter",
  "they",
  "possessive",
]);
const LINKS = new Set(["and", "helper", "apart", "with"]);
const LONGEST_GLUE = 7;
const MOST = 200;

/** The medals that a sentence counts, from left to right. */
export function countPhrases(items: readonly Item[]): CountPhrase[] {
  const found: CountPhrase[] = [];
  let at = 0;
  while (at < items.length) {
    const phrase = phraseAt(items, at);
    if (phrase !== null) found.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  return found;
}

interface CountAt {
  readonly count: MedalCount;
  readonly isTitle: boolean;
  readonly to: number;
}

function phraseAt(items: readonly Item[], from: number): CountPhrase | null {
  const first = countAt(items, from, false) ?? timesAt(items, from);
  if (first === null) return null;
  const counts = [first];
  let { to } = first;
  for (let next = nextCount(items, to); next !== null; next = nextCount(items, to)) {
    counts.push(next);
    to = next.to;
  }
  const isArticle = hasTag(items[from], "article");
  if (isArticle && counts.length === 1) return null;
  return { from, to, counts: counts.map(({ count }) => count), isOfTitles: counts.some(({ isTitle }) => isTitle) };
}

/** Another count right behind: `, two silvers`, `and a bronze`, `, but just two of those are gold`. */
function nextCount(items: readonly Item[], from: number): CountAt | null {
  let at = from;
  while (at < from + 4 && (items[at]?.text === "," || items[at]?.text === "–" || isLink(items[at]))) at += 1;
  return at === from ? null : countAt(items, at, true);
}

function isLink(item: Item | undefined): boolean {
  return item !== undefined && hasAnyTag(item, LINKS) && !hasTag(item, "every") && !hasTag(item, "number");
}

/** `three-time Olympic champion`, `a double silver medallist`. */
function timesAt(items: readonly Item[], at: number): CountAt | null {
  const number = Number(items[at]?.tags["times"]);
  let to = at + 1;
  while (to < at + 4 && isGlue(items[to], false) && !isHolderWord(items[to])) to += 1;
  const won = items[to]?.tags;
  if (!(number > 1) || won === undefined || !isHolderWord(items[to])) return null;
  const medal = (won["medallist"] ?? "gold") as Medal;
  return { count: { number, outOf: null, medal }, isTitle: won["medallist"] === undefined, to: to + 1 };
}

function isHolderWord(item: Item | undefined): boolean {
  return hasTag(item, "medallist") || hasTag(item, "champion");
}

function countAt(items: readonly Item[], at: number, isFurther: boolean): CountAt | null {
  const counted = countedBehind(items, at) ?? ofThoseCounted(items, at);
  if (counted !== null) return counted;
  const number = numberAt(items[at]);
  if (number === null) return null;
  const { outOf, next } = outOfAt(items, at + 1);
  let to = next;
  // `of them, four were gold`.
  let isOfThem = isFurther || isOfSum(items, at);
  while (to < next + LONGEST_GLUE && isGlue(items[to], isOfThem)) {
    isOfThem ||= hasTag(items[to], "of-them") || hasTag(items[to], "they");
    to += 1;
  }
  const medal = tallyOf(items[to]);
  if (medal === undefined) return null;
  const isTitle = medal === "title";
  // `no gold` alone denies; `none of them gold` counts.
  if (number === 0 && !isFurther) return null;
  return { count: { number, outOf, medal: isTitle ? "gold" : (medal as Medal | "any") }, isTitle, to: to + 1 };
}

/** What is counted; `5金1银` beside its number only. */
function tallyOf(item: Item | undefined): string | undefined {
  return item?.tags["tally"] ?? item?.tags["tally-short"];
}

/** `금메달 5개`, `金メダル5個`: how many stands behind. */
function countedBehind(items: readonly Item[], at: number): CountAt | null {
  const [item, count, counter] = items.slice(at, at + 3);
  const number = numberAt(count);
  const medal = tallyOf(item);
  const twice = Number(count?.tags["times-behind"]);
  // `team silver twice`.
  if (medal !== undefined && medal !== "any" && twice > 1)
    return {
      count: { number: twice, outOf: null, medal: medal === "title" ? "gold" : (medal as Medal) },
      isTitle: false,
      to: at + 2,
    };
  if (medal === undefined || typeof number !== "number" || number === 0 || !hasTag(counter, "counter")) return null;
  return { count: { number, outOf: null, medal: medal as Medal | "any" }, isTitle: false, to: at + 3 };
}

/** `of the 42 gold medals, 36 went to Chinese players`, `42枚金牌，中国队拿走了35枚`: some of the medals that were counted before. */
function ofThoseCounted(items: readonly Item[], at: number): CountAt | null {
  const number = numberAt(items[at]);
  const next = items[at + 1];
  const isShare = hasTag(next, "went") || hasTag(next, "went-to") || hasTag(next, "counter");
  if (typeof number !== "number" || number < 1 || !isShare || tallyOf(items[at + 2]) !== undefined) return null;
  const all = items.findIndex((_, index) => index < at && Number(numberAt(items[index])) > number);
  const near = items.slice(all + 1, all + 4).find((item) => tallyOf(item) !== undefined);
  const medal = all < 0 ? undefined : tallyOf(near);
  const outOf = numberAt(items[all]);
  if (medal === undefined || typeof outOf !== "number" || items.indexOf(near as Item) >= at) return null;
  const count = { number, outOf, medal: medal === "title" ? ("gold" as const) : (medal as Medal | "any") };
  return { count, isTitle: medal === "title", to: hasTag(next, "counter") ? at + 2 : at + 1 };
}

/** `of the six medals they won, four were gold`. */
function isOfSum(items: readonly Item[], at: number): boolean {
  const isSum = items
    .slice(0, at)
    .some((item, index) => hasTag(item, "of") && /\d|medals/.test(items[index + 2]?.text ?? ""));
  return hasTag(items[at + 1], "helper") && (isSum || items.slice(0, at).some(({ tags }) => tags["tally"] === "any"));
}

function numberAt(item: Item | undefined): number | "every" | null {
  if (item === undefined || item.score !== null) return null;
  if (hasTag(item, "every")) return "every";
  if (hasTag(item, "none")) return 0;
  if (/^an?$/i.test(item.text)) return 1;
  const number = Number(item.tags["number"]);
  return hasTag(item, "number") && !hasTag(item, "year") && number <= MOST ? number : null;
}

/** `of the 42`. */
function outOfAt(items: readonly Item[], at: number): { outOf: number | null; next: number } {
  if (!hasTag(items[at], "of")) return { outOf: null, next: at };
  let next = at + 1;
  while (next < at + 4 && (hasTag(items[next], "article") || hasTag(items[next], "their"))) next += 1;
  const number = Number(items[next]?.tags["number"]);
  return number > 0 && number <= MOST ? { outOf: number, next: next + 1 } : { outOf: null, next: at };
}

function isGlue(item: Item | undefined, isOfThem: boolean): boolean {
  if (item === undefined || item.tags["tally"] !== undefined) return false;
  return (
    hasAnyTag(item, GLUE) ||
    (isOfThem && hasTag(item, "helper")) ||
    item.names.some(({ kind }) => kind === "association")
  );
}
