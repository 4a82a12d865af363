import assert from "node:assert/strict";
import type { MatchCode } from "@podium/engine";
import { test } from "node:test";
import { pair, parisMatch } from "./paris.testing.ts";
import { entryName, matchName, roundName, shortEntryName, sourceName, versus } from "./match-names.ts";

test("the rounds are called as newspapers call them", () => {
  const rounds = ["r64", "r16", "qf", "sf", "bronze", "final"];
  assert.deepEqual(
    rounds.map((round) => roundName(round, "en")),
    ["Round of 64", "Round of 16", "Quarter-finals", "Semi-finals", "Bronze medal match", "Final"],
  );
  assert.deepEqual(
    rounds.map((round) => roundName(round, "ko")),
    ["64강", "16강", "8강", "준결승", "동메달 결정전", "결승"],
  );
  assert.deepEqual(
    rounds.map((round) => roundName(round, "zh")),
    ["64强赛", "16强赛", "四分之一决赛", "半决赛", "铜牌赛", "决赛"],
  );
});

test("a match has its number where its round has more than one", () => {
  assert.equal(matchName(parisMatch("qf-2"), "en"), "Quarter-final 2");
  assert.equal(matchName(parisMatch("r16-8"), "en"), "Round of 16, match 8");
  assert.equal(matchName(parisMatch("final"), "en"), "Final");
  assert.equal(matchName(parisMatch("bronze"), "ko"), "동메달 결정전");
  assert.equal(matchName({ ...parisMatch("qf-2"), round: "2", group: "A" }, "ko"), "A조");
});

test("family names come first, and readers see the script they read where it is known", () => {
  assert.equal(entryName(pair("CHN"), "en"), "WANG Chuqin / SUN Yingsha");
  assert.equal(entryName(pair("CHN"), "zh"), "王楚钦 / 孙颖莎");
  assert.equal(entryName(pair("HKG"), "ko"), "WONG Chun Ting / DOO Hoi Kem");
  assert.equal(shortEntryName(pair("KOR"), "en"), "LIM / SHIN");
  assert.equal(versus(parisMatch("final"), "en"), "WANG Chuqin / SUN Yingsha against RI Jong Sik / KIM Kum Yong");
});

test("a slot that nobody has reached says where its entry will come from", () => {
  // Codes as the plan of an event names its matches.
  assert.equal(sourceName({ from: "winner", match: "sf-1" as MatchCode }, "en"), "Winner of Semi-final 1");
  assert.equal(sourceName({ from: "loser", match: "sf-2" as MatchCode }, "ko"), "준결승 2경기 패자");
  assert.equal(sourceName({ from: "place", group: "B", place: 2 }, "zh"), "B组第2名");
  assert.equal(sourceName({ from: "bye" }, "en"), "bye");
  assert.equal(sourceName({ from: "open" }, "en"), "To be drawn");
});
