import { makeItem, type Item } from "./items.ts";
import { hasTag } from "./phrases.ts";

/** The fewest seeds that are a list where each is called a seed: two of them are two sides. */
const FEWEST = 3;

/** Puts lists of seeds together: `the second, fourth and eighth seeds`, `the seeds ranked two and eight`, `No. 2 and No. 4 seeds`. */
export function joinSeeds(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const list = listBefore(items, at) ?? listAfter(items, at) ?? listOfSeeds(items, at);
    if (list === null) joined.push(items[at] as Item); // at is inside
    else joined.push(listItem(items.slice(at, list.to), list.seeds));
    at = list?.to ?? at + 1;
  }
  return joined;
}

interface SeedList {
  readonly seeds: readonly string[];
  readonly to: number;
}

function isMark(item: Item | undefined): boolean {
  return item?.text === "," || hasTag(item, "and");
}

/** A seed by its number or its place, `No.` before it or not; where the next item stands. */
function seedAt(items: readonly Item[], at: number): { seed: string; to: number } | null {
  const isNo = hasTag(items[at], "no") || hasTag(items[at], "world-no");
  const from = isNo ? at + (items[at + 1]?.text === "." ? 2 : 1) : at;
  const { number, ordinal } = items[from]?.tags ?? {};
  const seed = ordinal ?? number;
  // `the second-, fourth- and eighth-seeded pairs`.
  const to = items[from + 1]?.text === "-" && items[from + 1]?.start === items[from]?.end ? from + 2 : from + 1;
  return seed === undefined || Number(seed) > 64 ? null : { seed, to };
}

function numbersAt(items: readonly Item[], at: number): SeedList {
  const seeds: string[] = [];
  let to = at;
  for (let next = seedAt(items, at); next !== null;) {
    seeds.push(next.seed);
    to = next.to;
    let from = to;
    while (from < to + 3 && (isMark(items[from]) || (from > to && hasTag(items[from], "article")))) from += 1;
    next = from === to ? null : seedAt(items, from);
  }
  return { seeds, to };
}

/** `second, fourth and eighth seeds`. */
function listBefore(items: readonly Item[], at: number): SeedList | null {
  const { seeds, to } = numbersAt(items, at);
  return seeds.length > 1 && hasTag(items[to], "seed") ? { seeds, to: to + 1 } : null;
}

/** `seeds ranked two, eight and four`. */
function listAfter(items: readonly Item[], at: number): SeedList | null {
  if (!hasTag(items[at], "seed")) return null;
  const { seeds, to } = numbersAt(items, hasTag(items[at + 1], "rank") ? at + 2 : at + 1);
  return seeds.length > 1 ? { seeds, to } : null;
}

/** `the second seeds, the fourth seeds and the eighth seeds`. */
function listOfSeeds(items: readonly Item[], at: number): SeedList | null {
  const seeds: string[] = [];
  let to = at;
  for (let next = at; ;) {
    const seed = seedAt(items, next);
    if (seed === null || !hasTag(items[seed.to], "seed")) break;
    seeds.push(seed.seed);
    to = seed.to + 1;
    next = to;
    while (next < to + 3 && (isMark(items[next]) || hasTag(items[next], "article"))) next += 1;
    if (next === to) break;
  }
  return seeds.length >= FEWEST ? { seeds, to } : null;
}

function listItem(parts: readonly Item[], seeds: readonly string[]): Item {
  const [first] = parts as [Item];
  const text = parts.map((part) => part.text).join(" ");
  return makeItem({
    start: first.start,
    end: parts.at(-1)?.end ?? first.end,
    text,
    tags: { "seeds-are": seeds.join() },
  });
}
