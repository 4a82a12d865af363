import assert from "node:assert/strict";
import { ABSENCES, STORYLINES } from "@podium/engine";
import { type Language, LANGUAGES } from "@podium/protocol";
import { test } from "node:test";
import { evidenceSentence, storylineSentence } from "./storyline-words.ts";

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

test("singles are people, and clubs are no countries, in every language", () => {
  const champion = (count: number, language: Language) =>
    storylineSentence("beat-defending-champions", { entry: "A", other: "B", year: "2023", count }, language);
  assert.equal(champion(1, "en"), "A knocked out B, the champion of 2023.");
  assert.equal(champion(2, "en"), "A knocked out B, the champions of 2023.");
  for (const [language, wrong] of [
    ["ko", /팀|국가|우승국/],
    ["zh", /参赛单位|国家|地区/],
  ] as const) {
    for (const code of Object.keys(STORYLINES)) {
      const facts = { entry: "A", other: "B", association: "C", entries: 16, count: 3 };
      assert.doesNotMatch(storylineSentence(code, facts, language) ?? "", wrong, code);
    }
  }
});

test("all medals of an event are told without counting them", () => {
  assert.equal(
    storylineSentence("podium-of-one", { association: "Riverside", count: 2 }, "en"),
    "Every medal of this event went to Riverside.",
  );
});

test("evidence is said in the reader's language", () => {
  const match = {
    kind: "match",
    id: "a/b/final",
    winner: { en: "SUN Yingsha", zh: "孙颖莎" },
    loser: { en: "CHEN Meng", zh: "陈梦" },
    score: "4-2",
  } as const;
  assert.equal(evidenceSentence(match, "en"), "SUN Yingsha beat CHEN Meng, 4-2");
  assert.equal(evidenceSentence(match, "zh"), "孙颖莎 4-2 陈梦");
  const honour = {
    kind: "honour",
    honour: {
      year: 2016,
      competition: "Rio 2016",
      event: "Women's singles",
      medal: "bronze",
      association: "PRK",
      players: ["KIM Song I"],
    },
    association: { en: "DPR Korea", ko: "조선민주주의인민공화국" },
  } as const;
  assert.equal(evidenceSentence(honour, "en"), "Rio 2016, Women's singles: Bronze, DPR Korea (KIM Song I)");
  assert.equal(
    evidenceSentence(honour, "ko"),
    "Rio 2016, Women's singles: 동메달, 조선민주주의인민공화국 (KIM Song I)",
  );
});

test("a code that nobody has words for is not told", () => {
  assert.equal(storylineSentence("nobody-knows", {}, "en"), null);
});
