import assert from "node:assert/strict";
import { ABSENCES, STORYLINES } from "@podium/engine";
import { LANGUAGES } from "@podium/protocol";
import { test } from "node:test";
import { storylineSentence } from "./moments-words.ts";

for (const language of LANGUAGES) {
  test(`every storyline the engine can tell, and every absence it rests on, has words in ${language}`, () => {
    const codes = [...Object.keys(STORYLINES), ...Object.keys(ABSENCES).map((code) => `absence.${code}`)];
    for (const code of codes) {
      for (const count of [1, 2]) assert.ok(storylineSentence(code, { count }, language), code);
    }
  });
}

test("a name comes in the reader's language, else in English", () => {
  const facts = { association: { en: "DPR Korea", zh: "朝鲜" }, year: "2016" };
  assert.equal(storylineSentence("first-medal-since", facts, "zh"), "朝鲜自2016年以来首次在本项运动中获得奖牌。");
  assert.match(storylineSentence("first-medal-since", facts, "ko") ?? "", /^DPR Korea/);
});

test("a code that nobody has words for is not told", () => {
  assert.equal(storylineSentence("nobody-knows", {}, "en"), null);
});
