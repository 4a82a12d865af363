import type { Found } from "./found.ts";
import type { Item } from "./items.ts";
import { isUnspaced } from "./names/letters.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";
import { BREAKS } from "./subject.ts";

/** `ended Moregard's run with a 4-2 win in the final`: the noun behind it tells the same match. */
export function isOfRun({ pattern }: Found): boolean {
  return pattern.after.at(-1) === "run";
}

/** `gegen Südkorea verloren`: the verb behind both sides says who won, the preposition between them nothing more. */
export function isTwiceTold(one: Found, all: readonly Found[]): boolean {
  const sides = [...one.before, ...one.after];
  return (
    one.pattern.line === "either over either" &&
    all.some(
      ({ pattern, before }) =>
        pattern.family === "match" && before.length === 2 && sides.every((side) => before.includes(side)),
    )
  );
}

/** `gewann gegen Jang und verlor im Halbfinale`: the second verb is of a match whose other side is not named. */
export function isOfNextVerb({ pattern, before, at }: Found, all: readonly Found[], items: readonly Item[]): boolean {
  if (pattern.family !== "match" || before.length !== 2) return false;
  const last = Math.max(...before.map(({ to }) => to));
  const first = all.find(
    (one) =>
      one.pattern.family === "match" &&
      !one.pattern.line.includes("either") &&
      one.at < last &&
      one.after.some((side) => before.includes(side)),
  );
  const isNext = (item: Item) => item.text === "," || hasTag(item, "and") || hasTag(item, "join");
  return first !== undefined && items.slice(last, at).some(isNext);
}

/** `then`, `and then`. */
export function isThenAt(items: readonly Item[], at: number): boolean {
  return hasTag(items[at], "after-that") || (hasTag(items[at], "and") && hasTag(items[at + 1], "after-that"));
}

/** Verbs of a clause that tells of another match, and how far behind its conjunction they stand. */
const OF_OTHER_MATCH = new Set(["lose", "beat", "win", "reach", "exit", "went"]);
const FAR_VERB = 7;
const NEAR_VERB = 3;

export const LONGEST_ENDING = 4;

export function isEnding(before: Item | undefined, item: Item | undefined): boolean {
  if (before === undefined || item === undefined || item.isMark) return false;
  return item.start === before.end || hasTag(item, "not");
}

/** `before losing in the final`, `while the men went to the final`: a clause whose other side is not named. */
export function isNextAt(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  // In Chinese a comma does: `战胜日本队，但在决赛中0比3落败`.
  const isComma = item?.text === "," && isUnspaced(next?.text.charAt(0) ?? "") && hasRound(items, at + 1);
  const far = hasTag(item, "join") || isComma ? FAR_VERB : hasTag(item, "and") && next !== undefined ? NEAR_VERB : 0;
  const behind = items.slice(at + 1, at + 1 + far);
  const verb = behind.findIndex((one) => hasAnyTag(one, OF_OTHER_MATCH));
  const isNamed = behind.slice(0, Math.max(0, verb)).some((one) => one.isMark || one.names.length > 0);
  return verb >= 0 && !isNamed;
}

function hasRound(items: readonly Item[], from: number): boolean {
  return items.slice(from, from + NEAR_VERB + 1).some((item) => hasTag(item, "round"));
}

/** `won gold on Saturday by beating Japan`, `went out on Saturday, beaten by Korea`: the day is that of the match. */
export function isHowIt(items: readonly Item[], { found, before }: { found: Found; before: Found }): boolean {
  const mark = items[found.at - 1];
  const isBeaten = mark?.text === "," && found.pattern.after[0] === "by" && before.pattern.line.includes("exit");
  const isBy = hasTag(mark, "by") && items[found.at]?.text.endsWith("ing") === true;
  return found.at > before.until && before.pattern.family !== "match" && (isBeaten || isBy);
}

export function hasBreak(item: Item): boolean {
  // German `die` is an article as well as `who`.
  return hasTag(item, "unsure") || (!hasTag(item, "article") && BREAKS.some((tag) => hasTag(item, tag)));
}

/** What begins to tell of another match behind a verb that comes last. */
const OF_NEXT = ["round", "event", "date", "weekday", "day"];

/** Where the verb comes last, its clause ends before the next round, event or day. */
export function clauseEnd(items: readonly Item[], { until }: Found): number {
  const next = items.findIndex((item, at) => at >= until && OF_NEXT.some((tag) => hasTag(item, tag)));
  const isInBrackets = next >= 0 && items[until]?.text === "(";
  return next < 0 || isInBrackets ? items.length : next;
}

/** As long as a dateline may be. */
const LEAD = 6;

/** `gave China the title that had eluded them in Tokyo, holding off Japan`: the match begins with its participle. */
export function isToldByDoing(items: readonly Item[], { at, index }: { at: number; index: number }): boolean {
  const isDoing =
    index === at - 1 && items[index]?.text === "," && (items[at]?.text ?? "").split(" ")[0]?.endsWith("ing");
  const isOfOtherTimes = items.slice(0, index).some(({ tags }) => (tags["city"] ?? tags["year"]) !== undefined);
  return isDoing === true && index > LEAD && isOfOtherTimes;
}

/** `had not dropped a game, beating Japan`: a clause that begins with its verb. */
export function participleStart(items: readonly Item[], { at }: Found): number {
  const before = items[at - 1]?.text.toLowerCase() ?? "";
  return [",", "after"].includes(before) && (items[at]?.text.split(" ")[0] ?? "").endsWith("ing") ? at : 0;
}

export function unsaidSubject(side: NamedSide): Pick<Found, "isSure" | "isRelative" | "gap"> & { side: NamedSide } {
  return { side, isSure: true, isRelative: false, gap: null };
}
