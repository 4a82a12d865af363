import assert from "node:assert/strict";
import { test } from "node:test";
import { lettersOf } from "./letters.ts";
import { fingerprint, isCopy, likeness } from "./near-duplicate.ts";
import { findWords, wordList } from "./word-list.ts";

const read = (text: string) => String.fromCodePoint(...lettersOf(text).map(({ code }) => code));

test("letters are read as what they are drawn for: case, width, circles, marks and syllables in pieces", () => {
  for (const [text, letters] of [
    ["ＡbＣ", "abc"],
    ["🅐🅩🅰🆉🇦🇿", "azazaz"],
    ["🅪🆊", "mc🆊"],
    ["é", "é"],
    ["e\u0301", "é"],
    ["e\u0302\u0301", "ế"],
    ["e\u0302\u0301\u0336", "e"],
    ["a\u0336b", "ab"],
    ["ﾊﾞか\u3099", "ばが"],
    ["ァヶ", "ぁけ"],
    ["ёß", "еss"],
    ["a\u200bb\u2800c", "abc"],
    ["a\u3000\t b", "a   b"],
    ["ㅂㅏㅂㅗ", "바보"],
    ["ㅂㅏ보ㅋㅋ", "바보\u110f\u110f"],
    ["호\u11a8", "혹"],
    ["혹\u11a8", "혹\u11a8"],
    ["호\u11a7", "호\u11a7"],
    ["호\u11c2", "홓"],
    ["ㅎㅗㄱㅏ", "호가"],
    ["ㅎㅗㄱ", "혹"],
    ["ㅎㅗㅋ", "호\u110f"],
    ["ㅎㅗㅎ", "호\u1112"],
    ["ㅎㅗㅌ", "홑"],
  ] as const)
    assert.equal(read(text), letters.normalize("NFC"), JSON.stringify(text));
});

test("a listed word may have blanks, and letters of two scripts; it stands alone at either end", () => {
  const isFound = (word: string, text: string) => findWords(wordList([word]), text).length > 0;
  for (const [word, text, expected] of [
    [" bad  word ", "a bad word", true],
    ["bad word", "a bad   word", true],
    ["bad word", "a badword", false],
    ["x급", "a x급 b", true],
    ["x급", "ax급", false],
    ["x급", "x급가", false],
    ["급x", "급x", true],
    ["급x", "가급x", false],
    ["급x", "급xa", false],
    ["за", "3а", true],
    ["за", "за", true],
    ["за", "35", false],
  ] as const)
    assert.equal(isFound(word, text), expected, `${word} in ${text}`);
});

test("a disguise has enough true letters in it: neither a number nor another word with one accent is one", () => {
  const isFound = (word: string, text: string) => findWords(wordList([word]), text).length > 0;
  for (const [word, disguises, others] of [
    ["ass", "á$s a5s 4ss @ss áśś áśs аss аśs as$", "áss ás5 as5 a55 @$$ aśs1 455 4$$ $$s"],
    ["idiot", "1d10t 1d1ot id10t idi07 1di07 idíot", "!d!0t 1d107 11107 i1107"],
    ["bit", "b1t", "b17 6it 81t"],
  ] as const) {
    for (const text of disguises.split(" ")) assert.ok(isFound(word, text), `${word} in ${text}`);
    for (const text of others.split(" ")) assert.ok(!isFound(word, text), `${word} in ${text}`);
  }
});

test("Hebrew has its own prefixes and endings; an alphabet of which nothing is known has none", () => {
  const isFound = (word: string, text: string) => findWords(wordList([word]), text).length > 0;
  for (const [word, forms, others] of [
    ["טיפש", "טיפש הטיפש טיפשים וטיפשים", "קטיפש טיפשק הוטיפש"],
    ["βλάκας", "βλάκας βλάκασ", "βλακας βλάκαςα αβλάκας"],
    ["बेवकूफ", "बेवकूफ बेवकूफों बेवकूफी", "बेवकूफाना अबेवकूफ"],
  ] as const) {
    for (const text of forms.split(" ")) assert.ok(isFound(word, text), `${word} in ${text}`);
    for (const text of others.split(" ")) assert.ok(!isFound(word, text), `${word} in ${text}`);
  }
});

test("texts are compared by their pairs of letters, without case, signs and what an address says", () => {
  assert.equal(fingerprint("  Hello,\n WORLD!! é ").normal, "hello world e");
  assert.equal(fingerprint("see https://a.example/b?c=1 now").normal, fingerprint("see www.other.example now").normal);
  assert.deepEqual([...fingerprint("abab c").pairs], ["ab", "ba", "b ", " c"]);
  const of = (a: string, b: string) => likeness(fingerprint(a), fingerprint(b));
  assert.equal(of("abcd", "abce"), 2 / 4);
  assert.equal(of("abcd", "ABCD!"), 1);
  assert.equal(of("", "!"), 1);
  assert.equal(of("a", "b"), 0);
  const copies = (a: string, b: string) => isCopy(fingerprint(a), fingerprint(b));
  assert.ok(copies("abcdefghijk", "abcdefghijk") && !copies("abcdefghijk", "abcdefghijkl"));
  assert.ok(copies("abcdefghijklm", "abcdefghijklmn") && !copies("", "!"));
  assert.ok(copies("abcdefghijklmno", "abcdefghijklmnopqrstu"));
  assert.ok(!copies("abcdefghijklmno", "abcdefghijklmnopqrstuv"));
  const long = "the same words again and again ".repeat(70);
  assert.equal(fingerprint(`${long}end`).normal, fingerprint(`${long}other`).normal);
});
