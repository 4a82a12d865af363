import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import * as fc from "fast-check";
import { paragraphsOf } from "./paragraphs.ts";

const TABLE: readonly (readonly [name: string, pasted: string, paragraphs: readonly string[]])[] = [
  [
    "empty lines part paragraphs, and lines within one are joined",
    "One\ntwo.\n\nThree.\n \n\n",
    ["One two.", "Three."],
  ],
  ["without an empty line each line is a paragraph", "One.\r\nTwo.\nThree.", ["One.", "Two.", "Three."]],
  ["HTML becomes its words", "<p>One <i>two</i>\n&amp; three.</p><p>Four.</p>", ["One two & three.", "Four."]],
  ["what a script holds is no word", "<p>One.</p><script>alert(1)</script><style>p{}</style>", ["One."]],
  ["a sign that begins no tag is a sign", "11 < 12 & 13 > 12", ["11 < 12 & 13 > 12"]],
  [
    "headings, quotes and items of a list stand alone, also where no empty line parts them",
    "Three medals:\n- gold\n- silver, and\nmore\n\n## After\nThen.\n\n> Quoted.\n> Twice.",
    ["Three medals:", "- gold", "- silver, and more", "## After", "Then.", "> Quoted.", "> Twice."],
  ],
  ["lists of HTML are lists", "<p>One.</p><ul><li>two</li><li>three</li></ul>", ["One.", "- two", "- three"]],
  ["nothing has no paragraph", " \n\n ", []],
];

for (const [name, pasted, paragraphs] of TABLE)
  test(name, () => {
    assert.deepEqual(paragraphsOf(pasted), paragraphs);
  });

test("what was taken apart once stays as it is when it is written again", () => {
  const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(words, (parts) => {
      const once = paragraphsOf(parts.join("\n\n"));
      assert.ok(!isRefused(once));
      if (once.some((paragraph) => /<(?:\/?[a-z]|!--)/i.test(paragraph))) return;
      assert.deepEqual(paragraphsOf(once.join("\n\n")), once);
    }),
  );
});

test("a report of 201 paragraphs, or with one of 5,001 characters, is too long", () => {
  for (const pasted of ["x\n".repeat(201), "x".repeat(5001)]) {
    const refused = paragraphsOf(pasted);
    assert.ok(isRefused(refused) && refused.code === "report-too-long");
  }
  for (const pasted of ["x\n".repeat(200), "x".repeat(5000)]) assert.ok(!isRefused(paragraphsOf(pasted)));
});
