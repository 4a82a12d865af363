import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { searchStream, searchTerms } from "./search-words.ts";

/** Whether a text is found by a query, as any index of its stream finds it. */
function isFound(query: string, text: string): boolean {
  const words = searchStream(text).split(" ");
  const stands = (phrase: readonly string[], isBeginning: boolean): boolean =>
    words.some((_, from) =>
      phrase.every((word, index) => {
        const here = words[from + index] ?? "";
        return isBeginning && index === phrase.length - 1 ? here.startsWith(word) : here === word;
      }),
    );
  const terms = searchTerms(query);
  return (
    terms.length > 0 &&
    terms.every((term) => term.some(({ words: phrase, isBeginning }) => stands(phrase, isBeginning)))
  );
}

const FOUND: readonly (readonly [query: string, text: string])[] = [
  ["탁구", "탁구를 봤다"],
  ["선수", "남북선수들이"],
  ["구", "탁구"],
  ["탁", "탁구"],
  ["乒乓", "看乒乓球"],
  ["乒乓球", "乒乓球"],
  ["卓球", "昨日の卓球は"],
  ["カメラ", "かめら"],
  ["Shin Yu-bin", "Shin Yubin won"],
  ["Shin Yubin", "SHIN Yu-bin won"],
  ["Yu-bin", "Yu Bin"],
  ["yubin", "Shin Yu-bin"],
  ["Muller", "Timo Müller"],
  ["Müller", "Timo Muller"],
  ["Lodz", "in Łódź"],
  ["ｔａｂｌｅ", "a table"],
  ["11-9", "it was 11-9"],
  ["еще", "ещё раз"],
  ["احمد", "أحمد"],
  ["โต๊ะ", "บนโต๊ะปิงปอง"],
  ["乒乓球 决赛", "决赛，乒乓球"],
];
const MISSED: readonly (readonly [query: string, text: string])[] = [
  ["탁구", "탁상 구경"],
  ["乒乓", "乒 乓"],
  ["ヨ", "タグ"],
  ["ハ", "バ"],
  ["ice", "service"],
  ["serv", "the service"],
  ["table tennis", "a table"],
  ["", "anything"],
  ["!?", "anything!?"],
];

for (const [query, text] of FOUND)
  test(`${query} is found in ${text}`, () => assert.ok(isFound(query, text), searchStream(text)));
for (const [query, text] of MISSED) test(`“${query}” is not found in ${text}`, () => assert.ok(!isFound(query, text)));

test("any text of words is found by itself", () => {
  const words = fc.array(fc.constantFrom("탁구를", "乒乓球", "Yu-bin", "the", "ü", "أحمد", "11", "ばか", "カ", "หมา"), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(fc.property(words, (typed) => assert.ok(isFound(typed.join(" "), typed.join(" ")))));
});

test("a stream has letters, digits and single blanks alone, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => assert.doesNotMatch(searchStream(text), /["'*()]|  /)),
  );
});
