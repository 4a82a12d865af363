import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { mended } from "./mending.ts";
import { readTable } from "./sentences.testing.ts";

const CHECKER = new ClaimChecker(parisFacts());

/** What is written in the place of the first wrong words of a sentence. */
function mend(sentence: string, language = "en"): string | null {
  const claim = CHECKER.check(sentence, { language }).find(({ verdict }) => verdict === "contradicted");
  assert.ok(claim !== undefined, `nothing is wrong in: ${sentence}`);
  return mended(claim, sentence.slice(claim.words.start, claim.words.end), language);
}

const TABLE: readonly (readonly [sentence: string, mended: string | null, language?: string])[] = [
  ["Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.", "4-2"],
  ["Ri Jong Sik and Kim Kum Yong lost 1–4 to Wang Chuqin and Sun Yingsha in the mixed doubles final.", "2–4"],
  ["Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong in seven games.", "six games"],
  ["Wang Chuqin and Sun Yingsha won the mixed doubles final on Wednesday.", "Tuesday"],
  ["Wang Chuqin and Sun Yingsha won the mixed doubles final on July 31.", "July 30"],
  ["Ri Jong Sik and Kim Kum Yong took bronze in the mixed doubles.", "silver"],
  ["Third-seeded Harimoto Tomokazu and Hayata Hina lost in the mixed doubles.", "Second-seeded"],
  ["Ri Jong Sik and Kim Kum Yong beat Wang Chuqin and Sun Yingsha in the mixed doubles final.", null],
];

for (const [sentence, words, language] of TABLE)
  test(`${sentence} Mended: ${words ?? "by hand"}`, () => {
    assert.equal(mend(sentence, language), words);
  });

test("whatever is mended in a sentence of the tables is contradicted no more", () => {
  let count = 0;
  for (const name of readdirSync(new URL("sentences/", import.meta.url)).filter((file) => file.endsWith(".txt"))) {
    const { language, texts } = readTable(name);
    for (const lines of texts) {
      const text = lines.map(({ sentence }) => sentence).join(" ");
      for (const claim of CHECKER.check(text, { language }).filter(({ verdict }) => verdict === "contradicted")) {
        const { start, end } = claim.words;
        const words = mended(claim, text.slice(start, end), language);
        if (words === null) continue;
        count += 1;
        const after = CHECKER.check(text.slice(0, start) + words + text.slice(end), { language });
        const same = after.find(({ type, words: at }) => type === claim.type && at.start === start);
        assert.notEqual(same?.verdict, "contradicted", `${text.slice(claim.start, claim.end)}: ${words}`);
      }
    }
  }
  assert.ok(count > 150);
});
