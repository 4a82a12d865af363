import type { Medal } from "../medals/medals.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { sideName } from "./match-words.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import { eventIn, type Part, yearsIn } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isElsewhere, isEventCalled, isOfAnother, type Scope } from "./scope.ts";
import { isMeant } from "./sides.ts";
import { type Statement, stretchOf } from "./statements.ts";

/**
 * `won two bronze medals`: how many medals of a kind a side won here. Fewer than the record has is wrong; more may count an
 * event that is not on record, or medals of before, and is never called wrong.
 */
export function checkTotal(
  part: Part,
  statement: Statement,
  { isPlain, scope }: { isPlain: boolean; scope: Scope },
): FoundClaim[] {
  const { holder } = statement.roles;
  const stretch = stretchOf(part.items, statement);
  const counted = countedMedal(part.items.slice(statement.begin, statement.until));
  if (holder === undefined || counted === null || statement.isUnsure || !isPlain) return [];
  if (yearsIn(stretch, scope).length > 0 || isElsewhere(scope, stretch) || isOfAnother(scope, stretch)) return [];
  const { number, medal } = counted;
  const event = eventIn(stretch);
  const all = scope.events
    .filter((known) => event === null || isEventCalled(known, event))
    .flatMap(medallistsOf)
    .filter((one) => isMeant(holder, one.entry));
  const won = all.filter((one) => medal === "any" || one.medal === medal);
  const common = {
    type: "medal" as const,
    claim: `${sideName(scope.facts, holder)}: ${number} ${medal}`,
    words: { start: counted.start, end: counted.end },
    evidence: won.map((one) => medalEvidence(scope.facts, one)),
  };
  if (won.length === number) return [{ ...common, verdict: "supported" }];
  if (event !== null || !statement.isSure || statement.isEarlier) return [];
  if (won.length > number) return [{ ...common, verdict: "contradicted", truth: String(won.length) }];
  // As many of one other kind, and none of this one: the kind is wrong.
  const [other, ...more] = [...new Set(all.map((one) => one.medal))];
  const isOtherKind = won.length === 0 && other !== undefined && more.length === 0 && all.length === number;
  const evidence = all.map((one) => medalEvidence(scope.facts, one));
  return isOtherKind ? [{ ...common, evidence, verdict: "contradicted", truth: `${number} ${other}` }] : [];
}

interface CountedMedal {
  readonly number: number;
  readonly medal: Medal | "any";
  readonly start: number;
  readonly end: number;
}

function countedMedal(items: readonly Item[]): CountedMedal | null {
  const at = items.findLastIndex((item) => hasTag(item, "medal"));
  const item = items[at];
  const count = items.slice(Math.max(0, at - 2), at).findLast((one) => hasTag(one, "number"));
  const number = Number(count?.tags["number"]);
  if (item === undefined || count === undefined || !(number > 1)) return null;
  const medal = (item.tags["medal"] ?? "any") as Medal | "any";
  return { number, medal, start: count.start, end: item.end };
}
