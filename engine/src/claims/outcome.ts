import type { Item } from "./items.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";

/** What a verb says of the match of a side, where nobody says against whom: `won 4-2`, `lost her semi-final`. */
type SoleOutcome = "won" | "lost" | null;

const BESIDE_VERB = new Set(["helper", "adverb"]);
const BESIDE_NOUN = new Set(["article", "their", "helper"]);

/** What follows a verb that speaks of a match: anything else may be a medal, a game or a necklace. */
const OF_MATCH = new Set(["round", "place", "straight", "on", "weekday", "day", "date", "join", "apart", "with-score"]);

const RIVALS = new Set(["player", "pair", "age", "seed-is", "rank-is", "unranked", "top-ranked"]);

/** Whether a side won or lost, by the verb right after it. */
export function outcomeOf(items: readonly Item[], side: NamedSide): SoleOutcome {
  const at = firstOther(items, side.to, BESIDE_VERB);
  const verb = items[at];
  const noun = items[firstOther(items, at + 1, BESIDE_NOUN)];
  if (verb === undefined) return null;
  const isPassive = items.slice(side.to, at).some(({ text }) => /^(is|are|was|were|been|being)$/i.test(text));
  if (hasTag(verb, "beat")) return isPassive ? "lost" : noun !== undefined && hasAnyTag(noun, RIVALS) ? "won" : null;
  const isOfMatch = noun === undefined || noun.isMark || noun.score !== null || hasAnyTag(noun, OF_MATCH);
  if (!isOfMatch) return null;
  if (hasTag(verb, "lose")) return "lost";
  return hasTag(verb, "win") ? "won" : null;
}

function firstOther(items: readonly Item[], from: number, passed: ReadonlySet<string>): number {
  let at = from;
  for (let item = items[at]; item !== undefined && hasAnyTag(item, passed) && !hasTag(item, "beat"); item = items[at])
    at += 1;
  return at;
}
