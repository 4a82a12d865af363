import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import type { Item } from "./items.ts";
import { NameAutomaton } from "./names/automaton.ts";
import { fold, isLetter, isUnspaced, lettersOf } from "./names/letters.ts";
import { isSameName } from "./names/likeness.ts";
import { beforeItsFirst, beforeSince, eventIn, headOf, isCounted, isQuotedOrAsked, withoutInsertions } from "./part.ts";
import { sentencesOf } from "./sentences.ts";
import type { NamedSide } from "./sides.ts";

/** What a text is read by: letters, whole words, sentences, and the parts of a sentence that count. */

const FOLDED: readonly (readonly [string, string])[] = [
  ["Ａａ Ｚｚ ０９", "aazz09"],
  ["ØłßæœđðþıħŋÅéÇ", "olssaeoeddthihnaec"],
  ["Ḁỹ Ἀ", "ayα"],
  ["王楚欽 孫穎莎 鐵", "王楚钦孙颖莎铁"],
  ["Kim Kum-yong (PRK)", "kimkumyongprk"],
  ["신유빈", "신유빈"],
  ["'- ,.", ""],
];

for (const [written, folded] of FOLDED)
  test(`"${written}" is looked up as "${folded}"`, () => {
    assert.equal(fold(written), folded);
  });

test("letters are a to z and the digits, and what other scripts write words with; no mark is one", () => {
  for (const letter of ["a", "z", "A", "Z", "0", "9", "é", "王", "신", "ー", "Ж"]) assert.ok(isLetter(letter), letter);
  for (const mark of ["`", "{", "@", "[", "/", ":", " ", "·", "。", "\u007f"]) assert.ok(!isLetter(mark), mark);
  for (const unspaced of ["王", "신", "ひ", "カ", "ー"]) assert.ok(isUnspaced(unspaced), unspaced);
  for (const spaced of ["a", "é", "Ж", "。"]) assert.ok(!isUnspaced(spaced), spaced);
});

test("each letter knows where it stands, where words begin and end, and how many marks stand before it", () => {
  const { codes, ...places } = lettersOf("Mæ-a, 王楚 e\u0301 𝟙");
  assert.equal(String.fromCharCode(...codes), "maea王楚e𝟙");
  assert.deepEqual(places, {
    from: [0, 1, 1, 3, 6, 7, 9, 12, 12],
    to: [1, 2, 2, 4, 7, 8, 10, 14, 14],
    begins: [true, false, false, true, true, true, true, true, false],
    ends: [false, false, true, true, true, true, true, false, true],
    breaks: [0, 0, 0, 0, 1, 1, 1, 1, 1],
  });
  assert.deepEqual(lettersOf(", "), { codes: [], from: [], to: [], begins: [], ends: [], breaks: [] });
});

test("a word that runs into a script without blanks ends there, and begins again behind it", () => {
  const { begins, ends } = lettersOf("ab王cd");
  assert.deepEqual(begins, [true, false, true, true, false]);
  assert.deepEqual(ends, [false, true, true, false, true]);
});

test("of names the longest of whole words is found, across blanks and hyphens and not across a comma", () => {
  const names = new NameAutomaton<string>();
  for (const [name, meaning] of [
    ["Sun", "family"],
    ["Sun Yingsha", "whole"],
    ["Sun-Yingsha", "whole"],
    ["Sun", "star"],
    ["", "nothing"],
  ] as const)
    names.add(name, meaning);
  const found = (text: string, at = 0) => names.longest(lettersOf(text), at);
  assert.deepEqual(found("Sun Yingsha won"), { until: 10, meanings: ["whole"] });
  assert.deepEqual(found("SUN-YINGSHA"), { until: 10, meanings: ["whole"] });
  assert.deepEqual(found("Sun, Yingsha"), { until: 3, meanings: ["family", "star"] });
  assert.deepEqual(found("Sun Ying"), { until: 3, meanings: ["family", "star"] });
  assert.equal(found("Sunday"), null);
  assert.equal(found("The Sun", 2), null);
  assert.deepEqual(found("The Sun", 3), { until: 6, meanings: ["family", "star"] });
  assert.equal(found("", 0), null);
});

test("a name in a list of honours is somebody's in any order of its parts and however they are joined", () => {
  const person = { id: "1", family: "KIM", given: "Kum-yong", names: {} };
  for (const written of ["KIM Kum Yong", "Kum-yong KIM", "Kim Kumyong", "Kumyong Kim", "Yong Kum KIM"])
    assert.ok(isSameName(written, person), written);
  for (const written of ["KIM", "KIM Kum", "KIM Song I", ""]) assert.ok(!isSameName(written, person), written);
  assert.ok(!isSameName("KIM Kum Yong", undefined));
});

const SPLIT: readonly (readonly [text: string, ...sentences: string[]])[] = [
  ["Sun won. Wang won.", "Sun won.", "Wang won."],
  ["Sun won! Wang? Yes… No.", "Sun won!", "Wang?", "Yes…", "No."],
  ["Sun won.Wang won.", "Sun won.Wang won."],
  ["She beat No. 4 seed. He vs. Fan. End", "She beat No. 4 seed.", "He vs. Fan.", "End"],
  ["J. Ri and U.S. fans. Fin", "J. Ri and U.S. fans.", "Fin"],
  ["It was 4.5 to 3. Then 11.", "It was 4.5 to 3.", "Then 11."],
  ["Am 30. Juli war das Finale. Am 30. Sie", "Am 30. Juli war das Finale.", "Am 30.", "Sie"],
  ["Auf Platz 3. Gold ging. Ende", "Auf Platz 3. Gold ging.", "Ende"],
  ['He said "we won." Then (he left.) She', 'He said "we won."', "Then (he left.)", "She"],
  ["She won. and left. “Yes.”", "She won. and left.", "“Yes.”"],
  ["One\nTwo\n\n Three ", "One", "Two", "Three"],
  ["他赢了。她也赢了！真的？是", "他赢了。", "她也赢了！", "真的？", "是"],
  ["他说：“赢了。”然后走了。", "他说：“赢了。”", "然后走了。"],
  ["Wow?! Really... Yes", "Wow?!", "Really...", "Yes"],
  ["¿Ganó? ¡Sí! «Bien.» Fin.", "¿Ganó?", "¡Sí!", "«Bien.»", "Fin."],
  [" \t\n "],
];

for (const [text, ...sentences] of SPLIT)
  test(`${JSON.stringify(text)} is ${sentences.length} sentences`, () => {
    assert.deepEqual(
      sentencesOf(text).map(({ start, end }) => text.slice(start, end)),
      sentences,
    );
  });

test("what runs on without an end is cut between words after 2,000 characters, and nothing of it is lost", () => {
  const text = `${"ab cd ".repeat(800)}.`;
  const parts = sentencesOf(text);
  assert.ok(parts.length === 3 && parts.every(({ start, end }) => end - start <= 2006));
  assert.ok(parts.slice(0, -1).every(({ start, end }) => end - start > 1990));
  assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(" "), text.replace(" .", " ."));
  const unspaced = sentencesOf("王".repeat(4500));
  assert.deepEqual(unspaced, [
    { start: 0, end: 2001 },
    { start: 2001, end: 4002 },
    { start: 4002, end: 4500 },
  ]);
});

/** Words as items: `first:first` has the tag `first`, `gold:medal=gold` the tag `medal` with a value. */
function itemsOf(sentence: string): Item[] {
  return sentence.split(" ").map((word, at) => {
    const [text = "", said] = word.split(":");
    const [tag, value = ""] = said?.split("=") ?? [];
    return { start: at, end: at + 1, text, tags: tag === undefined ? {} : { [tag]: value } } as unknown as Item;
  });
}

const textOf = (items: readonly Item[]) => items.map(({ text }) => text).join(" ");

test("what lies behind since, its own first or an addition by the way is no part of the statement", () => {
  assert.equal(textOf(beforeSince(itemsOf("the first since:since 2000"))), "the first");
  assert.equal(textOf(beforeSince(itemsOf("since:since 2000"))), "");
  assert.equal(textOf(beforeSince(itemsOf("the first"))), "the first");
  assert.equal(textOf(beforeItsFirst(itemsOf("won , their:their first:first medal"))), "won ,");
  for (const whole of [", their:their medal", "won their:their first:first medal", "their:their first:first , won"])
    assert.equal(textOf(beforeItsFirst(itemsOf(whole))), textOf(itemsOf(whole)));
  assert.equal(textOf(headOf(itemsOf("they won , an:article event"))), "they won");
  assert.equal(textOf(headOf(itemsOf("Sun , who:who won"))), "Sun");
  assert.equal(textOf(headOf(itemsOf("a , b , an:article event"))), "a , b");
  for (const whole of [", an:article event", "they won , gold", "they won", "an:article event"])
    assert.equal(textOf(headOf(itemsOf(whole))), textOf(itemsOf(whole)));
});

test("what stands between commas after a name is passed over, as long as it is short", () => {
  const without = (sentence: string, to: number) =>
    textOf(withoutInsertions({ items: itemsOf(sentence), sides: [{ to } as NamedSide] }));
  assert.equal(without("Sun , the champion , won", 1), "Sun , , won");
  assert.equal(without("Sun the champion , won , again", 1), "Sun the champion , won , again");
  assert.equal(without("Sun , won", 1), "Sun , won");
  assert.equal(without(`Sun , ${"x ".repeat(11)}, won`, 1), "Sun , , won");
  assert.equal(without(`Sun , ${"x ".repeat(12)}, won`, 1), `Sun , ${"x ".repeat(12)}, won`);
});

test("medals are counted where a number above one stands right before them", () => {
  const counted = (sentence: string) => {
    const items = itemsOf(sentence);
    return isCounted(items, items.find(({ tags }) => "medal" in tags) as Item);
  };
  for (const many of ["three:number=3 gold:medal", "won two:number=2 fine gold:medal", "two:number=2 gold:medal"])
    assert.ok(counted(many), many);
  for (const one of [
    "one:number=1 gold:medal",
    "gold:medal",
    "three:number=3 of the gold:medal",
    "gold:medal two:number=2",
  ])
    assert.ok(!counted(one), one);
});

test("words in quotation marks, questions and inverted sentences are not the text's own", () => {
  for (const other of ["“ won ”", "won ?", "赢 ？", "had:inverted he won", "「 赢 」"])
    assert.ok(isQuotedOrAsked(itemsOf(other)), other);
  for (const own of ["he won .", "? he won", "he had:inverted won"]) assert.ok(!isQuotedOrAsked(itemsOf(own)), own);
  assert.equal(eventIn(itemsOf("the mixed:event=xd and men:event=ms")), "xd");
  assert.equal(eventIn(itemsOf("the final")), null);
});

test("a competition over the turn of a year is in both its months, and in no other", () => {
  const [paris] = parisFacts();
  assert.ok(paris);
  const said = (month: string, dates: { readonly from: string; readonly to: string }) =>
    new ClaimChecker([{ ...paris, ...dates }])
      .check(
        `In ${month} Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.`,
      )
      .some(({ verdict }) => verdict === "contradicted");
  const winter = { from: "2024-12-27", to: "2025-01-10" };
  const summer = { from: "2024-06-27", to: "2024-08-10" };
  for (const month of ["December", "January"]) assert.ok(said(month, winter), month);
  for (const month of ["November", "February", "June"]) assert.ok(!said(month, winter), month);
  for (const month of ["June", "July", "August"]) assert.ok(said(month, summer), month);
  for (const month of ["May", "September"]) assert.ok(!said(month, summer), month);
});
