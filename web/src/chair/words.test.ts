import assert from "node:assert/strict";
import { test } from "node:test";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const gaps = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((gap) => gap[1] ?? "").toSorted();

for (const [language, words] of Object.entries({ ko, zh })) {
  test(`the chair says in ${language} everything it says in English, with the same facts`, () => {
    assert.deepEqual(Object.keys(words).toSorted(), Object.keys(en).toSorted());
    for (const [key, sentence] of Object.entries(en)) {
      const used = gaps(words[key as keyof typeof en]);
      assert.deepEqual(
        used.filter((gap) => gap !== "count"),
        gaps(sentence).filter((gap) => gap !== "count"),
        key,
      );
    }
  });
}
