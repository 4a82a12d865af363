import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";

/** How many items a dateline has at most: `SOUTH PARIS ARENA, July 31, 2024 (Agency) --`. */
const LONGEST = 14;
const DASHES = new Set(["-", "–", "—", "=", "："]);
/** What closes the dateline of a Chinese agency: `新华社巴黎7月31日电`. */
const WIRED = new Set(["电", "電", "讯", "訊"]);

/** A sentence without its dateline: where and when it was written is not where and when the matches were played. */
export function withoutDateline(items: readonly Item[]): readonly Item[] {
  const until = endOfDateline(items);
  return until === 0 ? items : items.slice(until);
}

/** The day that a dateline names, `-07-30` where it names no year; null where there is none. */
export function dayOfDateline(items: readonly Item[]): string | null {
  const head = items.slice(0, endOfDateline(items));
  return head.map(({ tags }) => tags["date"]).find((date) => date !== undefined) ?? null;
}

function endOfDateline(items: readonly Item[]): number {
  const head = items.slice(0, LONGEST);
  if (head[0]?.text === "【" || head[0]?.text === "[") {
    const close = head.findIndex(({ text }) => text === "】" || text === "]");
    return close + 1;
  }
  const wired = head.findIndex(({ text }, at) => WIRED.has(text) && isDay(head[at - 1]));
  if (wired > 0) return wired + 1;
  const dash = head.findIndex(({ text }) => DASHES.has(text));
  if (dash < 1 || !isPlaceAndDay(head.slice(0, dash))) return 0;
  const after = items.slice(dash).findIndex(({ text }) => !DASHES.has(text));
  return after < 0 ? 0 : dash + after;
}

/** `PARIS, July 31 (Agency)`: ends in brackets or in a day, and every word is a name, a day or a mark. */
function isPlaceAndDay(head: readonly Item[]): boolean {
  const last = head.at(-1);
  const isClosed = last?.text === ")" || last?.text === "）" || isDay(last);
  return isClosed && !head.some(({ names, score }) => score !== null || names.some(({ kind }) => kind === "person"));
}

function isDay(item: Item | undefined): boolean {
  return ["date", "weekday", "month", "day-mark"].some((tag) => hasTag(item, tag));
}
