import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findSentence, translator } from "./words.ts";

const source = fileURLToPath(new URL("..", import.meta.url));
const folders = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("words.en.json"))
  .map((file) => file.slice(0, -"/words.en.json".length));

function catalogue(folder: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(`${source}/${folder}/words.${language}.json`, "utf8"));
}

function parameters(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g))].sort();
}

test("there are catalogues to compare", () => {
  assert.ok(folders.includes("ui") && folders.includes("live") && folders.includes("moments"), folders.join(" "));
});

for (const folder of folders) {
  const english = catalogue(folder, "en");
  for (const language of ["ko", "zh"]) {
    const other = catalogue(folder, language);
    test(`${folder}: ${language} has the keys of en, none missing, none more`, () => {
      assert.deepEqual(Object.keys(other).sort(), Object.keys(english).sort());
    });
    test(`${folder}: the sentences of ${language} name no fact that en does not have`, () => {
      for (const [key, sentence] of Object.entries(english))
        assert.deepEqual(parameters(other[key] ?? ""), parameters(sentence), key);
    });
  }
  test(`${folder}: no sentence is empty and every plural has both forms`, () => {
    for (const [key, sentence] of Object.entries(english)) {
      assert.notEqual(sentence.trim(), "", key);
      const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
      if (base !== undefined) assert.ok(`${base}_${form === "one" ? "other" : "one"}` in english, key);
    }
  });
}

test("no two facts stand together: a number is not glued to the name before it", () => {
  const glued = folders.flatMap((folder) =>
    ["en", "ko", "zh"].flatMap((language) =>
      Object.entries(catalogue(folder, language)).filter(([, sentence]) => sentence.includes("}{")),
    ),
  );
  assert.deepEqual(glued, []);
});

const catalogues = {
  en: { "x.entries_one": "{count} entry", "x.entries_other": "{count} entries", "x.of": "{name} of {count}" },
  ko: { "x.entries_one": "{count}팀", "x.entries_other": "{count}팀", "x.of": "{count} 중 {name}" },
  zh: { "x.entries_one": "{count}队", "x.entries_other": "{count}队", "x.of": "{count}中的{name}" },
};

test("the plural follows the language, and numbers are written its way", () => {
  const translate = translator(catalogues);
  assert.equal(translate("en")("x.entries", { count: 1 }), "1 entry");
  assert.equal(translate("en")("x.entries", { count: 0 }), "0 entries");
  assert.equal(translate("en")("x.entries", { count: 50_000 }), "50,000 entries");
  assert.equal(translate("ko")("x.entries", { count: 1 }), "1팀");
});

test("a fact is put in as it is: it is never read as a pattern or as another gap", () => {
  const translate = translator(catalogues);
  assert.equal(translate("en")("x.of", { name: "$& {count} <b>", count: 2 }), "$& {count} <b> of 2");
});

test("a gap without its fact stays to be seen, and a key nobody has is not found", () => {
  assert.equal(findSentence(catalogues, "en")("x.of"), "{name} of {count}");
  assert.equal(findSentence(catalogues, "en")("x.unknown"), null);
});
