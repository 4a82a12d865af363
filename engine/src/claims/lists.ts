import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";

/** The sides of a sentence by their first and by their last item. */
interface Placed {
  readonly items: readonly Item[];
  readonly beginning: ReadonlyMap<number, NamedSide>;
  readonly ending: ReadonlyMap<number, NamedSide>;
}

function isListMark(item: Item | undefined): boolean {
  return hasTag(item, "and") || item?.text === "," || item?.text === "、";
}

/** `A, B and C` up to this side, from left to right; the side alone where nothing is listed before it. */
export function listUpTo(last: NamedSide, { items, ending }: Placed): NamedSide[] {
  const list = [last];
  for (let side = last; ;) {
    const mark = items[side.from - 1];
    const before = ending.get(side.from - 2);
    const isFirst = list.length === 1;
    if (before === undefined || before.isOwner || !(isFirst ? hasTag(mark, "and") : isListMark(mark))) return list;
    list.unshift(before);
    side = before;
  }
}

/** The same from this side on. */
export function listFrom(first: NamedSide, { items, beginning }: Placed): NamedSide[] {
  const list = [first];
  for (let side = first; ;) {
    // `日本组合、瑞典组合`.
    const mark = side.to + (["pair", "team", "player"].some((tag) => hasTag(items[side.to], tag)) ? 1 : 0);
    const next = [mark + 1, mark + 2].map((at) => beginning.get(at)).find((one) => one !== undefined);
    const isNext = isListMark(items[mark]) && (next?.from === mark + 1 || hasTag(items[mark + 1], "and"));
    if (next === undefined || !isNext) return list;
    list.push(next);
    side = next;
  }
}

/** What may stand behind the last of a list of the beaten: not a verb of which it is the subject. */
const AFTER_LIST = [
  "place",
  "to",
  "on-the-way",
  "onward",
  "apart",
  "and",
  "adverb",
  "straight",
  "on",
  "weekday",
  "date",
];

/** Whether a list of the beaten ends before this item. */
export function endsList(next: Item | undefined): boolean {
  if (next === undefined || next.score !== null) return true;
  return ["(", ",", ".", "。", ";"].includes(next.text) || AFTER_LIST.some((tag) => hasTag(next, tag));
}
