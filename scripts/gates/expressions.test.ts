import assert from "node:assert/strict";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { expressionsIn, hostileInput } from "./expressions.ts";
import { filesMatching } from "./test-files.ts";

const SOURCES = "{engine,protocol,server,web,cli}/**/*.{ts,tsx}";
const TESTS = /\.(test|testing|contract)\.tsx?$/;

test("no regular expression costs more than in proportion to the length of what it reads", () => {
  const files = filesMatching(SOURCES, []).filter((file) => !TESTS.test(file));
  const expressions = expressionsIn(root, files);
  assert.ok(expressions.length > 100, `${expressions.length} were found`);
  const steep = expressions.flatMap(({ file, line, pattern }) => {
    const input = hostileInput(pattern);
    return input === null ? [] : [`${file}:${line} ${pattern} on ${input}`];
  });
  assert.deepEqual(steep, []);
});

const STEEP: readonly RegExp[] = [
  /^(a+)+$/,
  /(a|a)*b/,
  /<(\s*)*>/,
  /[ \u00A0]+$/gm,
  /^\s*(\d[\d,. ]*)\s+comments?$/i,
  /mixed.*doubles/i,
  /a(?=.*b)/g,
];
const LINEAR: readonly RegExp[] = [/(?<![ \u00A0])[ \u00A0]+$/gm, /^[a-z]+(?:-[a-z]+)*$/, /\s+/g, /^(\d{1,3}\.){3}\d$/];

for (const pattern of STEEP)
  test(`an expression that grows is found: ${pattern}`, () => {
    assert.notEqual(hostileInput(pattern), null);
  });

for (const pattern of LINEAR)
  test(`an expression that does not grow is not found: ${pattern}`, () => {
    assert.equal(hostileInput(pattern), null);
  });
