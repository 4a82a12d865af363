import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { plainParagraph, readParagraph } from "./report-words.ts";

/** Each span as it would be written in brackets of its kind. */
function told(text: string): string {
  const { kind, spans } = readParagraph(text);
  const words = spans.map((span) =>
    span.as === "plain" ? span.words : `<${span.as}${span.as === "link" ? ` ${span.href}` : ""}>${span.words}</>`,
  );
  return `${kind}: ${words.join("")}`;
}

const TABLE: readonly (readonly [text: string, read: string])[] = [
  ["The final took an hour.", "words: The final took an hour."],
  ["It took *an hour*, and **nobody** left.", "words: It took <emphasis>an hour</>, and <strong>nobody</> left."],
  ["**신유빈**이 이겼다.", "words: <strong>신유빈</>이 이겼다."],
  ["See [the draw](https://ittf.example/draw?a=1).", "words: See <link https://ittf.example/draw?a=1>the draw</>."],
  ["## The last game", "heading: The last game"],
  ["> We were *lucky*.", "quote: We were <emphasis>lucky</>."],
  ["- silver", "item: silver"],
  ["* bronze", "item: bronze"],
  // What is none of it stays as it was typed.
  ["5 * 3 * 2", "words: 5 * 3 * 2"],
  ["a * b* and *c * d", "words: a * b* and *c * d"],
  ["#1 of the world", "words: #1 of the world"],
  ["-1", "words: -1"],
  [String.raw`\*not\* marked`, "words: *not* marked"],
  ["[words](javascript:alert(1))", "words: [words](javascript:alert(1))"],
  ["[words](https://[)", "words: [words](https://[)"],
  ["<b>no</b> & <script>", "words: <b>no</b> & <script>"],
  ["", "words: "],
];

for (const [text, read] of TABLE) test(JSON.stringify(text), () => assert.equal(told(text), read));

test("no word is lost but the marks, and no link leads elsewhere than to the web", () => {
  const pieces = fc.constantFrom("*", "**", "[", "](", ")", "https://a.example", "\\", " ", "Z", "- ", "javascript:");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const { spans } = readParagraph(text);
      assert.ok(spans.every((span) => span.as !== "link" || /^https?:\/\//.test(span.href)));
      const letters = (words: string) => words.replaceAll(/[^Z]/g, "");
      assert.equal(
        letters(spans.map((span) => span.words + (span.as === "link" ? span.href : "")).join("")),
        letters(text),
      );
      assert.ok(text === "" || plainParagraph(text).length <= text.length);
    }),
  );
});
