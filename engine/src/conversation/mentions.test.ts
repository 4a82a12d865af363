import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionsIn } from "./mentions.ts";

const named: readonly (readonly [text: string, among: string | null])[] = [
  ["Thank you @Ann Writer, that was it.", "Ann Writer"],
  ["(@Ann)", "Ann"],
  ["@민준님 고마워요", "민준"],
  ["谢谢@小明你说得对", null],
  ["谢谢 @小明你说得对", "小明"],
  ["write to ann@example.org", null],
  ["@ Ann", null],
  ["@", null],
  ["@Ann\nWriter", "Ann"],
  ["@José-María said so", "José-María"],
];

for (const [text, name] of named)
  test(`${JSON.stringify(text)} names ${name ?? "nobody"}`, () => {
    const names = mentionsIn(text).flatMap((mention) => mention.names);
    if (name === null) assert.deepEqual(names, []);
    else assert.ok(names.includes(name), JSON.stringify(names));
  });

test("the longest name stands first, and a name ends with its line", () => {
  assert.deepEqual(mentionsIn("@Ann B. C\nD")[0]?.names, ["Ann B. C", "Ann B", "Ann"]);
});

test("so many are mentioned at once, and no more", () => {
  assert.equal(mentionsIn("@a ".repeat(5_000)).length, 10);
});
