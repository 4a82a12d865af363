import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchCode } from "../brand.ts";
import type { MatchResult } from "../results/result.ts";
import {
  BEST_OF_THREE_2_0,
  BEST_OF_THREE_2_1,
  inGames,
  inPlaceOf,
  type Name,
  PLAYED,
  told,
} from "./four-players.testing.ts";
import type { Honour } from "./honours.ts";
import { resultOf } from "./paris-2024.testing.ts";
import type { EntryRecord } from "./record.ts";

test("the longest game is told once every match is over and all points are known, and never of two alike", () => {
  const long = resultOf("final", [...BEST_OF_THREE_2_1.slice(0, 2), [15, 13]]);
  assert.deepEqual(told({ results: inPlaceOf(long) }, "longest-game"), ["ann | cal | 15-13"]);
  const unfinished = PLAYED.filter(({ match }) => match !== "bronze");
  assert.deepEqual(told({ results: [...unfinished.slice(0, 2), long] }, "longest-game"), []);
  assert.deepEqual(
    told(
      { results: [...inPlaceOf(long).filter(({ match }) => match !== "sf-1"), inGames("sf-1", 2, 0)] },
      "longest-game",
    ),
    [],
  );
  const another = resultOf("bronze", [BEST_OF_THREE_2_0[0], [15, 13]]);
  const both = [...inPlaceOf(long).filter(({ match }) => match !== "bronze"), another];
  assert.deepEqual(told({ results: both }, "longest-game"), []);
});

test("of an event of two games the longer one is told; of a single game nothing", () => {
  const two = resultOf("final", [
    [11, 5],
    [12, 10],
  ]);
  assert.deepEqual(told({ names: ["ann", "bea"], results: [two] }, "longest-game"), ["ann | bea | 12-10"]);
  const one = resultOf("final", [[11, 5]]);
  assert.deepEqual(told({ names: ["ann", "bea"], bestOf: 1, results: [one] }, "longest-game"), []);
});

test("who played most games is told of one alone, and not after a match that was broken off", () => {
  assert.deepEqual(told({ results: inPlaceOf(resultOf("sf-1", BEST_OF_THREE_2_1)) }, "most-games"), ["ann | 6 | 2"]);
  assert.deepEqual(told({ results: PLAYED }, "most-games"), [], "both finalists played five");
  const retired: MatchResult = {
    match: "bronze" as MatchCode,
    games: [{ home: 11, away: 3 }],
    outcome: { winner: "home", by: "retirement" },
  };
  const broken = [
    resultOf("sf-1", BEST_OF_THREE_2_1),
    ...PLAYED.filter(({ match }) => match === "sf-2" || match === "final"),
    retired,
  ];
  assert.deepEqual(told({ results: broken }, "most-games"), []);
});

test("who played most games and went without a medal is not told of", () => {
  const longer = [
    PLAYED.filter(({ match }) => match === "sf-1"),
    ["sf-2", "bronze"].map((code) => resultOf(code, BEST_OF_THREE_2_1)),
    resultOf("final", BEST_OF_THREE_2_0),
  ].flat();
  assert.deepEqual(told({ results: longer }, "most-games"), []);
});

test("a deciding game of which no points are known has no score to tell", () => {
  assert.deepEqual(told({ results: inPlaceOf(inGames("final", 2, 1)) }, "only-deciding-game"), []);
  assert.deepEqual(told({ results: PLAYED }, "only-deciding-game"), ["ann | cal | 11-8 | 1"]);
});

test("two games behind is a comeback, one is not, and what is told is where it began", () => {
  const fromTwoDown = resultOf("final", [
    [5, 11],
    [6, 11],
    [11, 5],
    [7, 11],
    [11, 6],
    [11, 7],
    [11, 8],
  ]);
  const won = (code: string) =>
    resultOf(
      code,
      Array.from({ length: 4 }, () => [11, 5] as const),
    );
  const semis = ["sf-1", "sf-2", "bronze"].map((code) => won(code));
  assert.deepEqual(told({ bestOf: 7, results: [...semis, fromTwoDown] }, "comeback"), ["ann | cal | 0-2"]);
  assert.deepEqual(told({ results: PLAYED }, "comeback"), []);
});

test("the lowest-ranked of all is below every other: a shared rank is not", () => {
  const ranked = (ranks: Readonly<Record<Name, number>>) =>
    told({ results: PLAYED, entry: (name) => ({ rank: ranks[name] }) }, "medal-lowest-ranked");
  assert.deepEqual(ranked({ ann: 40, bea: 1, cal: 2, dov: 3 }), ["ann | 4"]);
  assert.deepEqual(ranked({ ann: 40, bea: 40, cal: 2, dov: 3 }), []);
});

test("two medals of one association are a podium of one; without a third medal, too", () => {
  const one = told(
    {
      names: ["ann", "bea"],
      results: [resultOf("final", BEST_OF_THREE_2_0)],
      entry: () => ({ association: { code: "AAA", name: { en: "AAA" } } }),
    },
    "podium-of-one",
  );
  assert.deepEqual(one, ["AAA | 2"]);
});

const GOLD: Honour = {
  sport: "table-tennis",
  year: 2025,
  competition: "Cup 2025",
  event: "Open singles",
  medal: "gold",
  association: "BBB",
  players: [],
};

test("while another of the champions' association still plays, nobody has knocked the association out", () => {
  const two = (name: Name): Partial<EntryRecord> =>
    name === "cal" ? { association: { code: "BBB", name: { en: "BBB" } } } : {};
  const first = [resultOf("sf-1", BEST_OF_THREE_2_0)];
  assert.deepEqual(told({ results: first, honours: [GOLD], entry: two }, "beat-champions-association"), []);
  assert.deepEqual(told({ results: PLAYED, honours: [GOLD], entry: two }, "beat-champions-association"), [
    "ann | cal | BBB | 2025",
  ]);
});

test("years are counted from the newest honours, in whatever order the file lists them", () => {
  const lines: Honour[] = [
    { ...GOLD, year: 2025, association: "EEE" },
    { ...GOLD, year: 2015, association: "AAA" },
    { ...GOLD, year: 2015, medal: "silver", association: "CCC" },
    { ...GOLD, year: 2020, association: "AAA", medal: "bronze" },
    { ...GOLD, year: 2020, association: "CCC", event: "Doubles" },
  ];
  for (const honours of [lines, lines.toReversed()])
    assert.deepEqual(told({ results: PLAYED, honours }, "podium-together-since"), ["AAA | CCC | 2015 | 11"]);
});

test("what may have happened to one of two elsewhere does not hide that they stand together for the first time", () => {
  const lines: Honour[] = [
    { ...GOLD, association: "AAA" },
    { ...GOLD, year: 2024, association: "CCC" },
  ];
  const maybe: Honour = { ...GOLD, year: 2026, competition: "Open 2026", association: "CCC" };
  assert.deepEqual(told({ results: PLAYED, honours: [...lines, maybe] }, "podium-together-first"), [
    "AAA | CCC | 2024",
  ]);
});

test("what may have been won in another event this year does not hide a first title in this one", () => {
  const before: Honour[] = [
    { ...GOLD, association: "EEE" },
    { ...GOLD, association: "AAA", event: "Doubles" },
  ];
  const maybe: Honour = { ...GOLD, year: 2026, competition: "Open 2026", association: "AAA" };
  const first = (event: string) => told({ results: PLAYED, honours: [...before, { ...maybe, event }] }, "first-title");
  assert.deepEqual(first("Doubles"), ["AAA | 1"]);
  assert.deepEqual(first(GOLD.event), []);
});
