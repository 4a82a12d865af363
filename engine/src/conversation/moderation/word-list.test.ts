import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { findWords, wordList } from "./word-list.ts";

interface Line {
  readonly hold: boolean;
  readonly words: readonly string[];
  readonly text: string;
}

const folder = new URL("./sets/", import.meta.url);

/** `hold | listed, words | text`; `\u200b` and `\n` in a text stand for what they name. */
function linesOf(file: string): Line[] {
  const lines = readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [verdict = "", words = "", text = ""] = line.split(" | ");
    const shown = text.replace(/\\u([\da-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return { hold: verdict === "hold", words: words.split(", "), text: shown.replaceAll("\\n", "\n") };
  });
}

/** The share of what was held rightly, and of what was to be held that was. */
function measure(lines: readonly Line[]): {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly Line[];
} {
  const judged = lines.map((line) => ({ line, held: findWords(wordList(line.words), line.text).length > 0 }));
  const right = judged.filter(({ line, held }) => held && line.hold).length;
  const held = judged.filter(({ held }) => held).length;
  return {
    precision: right / held,
    recall: right / lines.filter(({ hold }) => hold).length,
    wrong: judged.filter(({ line, held }) => held !== line.hold).map(({ line }) => line),
  };
}

for (const file of readdirSync(folder)) {
  const name = file.replace(".txt", "");
  test(`${name}: what is to be held is held, and what only looks like it passes`, (context) => {
    const lines = linesOf(file);
    const { precision, recall, wrong } = measure(lines);
    const innocent = lines.filter(({ hold }) => !hold).length;
    context.diagnostic(
      `${name}: ${lines.length} lines, ${innocent} innocent; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    assert.deepEqual(wrong, []);
  });
}

const placeOf = (word: string, text: string): unknown =>
  findWords(wordList([word]), text).map(({ how, start, end }) => [how, text.slice(start, end)]);

test("the place of a word is told in the text as it was sent", () => {
  assert.deepEqual(placeOf("idiot", "😀 an i\u0336d\u0336iot!"), [["plain", "i\u0336d\u0336iot"]]);
  assert.deepEqual(placeOf("바보", "야 ㅂㅏㅂㅗ야"), [["plain", "ㅂㅏㅂㅗ"]]);
  assert.deepEqual(placeOf("バカ", "この ﾊﾞｶ め"), [["plain", "ﾊﾞｶ"]]);
  assert.deepEqual(placeOf("idiot", "you i.d.i.o.t"), [["spaced", "i.d.i.o.t"]]);
  assert.deepEqual(placeOf("ass", "what an a$$"), [["look-alike", "a$$"]]);
  assert.deepEqual(placeOf("idiot", "idiooot idiot"), [
    ["repeated", "idiooot"],
    ["plain", "idiot"],
  ]);
  assert.deepEqual(placeOf("Scheiße", "ﬁne, SCHEISSE"), [["plain", "SCHEISSE"]]);
  assert.deepEqual(placeOf("fuck", "f**k"), [["masked", "f**k"]]);
});

test("a word that is shown backwards is found where it stands", () => {
  assert.deepEqual(placeOf("idiot", "an \u202Etoidi\u202C!"), [["plain", "toidi"]]);
  assert.deepEqual(placeOf("바보", "야 \u202E보바"), [["plain", "보바"]]);
  assert.deepEqual(placeOf("idiot", "\u202Etoidi\u202C idiot"), [
    ["plain", "toidi"],
    ["plain", "idiot"],
  ]);
  assert.deepEqual(placeOf("idiot", "toidi"), []);
});

test("whoever lists a word that usually is innocent has it found", () => {
  assert.deepEqual(placeOf("傻瓜相机", "一台傻瓜相机"), [["plain", "傻瓜相机"]]);
  assert.deepEqual(placeOf("simply", "simply"), [["plain", "simply"]]);
});

test("an empty word, a blank one and a sign by itself are in no text they should not be in", () => {
  assert.deepEqual(findWords(wordList(["", " ", "\u200b"]), "any text at all"), []);
  assert.deepEqual(placeOf("卐", "卐!"), [["plain", "卐"]]);
});

test("any text is read, and every place lies inside it", () => {
  const list = wordList(["idiot", "바보", "傻瓜", "ばか", "كلب", "дурак", "ass", "ㅅㅂ", "son of a bitch"]);
  const pieces = fc.constantFrom(
    "i",
    "d",
    "1",
    "о",
    "t",
    " ",
    ".",
    "바",
    "ㅂ",
    "ㅏ",
    "보",
    "傻",
    "瓜",
    "ば",
    "ﾊﾞ",
    "ー",
    "ك",
    "ـ",
    "\u0301",
    "\u200d",
    "\ud800",
    "$",
    "*",
    "s",
    "a",
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: pieces, maxLength: 60 })),
      (text) => {
        for (const { start, end } of findWords(list, text)) assert.ok(start >= 0 && start < end && end <= text.length);
      },
    ),
  );
});

/** CPU time, which the load of the machine does not change much, in milliseconds. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ["white space", " "],
  ["combining marks", "\u0301\u0316"],
  ["a letter and marks", `i${"\u0336\u0301".repeat(20)}`],
  ["invisible signs", "\u200b"],
  ["single letters", "i d i o "],
  ["repeated letters", "i"],
  ["signs for letters", "1d!0"],
  ["letters with full stops", "i.d."],
  ["asterisks", "i***t "],
  ["Hangul in jamo", "ㅂㅏㅂㅗ"],
  ["Korean look-alikes", "알바보다"],
  ["Japanese look-alikes", "ばかり"],
  ["Chinese look-alikes", "傻瓜相机"],
  ["katakana without end", "バカ"],
  ["one word again and again", "idiot "],
  ["letters of two alphabets", "iо"],
];

for (const [name, piece] of HOSTILE) {
  test(`the time for a long text grows with its length: ${name}`, () => {
    const list = wordList(["idiot", "바보", "傻瓜", "ばか", "ass", "iiiiii"]);
    const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    cpuMs(() => findWords(list, text(20_000)));
    const [short, long] = [cpuMs(() => findWords(list, text(25_000))), cpuMs(() => findWords(list, text(100_000)))];
    assert.ok(
      long < 16 * short + 100,
      `${long.toFixed(1)} ms for 100,000 code units, ${short.toFixed(1)} ms for 25,000`,
    );
    assert.ok(long < 3_000, `${long.toFixed(1)} ms`);
  });
}
