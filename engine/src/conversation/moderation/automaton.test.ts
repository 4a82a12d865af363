import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { Automaton } from "./automaton.ts";

const codesOf = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

/** Pattern and end of every hit, found one pattern at a time. */
function oneByOne(patterns: readonly string[], text: string): string[] {
  return patterns.flatMap((pattern, index) =>
    [...text].flatMap((_, end) =>
      pattern !== "" && text.slice(0, end + 1).endsWith(pattern) ? [`${index} ${end}`] : [],
    ),
  );
}

function inOnePass(patterns: readonly string[], text: string): string[] {
  const hits: string[] = [];
  new Automaton(patterns.map(codesOf)).find(codesOf(text), (pattern, end) => hits.push(`${pattern} ${end}`));
  return hits;
}

test("patterns inside one another and across one another are all found", () => {
  assert.deepEqual(inOnePass(["he", "she", "hers", "his"], "ushers"), ["1 3", "0 3", "2 5"]);
  assert.deepEqual(inOnePass([], "anything"), []);
});

test("one pass finds what looking for every pattern by itself finds", () => {
  const few = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(few, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 40 }),
      (patterns, text) => {
        assert.deepEqual(inOnePass(patterns, text).sort(), oneByOne(patterns, text).sort());
      },
    ),
  );
});
