import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { LANGUAGES } from "@podium/protocol";

const here = new URL(".", import.meta.url);

function filesOf(language: string): string[] {
  return readdirSync(new URL(`${language}/`, here)).sort();
}

function catalogue(language: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${language}/${file}`, here), "utf8"));
}

const catalogues = filesOf("en").filter((file) => file.endsWith(".json"));

test("every language of the list has its folder, and no folder is of a language that is not in the list", () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).sort(), [...LANGUAGES].sort());
});

/** A sentence that is counted has the ending of a plural category (CLDR). */
const FORM = /_(zero|one|two|few|many|other)$/;

function base(key: string): string {
  return key.replace(FORM, "");
}

function parameters(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g))].sort();
}

/** A form for one number may leave the number out: "the first". */
function withoutCount(sentence: string): string[] {
  return parameters(sentence).filter((parameter) => parameter !== "{count}");
}

/** The keys that a language needs for a sentence of English: one for each plural category it tells apart. */
function keysIn(language: string, english: Readonly<Record<string, string>>): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const needed = Object.keys(english).flatMap((key) =>
    FORM.test(key) ? pluralCategories.map((category) => `${base(key)}_${category}`) : [key],
  );
  return [...new Set(needed)].sort();
}

for (const language of LANGUAGES) {
  describe(language, () => {
    test("has a catalogue for every stage, none missing, none more", () => {
      assert.deepEqual(filesOf(language), filesOf("en"));
    });

    for (const file of catalogues) {
      const english = catalogue("en", file);
      const words = catalogue(language, file);
      test(`${file} has every sentence, in every form that the language tells apart and in no other`, () => {
        assert.deepEqual(Object.keys(words).sort(), keysIn(language, english));
      });

      test(`${file} names no fact that English does not have, and leaves none out`, () => {
        for (const [key, sentence] of Object.entries(words)) {
          const [same, other] = [english[key], english[`${base(key)}_other`]];
          if (same !== undefined) assert.deepEqual(parameters(sentence), parameters(same), key);
          else assert.deepEqual(withoutCount(sentence), withoutCount(other ?? ""), key);
        }
      });

      test(`${file} has no empty sentence, and no number is glued to the name before it`, () => {
        for (const [key, sentence] of Object.entries(words)) {
          assert.notEqual(sentence.trim(), "", key);
          assert.doesNotMatch(sentence, /\}\{/, key);
        }
      });
    }
  });
}
