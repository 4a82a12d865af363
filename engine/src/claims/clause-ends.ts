import type { Found } from "./found.ts";
import type { Item } from "./items.ts";
import { isUnspaced } from "./names/letters.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";

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
