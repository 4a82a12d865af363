import assert from "node:assert/strict";
import { test } from "node:test";
import { equivalentOf } from "./equivalent.ts";
import { mutantsOf } from "./mutants.ts";
import { shuffled } from "./shuffle.ts";

/** Every mutant of a piece of code, as the piece it becomes. */
function become(source: string): string[] {
  return mutantsOf("a.ts", source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end));
}

const ROWS: readonly (readonly [source: string, mutants: readonly string[]])[] = [
  ["a < b;", ["a <= b;", "a >= b;", ";"]],
  ["const c = a === b;", ["const c = a !== b;"]],
  ["const c = a + b;", ["const c = a - b;"]],
  ["const c = `${a}` + `${b}`;", []],
  ["const c = a && b;", ["const c = a || b;"]],
  ["const c = !a;", ["const c = a;"]],
  ["const c = a ? b : d;", ["const c = true ? b : d;", "const c = false ? b : d;"]],
  ["if (a) b();", ["if (true) b();", "if (false) b();", "if (a) ;"]],
  ["if (a) throw new Error(`${b + c}`);", []],
  ["const c = 10;", ["const c = 11;"]],
  ["const c = a[b] ?? 0;", []],
  ["const c = a[b] ?? -1;", []],
  ["const c = a[b]?.d ?? 0;", []],
  ["const c = a.codePointAt(b) ?? 0;", []],
  [
    "a.sort((c, d) => (c < d ? -1 : 1));",
    [
      ";",
      "a;",
      "a.sort((c, d) => (c <= d ? -1 : 1));",
      "a.sort((c, d) => (c >= d ? -1 : 1));",
      "a.sort((c, d) => (true ? -1 : 1));",
      "a.sort((c, d) => (false ? -1 : 1));",
      "a.sort((c, d) => (c < d ? 1 : 1));",
    ],
  ],
  [
    "a.sort((c, d) => e(c, d) || (c < d ? -1 : 1));",
    [
      ";",
      "a;",
      "a.sort((c, d) => e(c, d) && (c < d ? -1 : 1));",
      "a.sort((c, d) => e(c, d) || (c <= d ? -1 : 1));",
      "a.sort((c, d) => e(c, d) || (c >= d ? -1 : 1));",
      "a.sort((c, d) => e(c, d) || (true ? -1 : 1));",
      "a.sort((c, d) => e(c, d) || (false ? -1 : 1));",
      "a.sort((c, d) => e(c, d) || (c < d ? 1 : 1));",
    ],
  ],
  ["const c = a?.d ?? 0;", ["const c = a?.d ?? 1;"]],
  ["const c = a.get(b) ?? 0;", ["const c = a.get(b) ?? 1;"]],
  ["const c = true;", ["const c = false;"]],
  ["const c = a.filter(b);", ["const c = a;"]],
  ["const c = a.some(b);", ["const c = a.every(b);"]],
  ["const c = { ...a, b: d };", ["const c = { ...a, ...{} };"]],
  [
    "function f() { return refuse('no', `${a + b}`, { a: 1 }); }",
    ["function f() { ; }", "function f() { return refuse('no', `${a + b}`, { a: 2 }); }"],
  ],
  ["const c = `${a > b} is more.`;", []],
  ["type A = 1; interface B { readonly c: 2 }", []],
];

for (const [source, mutants] of ROWS) {
  test(`${source} becomes ${mutants.length} others`, () => {
    assert.deepEqual(become(source).sort(), [...mutants].sort());
  });
}

test("a mutant that is listed as equivalent is found by its line, wherever that stands", () => {
  const entry = { file: "a.ts", line: "const c = 10;", before: "10", text: "11", reason: "nobody counts so far" };
  for (const source of ["const c = 10;", "\n\n  const c = 10;\n"]) {
    const [mutant] = mutantsOf("a.ts", source);
    assert.ok(mutant);
    assert.equal(equivalentOf([entry], mutant, source), entry);
  }
  const [other] = mutantsOf("b.ts", "const c = 10;");
  assert.ok(other);
  assert.equal(equivalentOf([entry], other, "const c = 10;"), undefined);
});

test("a seed draws the same order again, and every item once", () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  assert.deepEqual(shuffled(items, 7), shuffled(items, 7));
  assert.notDeepEqual(shuffled(items, 7), shuffled(items, 8));
  assert.deepEqual(
    shuffled(items, 7).sort((a, b) => a - b),
    items,
  );
});
