import type { Grammar } from "./languages/grammar.ts";

const ROLES = ["winner", "loser", "either", "holder", "side"] as const;
export type Role = (typeof ROLES)[number];

export type Family = "match" | "medal" | "progress";

/** `"loser lose to winner"`: the word it hangs on, with what stands before and after. */
export interface Pattern {
  readonly family: Family;
  /** The words as the grammar has them. */
  readonly line: string;
  /** Before the word it hangs on, the nearest first. */
  readonly before: readonly string[];
  readonly trigger: string;
  readonly after: readonly string[];
}

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

/** The patterns of a grammar by the tag they hang on, the most particular first. */
export function compilePatterns(grammar: Grammar): ReadonlyMap<string, readonly Pattern[]> {
  const lines: [Family, string][] = [
    ...grammar.matches.map((line): [Family, string] => ["match", line]),
    ...grammar.medals.map((line): [Family, string] => ["medal", line]),
    ...grammar.progress.map((line): [Family, string] => ["progress", line]),
  ];
  const patterns = lines
    .map(([family, line]) => compile(family, line, grammar.verb))
    .sort((a, b) => length(b) - length(a));
  return new Map(patterns.map(({ trigger }) => [trigger, patterns.filter((pattern) => pattern.trigger === trigger)]));
}

function compile(family: Family, line: string, verb: Grammar["verb"]): Pattern {
  const words = line.split(" ");
  const isVerbLast = verb === "after" || isPassive(words);
  const at = isVerbLast ? words.length - 1 : words.findIndex((word) => !isRole(word));
  return { family, line, before: words.slice(0, at).reverse(), trigger: words[at] ?? "", after: words.slice(at + 1) };
}

/** `loser by winner beat`: the verb stands after both, whatever the language does else. */
function isPassive(words: readonly string[]): boolean {
  return words.slice(0, -1).filter(isRole).length > 1 && !isRole(words.at(-1) ?? "");
}

function length({ before, after }: Pattern): number {
  return before.length + after.length;
}
