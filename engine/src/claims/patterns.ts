import type { Grammar } from "./languages/grammar.ts";

const ROLES = ["winner", "loser", "either", "holder", "side"] as const;
export type PatternRole = (typeof ROLES)[number];

export type ClaimFamily = "match" | "medal" | "progress" | "course" | "standing";

/** `"loser lose to winner"`: the word it hangs on, with what stands before and after. */
export interface ClaimPattern {
  readonly family: ClaimFamily;
  /** The words as the grammar has them. */
  readonly line: string;
  /** Before the word it hangs on, the nearest first. */
  readonly before: readonly string[];
  readonly trigger: string;
  readonly after: readonly string[];
}

export function isRole(word: string): word is PatternRole {
  return (ROLES as readonly string[]).includes(word);
}

/** The patterns of a grammar by the tag they hang on, the most particular first. */
export function compilePatterns(grammar: Grammar): ReadonlyMap<string, readonly ClaimPattern[]> {
  const lines: [ClaimFamily, string][] = [
    ...grammar.matches.map((line): [ClaimFamily, string] => ["match", line]),
    ...grammar.medals.map((line): [ClaimFamily, string] => ["medal", line]),
    ...grammar.progress.map((line): [ClaimFamily, string] => ["progress", line]),
    ...(grammar.course ?? []).map((line): [ClaimFamily, string] => ["course", line]),
    ...(grammar.standings ?? []).map((line): [ClaimFamily, string] => ["standing", line]),
  ];
  const patterns = lines
    .map(([family, line]) => compile(family, line, grammar.verb))
    .sort((a, b) => length(b) - length(a));
  return new Map(patterns.map(({ trigger }) => [trigger, patterns.filter((pattern) => pattern.trigger === trigger)]));
}

function compile(family: ClaimFamily, line: string, verb: Grammar["verb"]): ClaimPattern {
  const words = line.split(" ");
  const isVerbLast = verb === "after" || isPassive(words);
  const at = isVerbLast ? words.length - 1 : words.findIndex((word) => !isRole(word));
  return { family, line, before: words.slice(0, at).reverse(), trigger: words[at] ?? "", after: words.slice(at + 1) };
}

/** `loser by winner beat`: the verb stands after both, whatever the language does else. */
function isPassive(words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  // `ended Assar's run`: what stands last belongs to the one before.
  return words.slice(0, -1).filter(isRole).length > 1 && !isRole(last) && last !== "run";
}

function length({ before, after }: ClaimPattern): number {
  return before.length + after.length;
}
