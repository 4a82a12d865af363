import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isRefused } from "../refusal.ts";
import type { MatchRules } from "../sports/match-rules.ts";
import { SINGLES } from "./log.testing.ts";
import { newMatch } from "./match.ts";
import { writtenGames } from "./written-games.ts";

function inSport(sport: string): MatchRules {
  const state = newMatch({ ...SINGLES, sport, bestOf: 3 });
  assert.ok(!isRefused(state));
  return state.rules;
}

const TABLE_TENNIS = inSport("table-tennis");

describe("a result in one line", () => {
  const cases: readonly (readonly [string, MatchRules, string, string | null])[] = [
    ["both ways of writing a game stand beside each other", TABLE_TENNIS, "11-7 8 -9 5", "11-7 11-8 9-11 11-5"],
    ["a loser with ten or more lost by two", TABLE_TENNIS, "10 -12 0 -0", "12-10 12-14 11-0 0-11"],
    ["commas, semicolons and a true minus are read", TABLE_TENNIS, "7, –9; +3", "11-7 9-11 11-3"],
    [
      "a badminton game is won with 21, by two after 20-20, and with 30 against 29",
      inSport("badminton"),
      "19 20 -29",
      "21-19 22-20 29-30",
    ],
    ["a squash game is won with 11", inSport("squash"), "9 -11", "11-9 11-13"],
    ["a tennis set is won by two games, or 7-6", inSport("tennis"), "4 -5 6", "6-4 5-7 7-6"],
    ["nobody loses badminton with 30", inSport("badminton"), "30", null],
    ["a word is no game", TABLE_TENNIS, "11-7 won", null],
    ["nothing is no game at all", TABLE_TENNIS, "", ""],
  ];
  for (const [law, rules, line, expected] of cases) {
    test(law, () => {
      const games = writtenGames(rules, line);
      assert.equal(games === null ? null : games.map(({ home, away }) => `${home}-${away}`).join(" "), expected);
    });
  }
});
