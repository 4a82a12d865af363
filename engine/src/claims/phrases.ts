import type { Grammar } from "./languages/grammar.ts";
import { makeItem, type Item } from "./items.ts";

interface Element {
  readonly tags: readonly string[];
  readonly isOptional: boolean;
}

/** `"ordinal seed -> seed-is"`, ready to be looked for. */
export interface Phrase {
  readonly elements: readonly Element[];
  readonly tag: string;
  readonly value: string | null;
}

export function compilePhrases(grammar: Grammar): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const line of grammar.phrases) {
    const phrase = compile(line);
    for (const tag of firstTags(phrase)) byFirst.set(tag, [...(byFirst.get(tag) ?? []), phrase]);
  }
  return byFirst;
}

function compile(line: string): Phrase {
  const [left = "", right = ""] = line.split(" -> ");
  const [tag = "", value = null] = right.split(":");
  const elements = left
    .split(" ")
    .map((word) => ({ tags: word.replace("?", "").split("|"), isOptional: word.endsWith("?") }));
  return { elements, tag, value };
}

/** The tags with which a phrase may begin. */
function firstTags({ elements }: Phrase): string[] {
  const tags: string[] = [];
  for (const element of elements) {
    tags.push(...element.tags);
    if (!element.isOptional) break;
  }
  return tags;
}

export function hasTag(item: Item | undefined, tag: string): boolean {
  if (item === undefined) return false;
  if (tag === "score") return item.score !== null;
  return tag in item.tags;
}

/** Whether an item has any of these tags. */
export function hasAnyTag({ tags }: Item, wanted: ReadonlySet<string>): boolean {
  for (const tag in tags) if (wanted.has(tag)) return true;
  return false;
}

/** Puts figures and words together: days, scores by words, seeds, ranks, lists of points. */
export function compose(items: readonly Item[], phrases: ReadonlyMap<string, readonly Phrase[]>): Item[] {
  const figures = joinPoints(joinDates(joinPossessives(joinRegions(joinNumbers(withoutHyphens(items))))));
  const composed: Item[] = [];
  let at = 0;
  while (at < figures.length) {
    const found = longestPhrase(figures, { at, phrases });
    if (found === null) composed.push(figures[at] as Item); // at is inside
    else composed.push(found.item);
    at = found === null ? at + 1 : found.until;
  }
  return composed;
}

interface Looking {
  readonly at: number;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

function longestPhrase(items: readonly Item[], { at, phrases }: Looking): { item: Item; until: number } | null {
  const first = items[at];
  if (first === undefined) return null;
  const tags = first.score === null ? Object.keys(first.tags) : [...Object.keys(first.tags), "score"];
  let best: { phrase: Phrase; until: number } | null = null;
  for (const tag of tags) {
    for (const phrase of phrases.get(tag) ?? []) {
      const until = endOf(items, phrase.elements, at);
      if (until !== null && until > (best?.until ?? at)) best = { phrase, until };
    }
  }
  return best === null ? null : { item: composedItem(items.slice(at, best.until), best.phrase), until: best.until };
}

function endOf(items: readonly Item[], elements: readonly Element[], at: number): number | null {
  let next = at;
  for (const { tags, isOptional } of elements) {
    if (tags.some((tag) => isOfTag(items, next, tag))) next += 1;
    else if (!isOptional) return null;
  }
  return next;
}

/** `the 1996 Games`: a year counts no games. */
function isOfTag(items: readonly Item[], at: number, tag: string): boolean {
  const item = items[at];
  if (tag === ",") return item?.text === tag;
  return hasTag(item, tag) && (tag !== "number" || !hasTag(item, "year") || !hasTag(items[at + 1], "games"));
}

const VALUED = ["number", "ordinal"] as const;

function composedItem(parts: readonly Item[], { tag, value }: Phrase): Item {
  const [first] = parts as [Item];
  const last = parts.at(-1) ?? first;
  const values = parts.flatMap((part) => VALUED.flatMap((name) => part.tags[name] ?? []));
  const events = parts.flatMap((part) => part.tags["event"] ?? []);
  const item = makeItem({
    start: first.start,
    end: last.end,
    text: parts.map((part) => part.text).join(" "),
    isCapital: first.isCapital,
  });
  if (tag === "score")
    return { ...item, score: parts[0]?.score ?? [Number(values[0]), Number(values[1] ?? values[0])] };
  // `the first two games`: two of them.
  if (tag === "games-first" || tag === "matches-first") return { ...item, tags: { [tag]: values.at(-1) ?? "" } };
  if (tag === "games-are" || tag === "share-of") return { ...item, tags: { [tag]: values.join() } };
  return {
    ...item,
    tags: { [tag]: value ?? values[0] ?? "", ...(events[0] === undefined ? {} : { event: events[0] }) },
  };
}

/** `second-seeded` reads as two words; `Ri-Kim` stays a pair. */
function withoutHyphens(items: readonly Item[]): Item[] {
  return items.filter((item, at) => {
    const [before, after] = [items[at - 1], items[at + 1]];
    if (isElided(before, item)) return false;
    if (!HYPHENS.has(item.text) || before?.end !== item.start || after?.start !== item.end) return true;
    return before.names.length > 0 && after.names.length > 0;
  });
}

/** `l'Allemand`: the mark belongs to the article. */
function isElided(before: Item | undefined, { start, text }: Item): boolean {
  return /^['’]$/.test(text) && before?.end === start && hasAnyTag(before, ELIDED) && before.text.length <= 2;
}

const ELIDED = new Set(["article", "of"]);
const HYPHENS = new Set(["-", "‐", "‑", "–", "―"]);

/** `sixty-seven` is one number, `twenty-first` one ordinal. */
function joinNumbers(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const tens = joined.at(-1);
    const sum = tens === undefined ? null : sumOf(tens, item);
    if (tens === undefined || sum === null) joined.push(item);
    else joined[joined.length - 1] = { ...item, start: tens.start, text: `${tens.text} ${item.text}`, tags: sum };
  }
  return joined;
}

function sumOf(tens: Item, ones: Item): Readonly<Record<string, string>> | null {
  const ten = Number(tens.tags["number"]);
  const isTens = ten >= 20 && ten < 100 && ten % 10 === 0 && !/\d/.test(tens.text + ones.text);
  const isBeside = ones.start - tens.end <= 1;
  for (const kind of VALUED) {
    const one = Number(ones.tags[kind]);
    if (isTens && isBeside && one >= 1 && one <= 9) return { [kind]: String(ten + one) };
  }
  return null;
}

/** Associations whose own name ends in `, China`. */
const REGIONS = new Set(["HKG", "MAC"]);

/** `Hong Kong, China` is one name. */
function joinRegions(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item; // at is inside
    const [comma, country] = item.names.length === 0 ? [] : [items[at + 1], items[at + 2]];
    const isRegion = item.names.some((name) => name.kind === "association" && REGIONS.has(name.code));
    if (isRegion && comma?.text === "," && country?.text === "China") {
      joined.push({ ...item, end: country.end, text: `${item.text}, ${country.text}` });
      at += 2;
    } else joined.push(item);
  }
  return joined;
}

/** `China's` and `the Koreans'`: the ending becomes one item. */
function joinPossessives(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const isEnding = item.text === "s" && before !== undefined && isApostrophe(before) && before.end === item.start;
    const closes =
      isApostrophe(item) &&
      item.start === before?.end &&
      before.text.endsWith("s") &&
      before.names.length > 0 &&
      items[at + 1]?.start !== item.end;
    if (isEnding) joined[joined.length - 1] = { ...item, start: before.start, text: "'s", tags: { possessive: "" } };
    else joined.push(closes ? { ...item, tags: { possessive: "" } } : item);
  }
  return joined;
}

function isApostrophe({ text }: Item): boolean {
  return text === "'" || text === "’";
}

/** `30 July`, `July 30, 2024`, `7月30日`, `30 de julio`: one day. */
function joinDates(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const until = dateAt(items, at);
    if (until === null) joined.push(items[at] as Item); // at is inside
    else joined.push(dateItem(items.slice(at, until)));
    at = until ?? at + 1;
  }
  return joined;
}

const DATE_SHAPES = [
  "month number , year",
  "month number year",
  "month number",
  "month ordinal , year",
  "month ordinal",
  "number month-mark number day-mark",
  "number of month year",
  "number of month",
  "number . month year",
  "number . month",
  "number month year",
  "number month",
  "ordinal of month year",
  "ordinal of month",
  "ordinal month year",
  "ordinal month",
  "number day-mark",
  "last-month number day-mark",
  "month . number",
].map((shape) => shape.split(" "));

const DATE_STARTS = new Set(DATE_SHAPES.flatMap(([first = ""]) => first));

function dateAt(items: readonly Item[], at: number): number | null {
  const first = items[at];
  if (first === undefined || !hasAnyTag(first, DATE_STARTS)) return null;
  for (const shape of DATE_SHAPES) {
    const fits = shape.every((part, index) => {
      const item = items[at + index];
      return part === "," || part === "."
        ? item?.text === part
        : hasTag(item, part) && (part !== "number" || isDayOrMonth(item));
    });
    if (fits) return at + shape.length;
  }
  return null;
}

function isDayOrMonth(item: Item | undefined): boolean {
  const number = Number(item?.tags["number"]);
  return /^\d/.test(item?.text ?? "") && number >= 1 && number <= 31;
}

function dateItem(parts: readonly Item[]): Item {
  const [first] = parts as [Item];
  const last = parts.at(-1) ?? first;
  const year = parts.find((part) => "year" in part.tags)?.tags["year"] ?? "";
  const numbers = parts
    .filter((part) => !("year" in part.tags))
    .flatMap((part) => part.tags["number"] ?? part.tags["ordinal"] ?? []);
  const named = parts.find((part) => "month" in part.tags)?.tags["month"];
  const hasMonthMark = parts.some((part) => "month-mark" in part.tags);
  const month = named ?? (hasMonthMark ? numbers[0] : "");
  const day = numbers.at(-1) ?? "";
  const text = parts.map((part) => part.text).join(" ");
  return makeItem({
    start: first.start,
    end: last.end,
    text,
    tags: { date: `${year}-${pad(month ?? "")}-${pad(day)}` },
  });
}

function pad(figure: string): string {
  return figure === "" ? "" : figure.padStart(2, "0");
}

/** Where a game ends at the earliest in any of the sports. */
const POINTS_FROM = 7;

export function isPoints([one, other]: readonly [number, number]): boolean {
  return Math.max(one, other) >= POINTS_FROM;
}

/** Scores of games in a row become one list. */
function joinPoints(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const { scores, until } = pointsFrom(items, at);
    if (scores.length >= 2) {
      const start = items[at]?.start ?? 0;
      const end = items[until - 1]?.end ?? start;
      joined.push(
        makeItem({
          start,
          end,
          text: items
            .slice(at, until)
            .map((item) => item.text)
            .join(""),
          points: scores,
        }),
      );
    } else joined.push(items[at] as Item); // at is inside
    at = scores.length >= 2 ? until : at + 1;
  }
  return joined;
}

function pointsFrom(items: readonly Item[], at: number): { scores: (readonly [number, number])[]; until: number } {
  const scores: (readonly [number, number])[] = [];
  let next = at;
  let until = at;
  while (next < items.length) {
    const item = items[next];
    if (item?.score && isPoints(item.score)) {
      scores.push(item.score);
      until = next + 1;
    } else if (scores.length === 0 || !isBetweenScores(item)) break;
    next += 1;
  }
  return { scores, until };
}

function isBetweenScores(item: Item | undefined): boolean {
  return item !== undefined && ([",", "、", "，", ";", "；", "/", "·"].includes(item.text) || "and" in item.tags);
}
