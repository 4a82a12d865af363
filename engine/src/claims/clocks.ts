import { makeItem, type Item } from "./items.ts";
import { hasTag } from "./phrases.ts";

const NOON = 720;

/** How times of day are written: `14 Uhr 30`, `half past two`, `2:30 in the afternoon`, `오후 2시 30분`. */
const CLOCK_SHAPES = [
  "am|pm number hour-mark number minute-mark",
  "am|pm number hour-mark half-hour",
  "am|pm number hour-mark",
  "am|pm figures",
  "number hour-mark number minute-mark",
  "number hour-mark half-hour",
  "number hour-mark number",
  "number hour-mark",
  "number . number local-time",
  "number . number hour-mark",
  "figures am|pm",
  "figures hour-mark",
  "half-past number",
  "half-past number am|pm",
].map((shape) => shape.split(" ").map((part) => part.split("|")));

const CLOCK_STARTS = ["am", "pm", "number", "half-past", "clock"];

/** Puts the parts of a time of day together. */
export function joinClocks(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const until = clockUntil(items, at);
    const made = until === null ? null : clockItem(items.slice(at, until));
    joined.push(made ?? (items[at] as Item)); // at is inside
    at = made === null ? at + 1 : (until ?? at + 1);
  }
  return joined;
}

function clockUntil(items: readonly Item[], at: number): number | null {
  const first = items[at];
  if (first === undefined || !CLOCK_STARTS.some((tag) => hasTag(first, tag))) return null;
  const fitting = CLOCK_SHAPES.filter((shape) => shape.every((tags, index) => isPart(items[at + index], tags)));
  return fitting.length === 0 ? null : at + Math.max(...fitting.map((shape) => shape.length));
}

function isPart(item: Item | undefined, tags: readonly string[]): boolean {
  if (item === undefined) return false;
  return tags.some((tag) => {
    if (tag === ".") return item.text === ".";
    if (tag === "figures") return item.score !== null && hasTag(item, "clock");
    return hasTag(item, tag) && (tag !== "number" || Number(item.tags["number"]) < 60);
  });
}

/** The time as minutes after midnight; null where the figures are none. */
function clockItem(parts: readonly Item[]): Item | null {
  const [first] = parts as [Item];
  const last = parts.at(-1) ?? first;
  const figures = parts.find(({ score }) => score !== null)?.tags["clock"];
  const [hour = 0, minute = 0] = parts.flatMap(({ tags }) =>
    tags["number"] === undefined ? [] : Number(tags["number"]),
  );
  const isHalf = parts.some((part) => hasTag(part, "half-hour") || hasTag(part, "half-past"));
  const written = figures === undefined ? hour * 60 + (isHalf ? 30 : minute) : Number(figures);
  const half = parts.find((part) => hasTag(part, "am") || hasTag(part, "pm"));
  if (written >= 2 * NOON || (half !== undefined && written > NOON + 60)) return null;
  const ofDay = half === undefined ? written : (written % NOON) + (hasTag(half, "pm") ? NOON : 0);
  const text = parts.map((part) => part.text).join(" ");
  return makeItem({
    start: first.start,
    end: last.end,
    text,
    tags: {
      "clock-is": String(ofDay),
      ...(half === undefined ? {} : { "half-of-day": "" }),
      ...(hasTag(last, "local-time") ? { "local-time": "" } : {}),
    },
  });
}
