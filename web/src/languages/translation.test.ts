import assert from "node:assert/strict";
import { test } from "node:test";
import { finder, translator } from "./translation.ts";

const english = {
  "x.entries_one": "{count} entry",
  "x.entries_other": "{count} entries",
  "x.of": "{name} of {count}",
};
const korean = { "x.entries_other": "{count}팀", "x.of": "{count} 중 {name}" };

test("the plural follows the language, and numbers are written its way", () => {
  const translate = translator(english, "en");
  assert.equal(translate("x.entries", { count: 1 }), "1 entry");
  assert.equal(translate("x.entries", { count: 0 }), "0 entries");
  assert.equal(translate("x.entries", { count: 50_000 }), "50,000 entries");
  assert.equal(translator<keyof typeof english>(korean, "ko")("x.entries", { count: 1 }), "1팀");
});

test("a fact is put in as it is: it is never read as a pattern or as another gap", () => {
  const translate = translator(english, "en");
  assert.equal(translate("x.of", { name: "$& {count} <b>", count: 2 }), "$& {count} <b> of 2");
});

test("a gap without its fact stays to be seen, and a key nobody has is not found", () => {
  assert.equal(finder(english, "en")("x.of"), "{name} of {count}");
  assert.equal(finder(english, "en")("x.unknown"), null);
});
