import type { Item } from "./items.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";

/** `2,3`: two of the first three games. */
export function shareOf(said: string): { readonly kind: "share"; readonly won: number; readonly of: number } {
  const numbers = said.split(",").map(Number);
  return { kind: "share", won: numbers[0] ?? 0, of: numbers.at(-1) ?? 0 };
}

/** How many games one after another an item says: `won the next three`, `four games in a row`, `took three straight games`. */
export function runAt(items: readonly Item[], at: number): number | null {
  const tags = items[at]?.tags ?? {};
  const number = Number(tags["games-count"] ?? tags["straight"] ?? (isBare(items[at]) ? tags["number"] : undefined));
  if (!(number >= 2 && number <= MOST_GAMES)) return null;
  const isOfGames = "games-count" in tags || isTaken(items, at);
  if (tags["straight"] !== undefined) return isTaken(items, at) ? number : null;
  const isNext = hasTag(items[at - 1], "next") && ("games-count" in tags || endsClause(items[at + 1]));
  const row = ["row", "game-row"].some((tag) => hasTag(items[at + 1], tag)) ? items[at + 2] : undefined;
  const isRow = ["row", "game-row"].some((tag) => hasTag(items[at + 1], tag)) && endsClause(row);
  const isLed = hasTag(items[at - 1], "game-row");
  return isOfGames && (isNext || isRow || isLed) ? number : null;
}

/** No match has more games. */
const MOST_GAMES = 7;

function isBare(item: Item | undefined): boolean {
  return item !== undefined && hasTag(item, "number") && !hasTag(item, "year");
}

/** `reeled off four`, `taking the next three`: a verb of winning or losing right before. */
function isTaken(items: readonly Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - 5), at);
  const verb = before.findLastIndex((item) => hasAnyTag(item, VERBS));
  return verb >= 0 && before.slice(verb + 1).every((item) => hasAnyTag(item, BETWEEN));
}

const VERBS = new Set(["took-the", "lost-the", "none"]);
const BETWEEN = new Set(["article", "next", "of", "helper"]);
const BEHIND = new Set(["join", "and", "to", "place", "from", "who"]);

function endsClause(item: Item | undefined): boolean {
  return item === undefined || item.isMark || item.points !== null || item.score !== null || hasAnyTag(item, BEHIND);
}
