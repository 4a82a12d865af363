import { MEDALS, type Medal } from "../medals/medals.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { sideName } from "./match-words.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import { isDoubted, type Part, yearsIn } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isElsewhere, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** So many medals of a kind, as a list counts them: `a silver and two bronzes`. */
interface Counted {
  readonly medal: Medal;
  readonly number: number;
  readonly item: Item;
}

/**
 * `Sweden leave with a silver and a bronze`: what somebody won in all, told kind by kind. Fewer of a kind than the record
 * has is wrong; more may be of an event that is not on record.
 */
export function checkSums(part: Part, { isPlain, scope }: { isPlain: boolean; scope: Scope }): FoundClaim[] {
  const { items } = part;
  const all = part.sides.find(({ isPronoun, isOwner }) => !isPronoun && !isOwner);
  const counted = countedIn(items);
  const isTotal = items.some((item) => hasTag(item, "in-all"));
  if (all === undefined || counted.length < 2 || !isTotal || isDoubted(items) || part.isQuoted) return [];
  if (yearsIn(items, scope).length > 0 || isElsewhere(scope, items) || isOfSeveral(part, all)) return [];
  const own = wonBy(all, scope);
  return counted.flatMap(({ medal, number, item }): FoundClaim[] => {
    const won = own.filter((one) => one.medal === medal);
    const common = {
      type: "medal" as const,
      claim: `${sideName(scope.facts, all)}: ${number} ${medal}`,
      words: { start: item.start, end: item.end },
      evidence: won.map((one) => medalEvidence(scope.facts, one)),
    };
    if (won.length === number) return [{ ...common, verdict: "supported" }];
    const isWrong = won.length > number && isPlain && all.associations.length === 1;
    return isWrong ? [{ ...common, verdict: "contradicted", truth: String(won.length) }] : [];
  });
}

/** Two associations in one sentence: nobody can tell whose medals are counted. */
function isOfSeveral({ sides }: Part, all: NamedSide): boolean {
  return sides.some((side) => side !== all && !side.isPronoun);
}

function wonBy(side: NamedSide, { events }: Scope): ReturnType<typeof medallistsOf> {
  return events.flatMap(medallistsOf).filter(({ entry }) => isMeant(side, entry));
}

/** The medals that are counted one kind after another. */
function countedIn(items: readonly Item[]): Counted[] {
  return items.flatMap((item, at) => {
    const medal = MEDALS.find((kind) => kind === item.tags["medal"]);
    const before = items[at - 1];
    const number = Number(before?.tags["number"] ?? (/^an?$/i.test(before?.text ?? "") ? 1 : Number.NaN));
    return medal === undefined || Number.isNaN(number) || number > MOST ? [] : [{ medal, number, item }];
  });
}

/** More medals of a kind nobody wins at one competition. */
const MOST = 20;
