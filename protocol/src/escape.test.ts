import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { escapeHtml } from "./escape.ts";

/** Reads escaped text back, as a browser does. */
function asRead(html: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return html.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => signs[entity] ?? entity);
}

const table: readonly (readonly [text: string, html: string])[] = [
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ['" onmouseover="x', "&quot; onmouseover=&quot;x"],
  ["it's 11 < 9 & true", "it&#39;s 11 &lt; 9 &amp; true"],
  ["&lt; is not <", "&amp;lt; is not &lt;"],
  ["정말 👏 最高", "정말 👏 最高"],
];

for (const [text, html] of table) {
  test(`${text} is written as text`, () => assert.equal(escapeHtml(text), html));
}

const markup = fc
  .array(fc.oneof(fc.constantFrom("<", ">", "&", '"', "'", "&lt;", "</p>", "<!--"), fc.string()))
  .map((parts) => parts.join(""));

test("no sign of markup survives, and a browser reads exactly what was typed", () => {
  fc.assert(
    fc.property(markup, (text) => {
      const html = escapeHtml(text);
      assert.doesNotMatch(html, /[<>"']/);
      assert.equal(asRead(html), text);
    }),
  );
});
