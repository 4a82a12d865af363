import assert from "node:assert/strict";
import { test } from "node:test";
import { comesTo, type Coverage } from "./coverage.ts";
import { mutantsOf } from "./mutants.ts";

const SOURCE = "function f(a) { return a && 1; }\nif (b) { g(2); }\n";

/** The blocks of SOURCE: the module, the function, what follows `&&` and what follows the condition. */
function coverage(counts: readonly [module: number, call: number, right: number, then: number]): Coverage {
  const [module, call, right, then] = counts;
  const block = (text: string, count: number) => {
    const startOffset = SOURCE.indexOf(text);
    return { startOffset, endOffset: startOffset + text.length, count };
  };
  const blocks = [
    block(SOURCE, module),
    block("function f(a) { return a && 1; }", call),
    block("&& 1", right),
    block("{ g(2); }", then),
  ];
  return new Map([["a.ts", blocks]]);
}

function reached(counts: readonly [number, number, number, number]): string[] {
  return mutantsOf("a.ts", SOURCE)
    .filter((mutant) => comesTo(coverage(counts), mutant, SOURCE))
    .map(({ before }) => before);
}

test("tests come to a place where the smallest block around it was run, and to an operator with what stands before it", () => {
  assert.deepEqual(reached([1, 1, 1, 1]), ["&&", "1", "b", "b", "g(2);", "2"]);
  assert.deepEqual(reached([1, 1, 0, 1]), ["&&", "b", "b", "g(2);", "2"]);
  assert.deepEqual(reached([1, 0, 0, 1]), ["b", "b", "g(2);", "2"]);
  assert.deepEqual(reached([1, 0, 0, 0]), ["b", "b"]);
});

test("tests come nowhere in a file they do not load", () => {
  const [mutant] = mutantsOf("b.ts", SOURCE);
  assert.ok(mutant);
  assert.equal(comesTo(coverage([1, 1, 1, 1]), mutant, SOURCE), false);
});
