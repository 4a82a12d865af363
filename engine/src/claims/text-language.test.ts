import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { readTable } from "./sentences.testing.ts";
import { stretchesOf } from "./text-language.ts";

const TABLES = readdirSync(new URL("sentences/", import.meta.url)).filter((file) => file.endsWith(".txt"));

test("a text of six sentences is told from one of another language", () => {
  for (const { name, language, texts } of TABLES.map(readTable)) {
    const sentences = texts.flatMap((lines) => lines.map(({ sentence }) => sentence));
    for (let from = 0; from + 6 <= sentences.length; from += 6) {
      const text = sentences.slice(from, from + 6).join(" ");
      assert.deepEqual(
        stretchesOf(text).map((stretch) => stretch.language),
        [language],
        `${name}: ${text}`,
      );
    }
  }
});

test("where no language is said, each paragraph is read in its own, and its claims stand where they are in the whole text", () => {
  const text =
    "Wang Chuqin and Sun Yingsha won the mixed doubles.\n\n" +
    "王楚钦/孙颖莎在混双决赛中以4比1战胜李正植/金琴英。\n" +
    "Im Finale der Herren gewann Fan Zhendong mit 4:2 gegen Truls Möregårdh und holte Gold.";
  const claims = new ClaimChecker(parisFacts()).check(text);
  const scores = claims.filter(({ type }) => type === "score");
  assert.deepEqual(
    scores.map(({ verdict, words }) => [verdict, text.slice(words.start, words.end)]),
    [
      ["contradicted", "4比1"],
      ["contradicted", "4:2"],
    ],
  );
  assert.ok(claims.every(({ sentence, start, end }) => text.slice(start, end) === sentence));
});
