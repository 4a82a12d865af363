import type { Claim } from "@podium/engine";

/** A stretch of a text: the claim it says, by its number, or none. */
export interface MarkedStretch {
  readonly words: string;
  readonly claim: number | null;
}

const URGENCY = ["contradicted", "not in the record", "supported"];

/** A text in stretches, so that each claim is marked where its words stand; of two that overlap the more urgent one, then the shorter. */
export function markedText(text: string, claims: readonly Claim[]): MarkedStretch[] {
  const lengthOf = ({ words }: Claim) => words.end - words.start;
  const byUrgency = claims
    .map((claim, index) => ({ claim, index }))
    .sort(
      (one, other) =>
        URGENCY.indexOf(one.claim.verdict) - URGENCY.indexOf(other.claim.verdict) ||
        lengthOf(one.claim) - lengthOf(other.claim),
    );
  const taken: typeof byUrgency = [];
  for (const one of byUrgency) {
    const { start, end } = one.claim.words;
    if (taken.every(({ claim: { words } }) => words.end <= start || words.start >= end)) taken.push(one);
  }
  const stretches: MarkedStretch[] = [];
  let at = 0;
  for (const { claim, index } of taken.sort((one, other) => one.claim.words.start - other.claim.words.start)) {
    const { start, end } = claim.words;
    if (start > at) stretches.push({ words: text.slice(at, start), claim: null });
    stretches.push({ words: text.slice(start, end), claim: index });
    at = end;
  }
  if (at < text.length) stretches.push({ words: text.slice(at), claim: null });
  return stretches;
}
