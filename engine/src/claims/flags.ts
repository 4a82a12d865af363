import type { FoundClaim } from "./found-claim.ts";
import type { ClaimEvidence } from "./evidence.ts";
import { entryName } from "./facts.ts";
import { sideName } from "./match-words.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { placeOf } from "./places.ts";
import { isElsewhere, type Scope } from "./scope.ts";
import { isStranger, type NamedSide } from "./sides.ts";

/** `Lebrun won the bronze medal for France`: for whom somebody plays, beside what was won. */
export function checkFlags(part: Part, scope: Scope): FoundClaim[] {
  const { items, sides, statements, isQuoted } = part;
  if (isQuoted || isDoubted(items) || isElsewhere(scope, items)) return [];
  return statements.flatMap((statement) => {
    const { holder } = statement.roles;
    if (statement.family !== "medal" || holder === undefined || statement.isUnsure) return [];
    const flag = sides.find(({ from }) => from === statement.until + 1 && hasTag(items[statement.until], "for"));
    return flag === undefined ? [] : heldTogether(holder, flag, { part, scope });
  });
}

function heldTogether(holder: NamedSide, flag: NamedSide, { part, scope }: { part: Part; scope: Scope }): FoundClaim[] {
  const { facts } = scope;
  const isSure = holder.people.length > 0 && holder.people.every(({ length }) => length === 1) && !isStranger(holder);
  const isPlainFlag = flag.people.length === 0 && flag.associations.length === 1 && !flag.isOwner && !flag.isPronoun;
  const entries = holder.people.flat().flatMap((id) => facts.entriesOfPerson.get(id) ?? []);
  const known = new Set(entries.flatMap(({ association }) => association ?? []));
  if (!isSure || !isPlainFlag || known.size !== 1) return [];
  const [code = ""] = known;
  const [said = ""] = flag.associations;
  const [entry] = entries;
  if (entry === undefined) return [];
  const evidence: ClaimEvidence[] = [
    { kind: "entry", id: `${entry.event.facts.id}/${entry.code}`, label: `${entryName(facts, entry)}: ${code}` },
  ];
  const words = placeOf(part.items, flag);
  const common = { type: "association" as const, claim: `${sideName(facts, holder)}: ${said}`, evidence, words };
  return said === code ? [{ ...common, verdict: "supported" }] : [{ ...common, verdict: "contradicted", truth: code }];
}
