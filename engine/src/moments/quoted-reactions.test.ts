import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { quotedReactions } from "./quoted-reactions.ts";

/** Language of the report, paragraph, and of each reaction platform, author and what is missing; invented sentences. */
const TABLE: readonly [language: string, paragraph: string, expected: readonly string[]][] = [
  [
    "en",
    "“A picture that nobody would have thought of,” said one Weibo user.",
    ["Weibo|null|author,address,time,original"],
  ],
  ["en", "“We should all look at this for a while!” wrote a user on X.", ["X|null|author,address,time"]],
  ["en", '"We should all look at this," @somebody.else wrote on X.', ["X|@somebody.else|address,time"]],
  ["en", "“Everybody in one picture, at last and together.”", ["null|null|platform,author,address,time"]],
  [
    "en",
    'On Reddit, u/some_body wrote (https://reddit.example/c/1): "I have looked at it ten times."',
    ["Reddit|u/some_body|time"],
  ],
  ["en", "“We trained for this day and no other,” the coach of the winners said.", []],
  ["en", "Many called it a “moment to keep” of the week on X.", []],
  ["en", "World No 1 “had nothing to lose in this match”, the trainer said.", []],
  [
    "ko",
    "한 누리꾼은 웨이보에 “이런 사진은 다시 볼 수 없을 것이다”라고 썼다.",
    ["Weibo|null|author,address,time,original"],
  ],
  ["zh", "一位网友在微博上写道：“这样的照片以后再也看不到了。”", ["Weibo|null|author,address,time"]],
  ["ja", "あるユーザーはXに「こんな写真は二度と見られないと思う」と投稿した。", ["X|null|author,address,time"]],
  [
    "de",
    "„So ein Bild sieht man kein zweites Mal“, schrieb ein Nutzer auf Reddit.",
    ["Reddit|null|author,address,time"],
  ],
  ["de", "»So ein Bild sieht man kein zweites Mal«, schrieb jemand auf X.", ["X|null|author,address,time"]],
  [
    "fr",
    "« On ne verra pas deux fois une telle image », écrit un internaute sur Weibo.",
    ["Weibo|null|author,address,time,original"],
  ],
  [
    "es",
    "«Una imagen así no se ve dos veces», escribió un usuario en Facebook.",
    ["Facebook|null|author,address,time"],
  ],
];

for (const [language, paragraph, expected] of TABLE)
  test(`${language}: ${paragraph}`, () => {
    const told = quotedReactions([paragraph], language);
    assert.deepEqual(
      told.map(({ platform, author, missing }) => `${platform}|${author}|${missing.join()}`),
      expected,
    );
  });

test("another one spoke where the one before did, and only after such", () => {
  const [one, other, ...more] = quotedReactions(
    [
      "The two hugged. “A day on which nobody was a stranger,” said one Weibo user.",
      "“Somebody had to hold the phone for all of them,” wrote another.",
    ],
    "en",
  );
  assert.deepEqual([one?.platform, other?.platform, more.length], ["Weibo", "Weibo", 0]);
  assert.deepEqual(other?.missing, ["author", "address", "time", "original"]);
  assert.deepEqual(quotedReactions(["“I would have done the same in his place,” said another coach."], "en"), []);
});

test("of two quotes in one paragraph each has whose it is, said after it or before it", () => {
  const told = quotedReactions(
    [
      "“What a good thing to see today,” a user said on X. A netizen wrote on Weibo: “They should all have had gold for it.”",
    ],
    "en",
  );
  assert.deepEqual(
    told.map(({ words, platform }) => [words, platform]),
    [
      ["What a good thing to see today", "X"],
      ["They should all have had gold for it.", "Weibo"],
    ],
  );
});

test("any text is read, and what is offered stands in it", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 4 });
  const marks = fc
    .array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 4 })
    .map((parts) => parts.map((part) => `“${part}” wrote a user on X. «${part}`));
  for (const each of [texts, marks])
    fc.assert(
      fc.property(each, (paragraphs) => {
        for (const { words } of quotedReactions(paragraphs, "en"))
          assert.ok(paragraphs.some((paragraph) => paragraph.includes(words)));
      }),
    );
});
