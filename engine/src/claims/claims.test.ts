import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dateOf, dayNumber, weekday } from "./calendar.ts";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { complaintsOf, readTable } from "./sentences.testing.ts";
import { sentencesOf } from "./sentences.ts";

const CHECKER = new ClaimChecker(parisFacts());

for (const name of readdirSync(new URL("sentences/", import.meta.url)).filter((file) => file.endsWith(".txt"))) {
  test(`every sentence of ${name} is judged as its line says`, () => {
    const complaints = complaintsOf(CHECKER, readTable(name)).map(({ line, complaint }) => `${line.mark} ${complaint}`);
    assert.deepEqual(complaints, []);
  });
}

test("a claim stands in its sentence, and the sentence in the text as it was written", () => {
  const text = "Two games all. China’s Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the final!";
  const claims = CHECKER.check(text);
  for (const { sentence, start, end, words } of claims) {
    assert.equal(text.slice(start, end), sentence);
    assert.ok(words.start >= start && words.end <= end && words.start < words.end);
  }
  const [score] = claims.filter(({ type }) => type === "score");
  assert.equal(score && text.slice(score.words.start, score.words.end), "4-1");
  assert.equal(score?.truth, "4-2");
  assert.equal(score?.evidence[0]?.kind, "match");
});

test("without a record there is nothing to say", () => {
  assert.deepEqual(
    new ClaimChecker([]).check("Wang Chuqin beat Ri Jong Sik 4-1 in the final on Tuesday, 30 July 2024."),
    [],
  );
});

test("one competition may be asked for, and an unknown one answers nothing wrong", () => {
  const text = "Fan Zhendong beat Truls Moregard 4-2 in the men's singles final.";
  const verdicts = (competition: string) =>
    CHECKER.check(text, { competition }).filter(({ verdict }) => verdict === "contradicted").length;
  assert.equal(verdicts("paris-2024"), 1);
  assert.equal(verdicts("nowhere"), 0);
});

test("yesterday is counted from the day of the text", () => {
  const text = "Yesterday Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-2 in the final.";
  const verdict = (date: string) => CHECKER.check(text, { date }).find(({ type }) => type === "date")?.verdict;
  assert.equal(verdict("2024-07-31"), "supported");
  assert.equal(verdict("2024-08-01"), "contradicted");
});

test("text of any kind is read without a fault", () => {
  for (const text of [
    "",
    "\n",
    "4-2",
    "𝕎𝕒𝕟𝕘 4−2 😀",
    "(((((",
    "'s's's",
    "11-6, ".repeat(500),
    "Wang and ".repeat(2000),
  ]) {
    assert.ok(Array.isArray(CHECKER.check(text)));
  }
});

test("days are counted as the calendar does", () => {
  for (const [date, day] of [
    ["2024-07-30", 2],
    ["2000-02-29", 2],
    ["1999-12-31", 5],
    ["2024-03-01", 5],
  ] as const) {
    assert.equal(weekday(date), day);
    assert.equal(dateOf(dayNumber(date)), date);
  }
  for (let day = dayNumber("1995-01-01"); day < dayNumber("2030-01-01"); day += 1)
    assert.equal(dayNumber(dateOf(day)), day);
});

test("a sentence ends at its full stop, not at that of a short form", () => {
  const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(split("World No. 1 Sun won. She beat K. Jha 4.5 times.\nIt was over."), [
    "World No. 1 Sun won.",
    "She beat K. Jha 4.5 times.",
    "It was over.",
  ]);
  assert.deepEqual(split("“They won.” Then they left."), ["“They won.”", "Then they left."]);
  assert.deepEqual(split("王楚钦夺冠。孙颖莎也是！"), ["王楚钦夺冠。", "孙颖莎也是！"]);
});

/** A report of another house, named by PODIUM_REPORT; what is wrong in it stands beside it, a line each, in FILE.expected. */
const report = process.env["PODIUM_REPORT"];

if (report !== undefined) {
  test("a report from outside is judged as is written beside it", () => {
    const claims = CHECKER.check(readFileSync(report, "utf8"));
    const wrong = claims
      .filter(({ verdict }) => verdict === "contradicted")
      .map(({ type, truth }) => `${type} ${truth}`);
    assert.deepEqual(wrong, readFileSync(`${report}.expected`, "utf8").trim().split("\n"));
    assert.ok(claims.some(({ verdict }) => verdict === "supported"));
  });
}
