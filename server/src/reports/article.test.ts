import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { EXCERPT_LENGTH_MAX } from "@podium/protocol";
import { articleBeside } from "./article-thread.ts";
import { articleOf } from "./article.ts";
import { datelineOf } from "./dateline.ts";
import { excerptOf } from "./found-report.ts";

suite("datelines", () => {
  const rows: readonly (readonly [
    first: string,
    place: string | null,
    agency: string | null,
    byline: string | null,
    rest: string,
  ])[] = [
    ["PARIS (WIRE): It is over.", "PARIS", "WIRE", null, "It is over."],
    ["PARIS, July 30 (Wire) - It is over.", "PARIS", "Wire", null, "It is over."],
    ["SAINT-DENIS — It is over.", "SAINT-DENIS", null, null, "It is over."],
    ["(파리=연합) 아무개 기자 = 끝났다.", "파리", "연합", "아무개", "끝났다."],
    ["[파리=연합] 끝났다.", "파리", "연합", null, "끝났다."],
    ["某某社巴黎7月30日电（记者甲 乙）结束了。", "巴黎", "某某社", "甲 乙", "结束了。"],
    ["It is over – at last.", null, null, null, "It is over – at last."],
    ["WHO: nobody knows.", "WHO", null, null, "nobody knows."],
    ["They won 4-2 - and went home.", null, null, null, "They won 4-2 - and went home."],
  ];
  for (const [first, place, agency, byline, rest] of rows)
    test(first, () => {
      const read = datelineOf([first]);
      assert.deepEqual([read.place, read.agency, read.byline, read.paragraphs], [place, agency, byline, [rest]]);
    });

  test("the credit behind the last sentence is taken off it, and nothing that is a part of it", () => {
    const credited = datelineOf(["One.", "Two, at last. – The Daily Post"]);
    assert.deepEqual([credited.syndicatedFrom, credited.paragraphs], ["The Daily Post", ["One.", "Two, at last."]]);
    assert.equal(datelineOf(["Two – at last."]).syndicatedFrom, null);
  });

  test("a paragraph without an end costs no more than its length", () => {
    const before = process.cpuUsage();
    for (const piece of ["A ", "(a=", "社", "A. – ", "- - "]) datelineOf([piece.repeat(200_000)]);
    assert.ok(process.cpuUsage(before).user < 3_000_000);
  });
});

suite("the article on a page", () => {
  const long = "It went on for a while, with commas, and with many words, so that everybody sees what it is about. ";
  const body = `<p>${long.repeat(3)}</p><p>${long.repeat(3)}</p>`;

  test("what programs are told comes first, then what the page shows", () => {
    const told = articleOf(`<html lang="ko"><title>Tab</title><h1>Shown</h1>${body}`, null);
    assert.deepEqual([told?.headline, told?.language, told?.paragraphs.length], ["Shown", "ko", 2]);
    const graph =
      '{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"A &amp; B","inLanguage":"zh_CN"}]}';
    const read = articleOf(`<script type="application/ld+json">${graph}</script>${body}`, null);
    assert.deepEqual([read?.headline, read?.language], ["A & B", "zh-CN"]);
  });

  test("an address of its own is one of the web, or none", () => {
    const canonical = (href: string) =>
      articleOf(`<link rel=canonical href="${href}">${body}`, "https://a.example/x/y")?.canonical;
    assert.equal(canonical("../z"), "https://a.example/z");
    for (const href of [
      "javascript:alert(1)",
      "data:text/html,x",
      "https://me:word@a.example/",
      `https://a.example/${"x".repeat(2000)}`,
    ])
      assert.equal(canonical(href), null, href);
  });

  test("broken data is no data, and no fault", () => {
    for (const data of [
      "{",
      "null",
      "[]",
      '{"@type":7}',
      '{"@type":"NewsArticle","headline":{"x":1},"author":[null,7]}',
    ])
      assert.equal(articleOf(`<script type="application/ld+json">${data}</script>${body}`, null)?.byline, null);
  });

  test("no markup comes out of it", () => {
    const read = articleOf(
      `<article>${body}<p>${long}<svg onload=alert(1)><script>x</script><style>y{}</style></p></article>`,
      null,
    );
    assert.doesNotMatch(JSON.stringify(read), /[<>]|alert|y\{/);
  });

  test("markup that nobody wrote is given up, and holds nobody up", async () => {
    assert.equal(articleOf("<b>".repeat(100_000), null), null);
    assert.equal(await articleBeside("<div>".repeat(30_000), null), null);
    assert.notEqual(await articleBeside(body, null), null);
  });
});

suite("an excerpt", () => {
  test("has whole paragraphs, then whole sentences, and never more than an excerpt may have", () => {
    const sentence = "This is a sentence of fifty characters, is it not? ";
    const excerpt = excerptOf([sentence.repeat(10).trim(), sentence.repeat(30).trim(), "Never."]);
    assert.equal(excerpt.length, 2);
    assert.match(excerpt[1] ?? "", /not\?$/);
    assert.ok(excerpt.join("\n").length <= EXCERPT_LENGTH_MAX);
  });

  test("a text without sentences is cut, in any script", () => {
    for (const paragraph of ["x".repeat(3000), "탁".repeat(3000)]) {
      const [cut = ""] = excerptOf([paragraph]);
      assert.ok(cut.endsWith("…") && cut.length <= EXCERPT_LENGTH_MAX);
    }
    assert.match(excerptOf(["结束了。".repeat(600)])[0] ?? "", /。$/);
  });
});
