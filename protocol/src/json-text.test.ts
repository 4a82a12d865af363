import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { JSON_DEPTH_MAX, readJson } from "./json-text.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

const refused: readonly (readonly [law: string, text: string, wrong: string])[] = [
  ["nothing is no JSON", "", "unreadable"],
  ["half of some JSON is none", '{"a":', "unreadable"],
  ["a key stands once in an object", '{"a":1,"a":2}', "key-twice"],
  ["a key stands once, in the same words or escaped", '{"ab":1,"\\u0061b" \n: 2}', "key-twice"],
  ["a key stands once, however deep", '[{"x":[{"a":1,"b":{"a":1},"a":2}]}]', "key-twice"],
  ["a name that every object has stands once", '{"__proto__":1,"__proto__":2}', "key-twice"],
  ["lists in lists end somewhere", nested(JSON_DEPTH_MAX + 1), "too-deep"],
  ["lists in lists end somewhere, however deep", nested(200_000), "too-deep"],
  ["objects in objects end somewhere, closed or not", '{"a":'.repeat(4_000), "too-deep"],
];

for (const [law, text, wrong] of refused)
  test(law, () => {
    const answer = readJson(text);
    assert.equal("wrong" in answer ? answer.wrong : answer, wrong);
  });

const read: readonly (readonly [law: string, text: string])[] = [
  ["the same key may stand in two objects", '[{"a":1},{"a":{"a":2}}]'],
  ["a value may be what a key is", '{"a":"a","b":["a","a"]}'],
  ["what stands in a text is text", '{"a":"{\\"b\\":1,\\"b\\":2}","c":"\\\\","b":"[[["}'],
  ["as deep as may be", nested(JSON_DEPTH_MAX)],
];

for (const [law, text] of read) test(law, () => assert.deepEqual(readJson(text), { json: JSON.parse(text) }));

test("whatever is JSON is read as JSON.parse reads it, and whatever is not is refused", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.nat(), (text, cut) => {
      assert.deepEqual(readJson(text), { json: JSON.parse(text) });
      const part = text.slice(0, cut % text.length);
      let isJson = true;
      try {
        JSON.parse(part);
      } catch {
        isJson = false;
      }
      assert.equal("json" in readJson(part), isJson, part);
    }),
    { seed: SEED, numRuns: 500 },
  );
});
