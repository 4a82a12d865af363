import { BREAK } from "./reading.ts";
import { lettersOf } from "./letters.ts";

/** What two texts are compared by: their pairs of neighbouring letters, in every script. */
export interface Fingerprint {
  /** The text as it is compared: without case, accents, punctuation; every address is one sign. */
  readonly normal: string;
  readonly pairs: ReadonlySet<string>;
}

/** Shorter texts are alike by chance: "good game". */
export const SHORTEST_COMPARED = 12;
/** Edited copies of one text lie at 0.76 and more, different texts of one kind below 0.55, in English, Chinese and Korean. */
const COPY = 0.7;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;
const MOST_COMPARED = 2_000;

/** Prepares a text for comparison; of a very long one the beginning. */
export function fingerprint(text: string): Fingerprint {
  const codes: number[] = [];
  for (const { bare, script } of lettersOf(text.slice(0, MOST_COMPARED).replace(ADDRESS, " u "))) {
    if (script !== "sign" && script !== "space") codes.push(bare);
    else if (codes.at(-1) !== BREAK && codes.length > 0) codes.push(BREAK);
  }
  const letters = codes.map((code) => String.fromCodePoint(code));
  const normal = letters.join("").trimEnd();
  return { normal, pairs: new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`)) };
}

/** The share of pairs that two texts have in common (Jaccard's index), from 0 to 1. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  if (a.normal === b.normal) return 1;
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1;
  const all = a.pairs.size + b.pairs.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Whether one is a copy of the other, edited or not. */
export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  if (a.normal.length < SHORTEST_COMPARED || b.normal.length < SHORTEST_COMPARED)
    return a.normal !== "" && a.normal === b.normal;
  return likeness(a, b) >= COPY;
}
