import assert from "node:assert/strict";
import { test } from "node:test";
import { Parser } from "htmlparser2";
import * as fc from "fast-check";
import { markupOf } from "./markup.ts";

const MADE: readonly (readonly [words: string, html: string | null])[] = [
  ["Only words.\n\nAnd more\nof them", null],
  ["1 < 2 & 3 > 2", null],
  ["*a* and **b**", '<p dir="auto"><em>a</em> and <strong>b</strong></p>'],
  ["中文**粗体**测试", '<p dir="auto">中文<strong>粗体</strong>测试</p>'],
  ["snake_case_name", null],
  ["> asked\n> so\n\nanswered", '<blockquote><p dir="auto">asked<br>so</p></blockquote><p dir="auto">answered</p>'],
  ["- a\n- b", '<ul><li dir="auto">a</li><li dir="auto">b</li></ul>'],
  ["3. c\n4. d", '<ol start="3"><li dir="auto">c</li><li dir="auto">d</li></ol>'],
  ["`<b>`", '<p dir="auto"><code dir="auto">&lt;b&gt;</code></p>'],
  ["```\n<i>\n```", '<pre dir="auto"><code>&lt;i&gt;\n</code></pre>'],
  [
    "[here](https://a.example/?a=1&b=2)",
    '<p dir="auto"><a href="https://a.example/?a=1&amp;b=2" rel="ugc nofollow noopener">here</a></p>',
  ],
  [
    "see https://a.example/x.",
    '<p dir="auto">see <a href="https://a.example/x" rel="ugc nofollow noopener">https://a.example/x</a>.</p>',
  ],
  ["\\*not\\*", '<p dir="auto">*not*</p>'],
  ["# no heading", null],
  ["<script>alert(1)</script>", null],
  ["&lt;b&gt;", null],
];

for (const [words, html] of MADE) {
  test(`a comment of ${JSON.stringify(words)} is shown as ${html ?? "it was typed"}`, () =>
    assert.equal(markupOf(words), html));
}

test("a link leads to the web or nowhere", () => {
  for (const address of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "/me",
    "//a.example",
    "file:///etc",
    "&#106;avascript:alert(1)",
    "java\nscript:alert(1)",
  ])
    assert.doesNotMatch(markupOf(`**b** [x](${address}) [y](<${address}>) ![z](${address})`) ?? "", /<a href/, address);
});

test("a picture is a link to it", () => {
  assert.doesNotMatch(markupOf("![cup](https://a.example/cup.png)") ?? "", /<img/);
});

test("what is quoted deeper than anybody reads is shown as it was typed, so that no word is lost", () => {
  assert.equal(markupOf(`${">".repeat(60)} deep`), null);
  assert.equal(markupOf(`${"- ".repeat(60)}deep`), null);
});

const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  a: /^(?:href https?:\/\/[^\s"<>]*|rel ugc nofollow noopener)$/,
  ol: /^start \d{1,9}$/,
  p: /^dir auto$/,
  li: /^dir auto$/,
  code: /^dir auto$/,
  pre: /^dir auto$/,
};
const ELEMENTS: ReadonlySet<string> = new Set("p blockquote ul ol li em strong a code pre br".split(" "));

test("whatever is typed, a comment has no element and no attribute but those of the list", () => {
  const pieces = fc.constantFrom(
    ...'<script>|</p>|<img src=x onerror=alert(1)>|javascript:|](|[a|![|*|**|_|`|```|\n|\n\n|> |- |1. |\\|&#x3c;|&lt;|"|\'|https://a.example/|<https://a.example>|<a href="|onclick=|\u202e|바보|م|😀|\ud800| '.split(
      "|",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: pieces, maxLength: 60 }), fc.string({ unit: "binary", maxLength: 80 })),
      (words) => {
        new Parser({
          onopentag: (name, attributes) => {
            assert.ok(ELEMENTS.has(name), name);
            for (const [key, value] of Object.entries(attributes))
              assert.match(`${key} ${value}`, ATTRIBUTES[name] ?? /^$/);
          },
          oncomment: () => assert.fail("a comment in HTML"),
        }).end(markupOf(words) ?? "");
      },
    ),
    { numRuns: 2_000 },
  );
});

test("hostile words cost no more than in proportion to their length", () => {
  for (const piece of [
    "[",
    "> ",
    "*",
    "- ",
    "`",
    "![](",
    "\\",
    "_a",
    "**a ",
    "1. ",
    "[a](",
    "<a",
    "*_",
    "a**b",
    "](",
    "~~~\n",
  ]) {
    const cpuMs = (length: number): number => {
      const before = process.cpuUsage();
      markupOf(piece.repeat(length / piece.length));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    cpuMs(2_500);
    const [short, long] = [cpuMs(2_500), cpuMs(10_000)];
    assert.ok(long < 16 * short + 60, `${piece}: ${long} ms for 10,000, ${short} ms for 2,500`);
  }
});
