import assert from "node:assert/strict";
import { test } from "node:test";
import { type Language, LANGUAGES } from "@podium/protocol";
import { ageInWords, dayInWords, dayOf, daysInWords, isoTime, timeInWords } from "./times.ts";

const final = Date.parse("2024-07-30T14:30:00+02:00");

test("the clock never stands without its zone", () => {
  assert.equal(timeInWords(final, { zone: "Europe/Paris", language: "en", form: "clock" }), "14:30 CEST");
});

test("a zone has its name in every language, by the time of the year, and its offset where it has none", () => {
  const winter = Date.parse("2026-01-05T12:00:00Z");
  const table = [
    ["Europe/Paris", "CET", "CEST"],
    ["America/New_York", "EST", "EDT"],
    ["Australia/Sydney", "AEDT", "AEST"],
    ["Africa/Johannesburg", "SAST", "SAST"],
    ["Asia/Seoul", "KST", "KST"],
    ["Asia/Tokyo", "JST", "JST"],
    ["Asia/Shanghai", "GMT+8", "GMT+8"],
    ["Asia/Kolkata", "IST", "IST"],
    ["Asia/Kathmandu", "GMT+5:45", "GMT+5:45"],
    ["Australia/Adelaide", "ACDT", "ACST"],
    ["Pacific/Chatham", "GMT+13:45", "GMT+12:45"],
    ["UTC", "UTC", "UTC"],
  ] as const;
  for (const [zone, inWinter, inSummer] of table)
    for (const language of LANGUAGES)
      for (const [ms, name] of [
        [winter, inWinter],
        [final, inSummer],
      ] as const) {
        const words = timeInWords(ms, { zone, language, form: "short" });
        assert.ok(words.split(" ").includes(name), `${words}, ${zone}, ${language}`);
      }
  assert.match(timeInWords(final, { zone: "Asia/Seoul", language: "zh", form: "full" }), /KST 21:30/);
});

test("a day is the day of the place, not of the reader", () => {
  const lateInParis = Date.parse("2024-07-30T23:30:00+02:00");
  assert.equal(dayOf(lateInParis, "Europe/Paris"), "2024-07-30");
  assert.equal(dayOf(lateInParis, "Asia/Seoul"), "2024-07-31");
});

test("days in words, alone and as a span", () => {
  assert.equal(dayInWords("2024-07-30", "en"), "Tuesday, 30 July 2024");
  assert.equal(daysInWords("2024-07-30", "2024-07-30", "ko"), "2024년 7월 30일");
  assert.equal(daysInWords("2024-07-27", "2024-07-30", "zh"), "2024年7月27日–2024年7月30日");
  assert.match(daysInWords("2024-07-27", "2024-07-30", "en"), /^27\s*–\s*30 July 2024$/);
});

test("what is not long ago says how long; from a week on its date says more", () => {
  const ago = (ms: number, language: Language = "en") => ageInWords(final - ms, final, language);
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  assert.deepEqual([ago(0), ago(minute - 1), ago(-hour)], ["now", "now", "now"]);
  assert.deepEqual([ago(minute), ago(hour - 1)], ["1 minute ago", "59 minutes ago"]);
  assert.deepEqual([ago(hour), ago(day - 1)], ["1 hour ago", "23 hours ago"]);
  assert.deepEqual([ago(day), ago(7 * day - 1), ago(7 * day)], ["yesterday", "6 days ago", null]);
  assert.deepEqual([ago(3 * hour, "ko"), ago(3 * hour, "zh")], ["3시간 전", "3小时前"]);
});

test("machines read times in UTC", () => {
  assert.equal(isoTime(final), "2024-07-30T12:30:00.000Z");
});
