import assert from "node:assert/strict";
import { test } from "node:test";
import { answerer } from "./moderate.ts";

const answer = (line: object): unknown => answerer()(JSON.stringify(line), 7).body;

test("a text with a listed word is held, with the rule, the word and its place", () => {
  assert.deepEqual(answer({ id: "a", text: "너는바보야", words: ["멍청이", "바보"] }), {
    id: "a",
    verdict: "hold",
    why: [{ rule: "words", word: "바보", how: "plain", start: 2, end: 4 }],
  });
});

test("a text without one passes, and the number of the line stands for a missing id", () => {
  assert.deepEqual(answer({ text: "first class", words: ["ass"] }), { id: 7, verdict: "pass", why: [] });
  assert.deepEqual(answer({ text: "", words: [] }), { id: 7, verdict: "pass", why: [] });
});

test("lines with different lists are answered each by its own", () => {
  assert.match(JSON.stringify(answer({ text: "idiot moron", words: ["idiot"] })), /"word":"idiot"/);
  assert.match(JSON.stringify(answer({ text: "idiot moron", words: ["moron"] })), /"word":"moron"/);
});

const REFUSED: readonly (readonly [code: string, line: string])[] = [
  ["not-json", "{"],
  ["not-an-object", "[]"],
  ["missing-field", '{"words":[]}'],
  ["missing-field", '{"text":"x"}'],
  ["missing-field", '{"text":"x","words":"x"}'],
  ["bad-field", '{"text":"x","words":[1]}'],
];

for (const [code, line] of REFUSED) {
  test(`${line} is refused: ${code}`, () => {
    const { refused, body } = answerer()(line, 1);
    assert.ok(refused);
    assert.equal((body as { refused: { code: string } }).refused.code, code); // the documented shape
  });
}
