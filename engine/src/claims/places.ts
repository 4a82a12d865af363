import type { Claim } from "./claim.ts";
import type { Item } from "./items.ts";
import type { FoundClaim, TextSpan } from "./found-claim.ts";
import type { NamedSide } from "./sides.ts";

/** Where a side is named, without what describes it. */
export function placeOf(items: readonly Item[], side: NamedSide): TextSpan {
  const own = items.slice(side.from, side.to);
  const heads = own.filter(({ names }) => names.length > 0);
  const [first] = heads;
  // `Fan (China)`: with the bracket behind.
  const last = own.at(-1)?.text === ")" ? own.at(-1) : heads.at(-1);
  return {
    start: first?.start ?? items[side.from]?.start ?? 0,
    end: last?.end ?? items[side.to - 1]?.end ?? 0,
  };
}

/** Where some items of a sentence stand in the text, from the first to before the last. */
export function spanOf(items: readonly Item[], from: number, to: number): TextSpan {
  return { start: items[from]?.start ?? 0, end: items[to - 1]?.end ?? 0 };
}

/** The same items as a claim writes them. */
export function textOf(items: readonly Item[], from: number, to: number): string {
  return items
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

/** Findings in their sentence, each once; placed from its beginning. */
export function asClaims(sentence: string, findings: readonly FoundClaim[]): Claim[] {
  const seen = new Set<string>();
  const claims: Claim[] = [];
  for (const { words, ...finding } of findings) {
    const { start, end } = words ?? { start: 0, end: sentence.length };
    const key = `${finding.type} ${finding.claim} ${start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    claims.push({ sentence, start: 0, end: sentence.length, words: { start, end }, ...finding });
  }
  return claims;
}

/** A claim of a sentence in the text in which that begins here. */
export function placedFrom(claim: Claim, from: number): Claim {
  const { start, end, words } = claim;
  return {
    ...claim,
    start: start + from,
    end: end + from,
    words: { start: words.start + from, end: words.end + from },
  };
}
