import assert from "node:assert/strict";
import { test } from "node:test";
import { areSamePeople, doubtfulHonours, type Honour, honoursBefore, honoursIn } from "./honours.ts";

test("the same people are as many, each of them named, in whatever order, case and hyphens", () => {
  assert.ok(areSamePeople(["SUN Yingsha", "WANG Chuqin"], ["Chuqin WANG", "Ying-sha SUN"]));
  assert.ok(areSamePeople(["FAN Zhendong"], ["Fan ZHENDONG"]));
  assert.ok(!areSamePeople(["SUN Yingsha", "WANG Chuqin"], ["SUN Yingsha", "LIANG Jingkun"]), "another partner");
  assert.ok(!areSamePeople(["SUN Yingsha", "WANG Chuqin"], ["SUN Yingsha"]), "one of two");
  assert.ok(!areSamePeople(["SUN Yingsha"], ["SUN Yingsha", "WANG Chuqin"]), "two of one");
  assert.ok(!areSamePeople([], []), "nobody is named");
});

const LINE: Honour = {
  sport: "table-tennis",
  year: 2020,
  competition: "Open 2020",
  event: "Mixed doubles",
  medal: "gold",
  association: "AAA",
  players: [],
};

const ASKED = { sport: "table-tennis", year: 2024, competition: "Games 2024: table tennis" };

test("a line of no sport may be of this one, in this year as in those before and in none after", () => {
  const { sport: _, ...unknown } = LINE;
  const doubtful = (years: readonly number[], line: Honour = unknown) =>
    doubtfulHonours(
      ASKED,
      years.map((year) => ({ ...line, year })),
    ).map(({ year }) => year);
  assert.deepEqual(doubtful([2020, 2024, 2025]), [2020, 2024]);
  assert.deepEqual(doubtful([2020, 2024, 2025], LINE), [2024], "of this sport only those of this year are in doubt");
  assert.deepEqual(doubtful([2020, 2024, 2025], { ...LINE, sport: "badminton" }), []);
});

test("an event was held in the years in which any medal of it is listed", () => {
  const lines: Honour[] = [
    { ...LINE, year: 2016, event: "Singles" },
    LINE,
    { ...LINE, event: "Singles" },
    { ...LINE, event: "MIXED doubles", medal: "silver" },
  ];
  const past = honoursBefore(ASKED, lines);
  assert.deepEqual(past.years, [2016, 2020]);
  assert.deepEqual(honoursIn(past, "mixed doubles").years, [2020]);
  assert.deepEqual(honoursIn(past, "Singles").years, [2016, 2020]);
});
