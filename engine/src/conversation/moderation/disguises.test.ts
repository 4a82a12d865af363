import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findWords, wordList } from "./word-list.ts";

/** One way to write a word so that it passes: of each letter, or of the whole. */
type Disguise = (letters: readonly string[]) => string;

const FILLERS = "1.-*_!·ㅋ,/";
const ACCENT = "\u0301";
/** What is written for a letter because it looks like it, in pairs: in Latin, and in Cyrillic. */
const LOOKS: Readonly<Record<string, string>> = Object.fromEntries(
  "a@ b6 e3 g9 i1 l| o0 s$ t+ z2 cс pр xх yу аa еe оo рp сc уy хx кk мm нh тt вb дd иu"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const VOWELS = /[aeiouyаеиоуыэюя]/u;
const atEach = (letters: readonly string[], change: (letter: string, index: number) => string): string =>
  letters.map(change).join("");

/** What people try, by name. */
const DISGUISES: Readonly<Record<string, Disguise>> = {
  "a space after every letter": (letters) => letters.join(" "),
  "two spaces and a stop": (letters) => letters.join(" . "),
  "a sign after every letter": (letters) => atEach(letters, (letter, index) => letter + (FILLERS[index % 10] ?? "")),
  "a sign in the middle": (letters) =>
    atEach(letters, (letter, index) => (index === letters.length >> 1 ? `-${letter}` : letter)),
  "a space in the middle": (letters) =>
    atEach(letters, (letter, index) => (index === letters.length >> 1 ? ` ${letter}` : letter)),
  "a digit in the middle": (letters) =>
    atEach(letters, (letter, index) => (index === letters.length >> 1 ? `1${letter}` : letter)),
  "six signs in the middle": (letters) =>
    atEach(letters, (letter, index) => (index === letters.length >> 1 ? `-.-.-.${letter}` : letter)),
  "the last letter twice": (letters) => letters.join("") + (letters.at(-1) ?? ""),
  "the first letter three times": (letters) => (letters[0] ?? "").repeat(2) + letters.join(""),
  "every letter twice": (letters) => atEach(letters, (letter) => letter + letter),
  "a long sound in the middle": (letters) => atEach(letters, (letter, index) => (index === 1 ? `ー${letter}` : letter)),
  "look-alikes": looks,
  "one look-alike": oneLook,
  "vowels hidden by stars": (letters) => atEach(letters, (letter) => (VOWELS.test(letter) ? "*" : letter)),
  "the second letter hidden by a dash": (letters) => atEach(letters, (letter, index) => (index === 1 ? "-" : letter)),
  "all but the ends hidden": (letters) =>
    atEach(letters, (letter, index) => (index === 0 || index === letters.length - 1 ? letter : "#")),
  "hidden, with an s": (letters) => `${atEach(letters, (letter, index) => (index === 1 ? "*" : letter))}s`,
  accents: (letters) => atEach(letters, (letter) => letter + ACCENT),
  "taken apart": (letters) => letters.join("").normalize("NFD"),
  "single jamo": (letters) => [...letters.join("").normalize("NFD")].map(compatible).join(""),
  "single jamo with spaces": (letters) => [...letters.join("").normalize("NFD")].map(compatible).join(" "),
  capitals: (letters) => letters.join("").toUpperCase(),
  "full width": (letters) =>
    atEach(letters, (letter) => (/[!-~]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfe_e0) : letter)),
  "letters in squares": (letters) =>
    atEach(letters, (letter) =>
      /[a-z]/.test(letter) ? String.fromCodePoint(0x1_f1_70 + letter.charCodeAt(0) - 97) : letter,
    ),
  "an s behind": (letters) => `${letters.join("")}s`,
  "an ending behind": (letters) => `${letters.join("")}ing`,
  "a letter before": (letters) => `x${letters.join("")}`,
  "a syllable before": (letters) => `대${letters.join("")}`,
  "a particle behind": (letters) => `${letters.join("")}는`,
  "a character before": (letters) => `大${letters.join("")}`,
  "a character behind": (letters) => `${letters.join("")}吧`,
  "kana before": (letters) => `で${letters.join("")}`,
  "kana behind": (letters) => `${letters.join("")}だ`,
  "an Arabic article": (letters) => `ال${letters.join("")}`,
  "a Russian ending": (letters) => `${letters.join("")}ами`,
  "without the last letter": (letters) => letters.slice(0, -1).join(""),
  "an English number behind": (letters) => `${letters.join("")}24`,
  "one look-alike among English words": (letters) => `the ${oneLook(letters)} said so`,
  "one look-alike among Russian words": (letters) => `вот и ${oneLook(letters)} сказал`,
  "look-alikes among Russian words": (letters) => `вот и ${looks(letters)} сказал`,
  "a look-alike and a long letter": (letters) => oneLook([...letters, letters.at(-1) ?? "", letters.at(-1) ?? ""]),
  "after a number": (letters) => `3 ${letters.join("")}`,
  "right after a number": (letters) => `3${letters.join("")}`,
  "after one letter apart": (letters) => `a ${letters.join(" ")} b`,
  "no blanks": (letters) => letters.filter((letter) => letter !== " ").join(""),
  "stops for blanks": (letters) => letters.map((letter) => (letter === " " ? "." : letter)).join(""),
  "signs for blanks": (letters) => letters.map((letter) => (letter === " " ? "~" : letter)).join(""),
  "after a rare character": (letters) => `𠮷${letters.join("")}`,
  "after 396 characters in one piece": (letters) => "天气很好".repeat(99) + letters.join(""),
  "after 399 characters in one piece": (letters) => `天气很好${"天气很好".repeat(98)}天气很${letters.join("")}`,
  "after 399 letters of katakana": (letters) => "テニス".repeat(133) + letters.join(""),
  "before 399 characters in one piece": (letters) => letters.join("") + "天气很".repeat(133),
  katakana: (letters) => atEach(letters, (letter) => shifted(letter, /[ぁ-ゖ]/u, 0x60)),
  hiragana: (letters) => atEach(letters, (letter) => shifted(letter, /[ァ-ヶ]/u, -0x60)),
};

function looks(letters: readonly string[]): string {
  return atEach(letters, (letter) => LOOKS[letter] ?? letter);
}

function oneLook(letters: readonly string[]): string {
  const at = letters.findIndex((letter) => letter in LOOKS);
  return atEach(letters, (letter, index) => (index === at ? (LOOKS[letter] ?? "") : letter));
}

function shifted(letter: string, letters: RegExp, by: number): string {
  return letters.test(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + by) : letter;
}

/** The letter that keyboards write for a conjoining jamo. */
function compatible(jamo: string): string {
  const code = jamo.codePointAt(0) ?? 0;
  if (code >= 0x11_00 && code < 0x11_13) return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[code - 0x11_00] ?? "";
  if (code >= 0x11_61 && code < 0x11_76) return String.fromCodePoint(0x31_4f + code - 0x11_61);
  return "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"[code - 0x11_a8] ?? jamo;
}

const LANGUAGES = ["arabic", "chinese", "english", "japanese", "korean", "russian"] as const;

interface Listed {
  readonly words: readonly string[];
  readonly texts: readonly string[];
}

function listedIn(language: string): Listed {
  const lines = readFileSync(new URL(`./sets/${language}.txt`, import.meta.url), "utf8").split("\n");
  const parts = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(" | "));
  return {
    words: [...new Set(parts.flatMap(([, words = ""]) => words.split(", ")))],
    texts: parts.map(([, , text = ""]) => text),
  };
}

const SETS = LANGUAGES.map((language) => {
  const { words, texts } = listedIn(language);
  return { words, texts, list: wordList(words) };
});

/** In how many of the listed words and of the lines of every set something is found, and a digest of what, where and how. */
function foundUnder(disguise: Disguise): readonly [counts: string, digest: string] {
  const found = SETS.map(({ words, texts, list }) =>
    [words, texts].map((written) => written.map((text) => findWords(list, disguise([...text])))),
  );
  const counts = found.map((kinds) =>
    kinds.map((texts) => texts.filter((places) => places.length > 0).length).join("+"),
  );
  const digest = createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 8);
  return [counts.join(" "), digest];
}
/**
 * In each language, in order, in how many listed words + lines of its set something is found, and the digest of it all.
 * A disguise that is seen through better has a higher number: then the new row is written down here, with the reason in
 * the commit. A digest that differs under the same numbers is another place or another way of reading.
 */
const FOUND: Readonly<Record<string, readonly [counts: string, digest: string]>> = {
  "a space after every letter": ["38+57 67+93 64+128 50+78 50+82 60+86", "0a9ab633"],
  "two spaces and a stop": ["38+60 67+89 64+121 50+74 50+73 60+87", "110717a6"],
  "a sign after every letter": ["0+34 67+99 0+35 50+81 50+79 1+24", "a3e66c9d"],
  "a sign in the middle": ["42+66 68+89 66+91 50+86 50+79 60+87", "a0ce1c98"],
  "a space in the middle": ["0+39 67+97 1+45 49+79 50+75 2+42", "844b0674"],
  "a digit in the middle": ["0+33 67+89 6+55 50+86 43+71 5+39", "b74f9b09"],
  "six signs in the middle": ["0+33 30+91 1+34 7+64 12+63 2+43", "63284aa2"],
  "the last letter twice": ["9+27 57+82 26+58 18+69 23+63 18+30", "d14bbae4"],
  "the first letter three times": ["42+49 66+87 67+84 22+52 15+39 60+84", "0bf7f937"],
  "every letter twice": ["42+75 48+115 67+89 9+19 9+13 60+83", "5bf91be4"],
  "a long sound in the middle": ["0+63 30+95 4+30 38+73 12+48 0+23", "7f82b285"],
  "look-alikes": ["42+80 67+83 23+39 50+79 50+78 52+80", "3eb9b8cb"],
  "one look-alike": ["42+80 68+84 59+93 50+79 50+78 60+79", "d87e4735"],
  "vowels hidden by stars": ["42+80 68+85 43+46 50+79 50+78 37+22", "e5d2860f"],
  "the second letter hidden by a dash": ["2+61 26+73 27+48 7+42 12+54 23+41", "352c0d35"],
  "all but the ends hidden": ["18+3 61+41 27+8 34+11 43+16 9+0", "2255c1ed"],
  "hidden, with an s": ["19+61 26+73 48+47 7+42 12+54 43+14", "e773ab9b"],
  accents: ["42+80 67+83 63+101 50+78 50+78 41+38", "320232a4"],
  "taken apart": ["42+80 68+84 67+100 50+79 50+78 60+84", "61429101"],
  "single jamo": ["42+80 68+84 67+100 50+79 50+78 60+84", "61429101"],
  "single jamo with spaces": ["38+57 67+93 64+128 34+37 43+16 59+87", "9efa49c0"],
  capitals: ["42+80 68+84 67+100 50+79 50+78 60+84", "8b5e7d62"],
  "full width": ["42+80 68+84 67+100 50+79 50+78 60+84", "073a5807"],
  "letters in squares": ["42+80 68+84 67+100 50+79 50+78 60+84", "aec4327d"],
  "an s behind": ["42+75 67+84 66+74 50+79 50+78 0+20", "2acc7ae9"],
  "an ending behind": ["42+75 67+84 46+58 50+79 50+78 0+18", "06cf709b"],
  "a letter before": ["42+74 67+84 1+15 50+79 50+78 0+17", "f4ea07e2"],
  "a syllable before": ["42+80 68+84 67+100 50+79 3+31 60+84", "7645384f"],
  "a particle behind": ["42+80 68+84 67+100 50+79 49+78 60+84", "01ad3157"],
  "a character before": ["42+80 65+83 67+100 50+79 50+74 60+84", "b41eacc6"],
  "a character behind": ["42+80 68+84 67+100 50+79 50+78 60+84", "19d3ee34"],
  "kana before": ["42+80 68+78 67+100 50+80 50+74 60+84", "0948dd35"],
  "kana behind": ["42+80 68+78 67+100 50+79 50+78 60+84", "f201ce67"],
  "an Arabic article": ["42+61 68+84 67+85 50+79 50+78 60+80", "3f791212"],
  "a Russian ending": ["42+75 67+84 0+20 50+79 50+78 41+31", "1e1c3361"],
  "without the last letter": ["0+38 13+78 1+41 2+64 5+61 14+51", "7de44be3"],
  "an English number behind": ["42+75 68+84 67+92 50+79 50+78 60+82", "3c53b493"],
  "one look-alike among English words": ["42+80 68+84 59+93 50+79 50+78 60+79", "89bb37de"],
  "one look-alike among Russian words": ["42+80 68+84 59+93 50+79 50+78 60+79", "bf11d8ce"],
  "look-alikes among Russian words": ["42+80 67+83 23+39 50+79 50+78 60+80", "52c35216"],
  "a look-alike and a long letter": ["42+55 66+85 61+64 18+67 23+63 42+29", "872f28ac"],
  "after a number": ["42+80 68+84 67+100 50+79 43+78 60+84", "9b817304"],
  "right after a number": ["42+74 68+84 67+69 50+79 3+43 60+75", "16e0e1e3"],
  "after one letter apart": ["18+47 67+92 45+118 50+78 50+82 0+0", "cb565d40"],
  "no blanks": ["42+56 68+84 67+86 50+79 50+76 60+60", "b400ff86"],
  "stops for blanks": ["42+80 68+84 67+100 50+79 50+90 60+84", "cdc73f80"],
  "signs for blanks": ["42+80 68+84 67+100 50+79 50+84 60+84", "d119d115"],
  "after a rare character": ["42+80 68+84 67+100 50+79 50+74 60+84", "a82dd7af"],
  "after 396 characters in one piece": ["42+80 67+87 67+100 49+78 50+74 60+84", "89573c8c"],
  "after 399 characters in one piece": ["42+80 62+91 67+100 50+80 50+74 60+84", "bb2e422f"],
  "after 399 letters of katakana": ["42+80 68+91 67+100 36+60 50+74 60+84", "32039fb8"],
  "before 399 characters in one piece": ["42+80 68+84 67+100 50+79 50+78 60+84", "073a5807"],
  katakana: ["42+80 68+84 67+100 50+48 50+78 60+84", "bbd35cc6"],
  hiragana: ["42+80 68+84 67+100 50+89 50+78 60+84", "dba1b669"],
};

for (const [name, disguise] of Object.entries(DISGUISES)) {
  test(`as many listed words are found as before, at the same places: ${name}`, () => {
    assert.deepEqual(foundUnder(disguise), FOUND[name]);
  });
}
