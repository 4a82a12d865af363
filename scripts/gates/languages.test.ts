import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES } from "../../protocol/src/languages.ts";
import { root } from "../bootstrap/runtime.mjs";
import { filesMatching } from "./test-files.ts";

/** A language of the interface is a line of protocol/src/languages.ts and a folder of web/src/languages: docs/adding-a-language.md. */
const ITS_PLACE = /^(protocol\/src\/languages\.ts|web\/src\/languages\/)/;

/** English is what words fall back to in content; the others are named by whoever makes a list of the languages. */
const OTHERS = LANGUAGES.filter((language) => language !== "en").join("|");
const NAMED = new RegExp(`(["'\`])(?:${OTHERS})\\1|[{,]\\s*(?:${OTHERS})\\s*[,:}]`);

test("no source names a language of the interface but the list, and its folder", () => {
  const files = filesMatching("{protocol,server,web,cli}/src/**/*.{ts,tsx}", []).filter(
    (file) => !ITS_PLACE.test(file) && !/\.(test|testing)\.tsx?$/.test(file),
  );
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => NAMED.test(readFileSync(join(root, file), "utf8"))),
    [],
  );
});

test("a table of languages is seen however it is written, and a word that holds the letters is not", () => {
  for (const source of ['["en", "ko"]', "{ en, ko, zh }", "{ ko: 1 }", "lang === 'zh'", "{ en: a,\n  zh: b }"])
    assert.match(source, NAMED, source);
  for (const source of ['"kor"', "{ kor, zhang }", '"/ko"', "// Korean (ko)"])
    assert.doesNotMatch(source, NAMED, source);
});

test("no catalogue stands elsewhere", () => {
  assert.deepEqual(
    filesMatching("web/src/**/*.json", []).filter(
      (file) => !/^web\/src\/languages\/[a-z-]+\/[a-z-]+\.json$/.test(file),
    ),
    [],
  );
});
