import assert from "node:assert/strict";
import { test } from "node:test";
import { guessLanguage } from "./language.ts";

const cases: readonly (readonly [text: string, page: string, language: string | null])[] = [
  ["What a match", "en", "en"],
  ["정말 멋진 경기였다", "en", "ko"],
  ["最高の試合でした", "en", "ja"],
  ["サーブが速い", "zh", "ja"],
  ["太精彩了", "en", "zh"],
  ["脫北者", "ko", "zh"],
  ["한국 vs 中国, 탁구", "en", "ko"],
  ["WANG Chuqin 的发球太好了真的", "en", "zh"],
  ["The word 탁구 means table tennis in Korean", "en", "en"],
  ["What a match", "ko", null],
  ["Отличный матч", "en", "ru"],
  ["Отлично, молодец", "en", null],
  ["Это был лучший матч, мы рады", "en", "ru"],
  ["Який матч, її гра чудова", "en", "uk"],
  ["Жақсы ойын, бұл ерекше еді ы", "en", null],
  ["แมตช์ที่ดีมาก", "en", "th"],
  ["Τι αγώνας", "ko", "el"],
  ["משחק נהדר", "en", "he"],
  ["مباراة رائعة", "en", null],
  ["👏👏 11-8", "en", null],
  ["", "ko", null],
  ["a я я", "en", "en"],
  ["a я я я", "en", null],
  ["글 a a", "en", "ko"],
  ["글 a a a", "en", "en"],
  ["漢字漢字 글", "en", "zh"],
  ["漢字漢字 か", "en", "ja"],
  ["漢字 a a a a", "en", "zh"],
  ["漢 a a a", "en", "en"],
];

for (const [text, page, language] of cases) {
  test(`"${text}" on a page in ${page}: ${language ?? "left open"}`, () =>
    assert.equal(guessLanguage(text, page), language));
}
