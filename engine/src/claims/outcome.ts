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

/** `China 3-1 Sweden`, a line of a list: who has more games stands on their side. */
export function winnerOfLine(items: readonly Item[], one: NamedSide, other: NamedSide): NamedSide | null {
  const between = items.slice(one.to, other.from);
  const [score] = between.flatMap((item) => (item.score === null ? [] : [item.score]));
  const isLine = between.every((item) => item.score !== null || [")", "(", ",", "–", "-"].includes(item.text));
  if (!isLine || score === undefined || Math.max(...score) > MOST_GAMES || score[0] === score[1]) return null;
  return score[0] > score[1] ? one : other;
}

/** No match takes more games to win. */
const MOST_GAMES = 4;

/** `met Sweden in the final on Friday and won 3-0`: how it ended for whom the sentence is about. */
export function outcomeBehind(
  items: readonly Item[],
  { until, to }: { readonly until: number; readonly to: number },
): "won" | "lost" | null {
  const and = items.findIndex((item, at) => at >= until && at < to && hasTag(item, "and"));
  const verb = and < 0 ? undefined : items[and + 1];
  const isNamed = items.slice(until, and + 3).some(({ names }) => names.length > 0);
  if (verb === undefined || isNamed || items[and + 2]?.score == null) return null;
  return /^won$/i.test(verb.text) ? "won" : /^lost$/i.test(verb.text) ? "lost" : null;
}
