import { DEED_KINDS } from "@podium/protocol";
import type { NewFact } from "./fact.ts";

/** A kind of fact that stands in the record of what was done in a competition. */
export type DeedKind = (typeof DEED_KINDS)[number];

/** The competition in whose record of what was done a fact stands, "*" for all of them; null for rallies, words and the like. */
export function competitionOfDeed(fact: NewFact): string | null {
  if (!isDeed(fact)) return null;
  if (fact.kind === "role-given" || fact.kind === "role-taken-back") return fact.data.competition;
  const about = fact.kind === "chair-issued" || fact.kind === "chair-withdrawn" ? fact.data.match : fact.subject.id;
  return about.split("/")[0] ?? null;
}

/** Whether a fact is one of the kinds that the record tells. */
export function isDeed<Of extends NewFact>(fact: Of): fact is Extract<Of, { kind: DeedKind }> {
  return DEED_KINDS.some((kind) => kind === fact.kind);
}
