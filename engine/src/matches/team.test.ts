import assert from "node:assert/strict";
import { test } from "node:test";
import { type Refusal, isRefused } from "../refusal.ts";
import type { LogEntry } from "./log.ts";
import { HOME_SERVES, after, games, rallies, refusedCode } from "./log.testing.ts";
import type { MatchState } from "./state.ts";
import { foldTie, rulesOfNext, type TieState } from "./team.ts";
import { CORBILLON, MIXED_TEAM, NEW_SWAYTHLING, OLYMPIC_TEAM, TEAM_FORMATS, type TeamFormat } from "./team-formats.ts";
import type { Card } from "../sports/match-rules.ts";

const ASKED = { rules: { sport: "table-tennis", kind: "singles" }, players: { home1: "A", away1: "X" } } as const;

function match(format: TeamFormat, scores: string): MatchState {
  return after(rulesOfNext(format, [], ASKED), games(scores));
}

function folded(answer: TieState | Refusal): TieState {
  if (isRefused(answer)) assert.fail(answer.message);
  return answer;
}

test("every format has five matches, and nobody plays more of them than the format allows", () => {
  for (const { matches, matchesEach, name } of TEAM_FORMATS) {
    assert.equal(matches.length, 5, name);
    for (const letter of ["A", "B", "C", "X", "Y", "Z"] as const) {
      assert.ok(
        matches.filter(({ home, away }) => home.includes(letter) || away.includes(letter)).length <=
          (matchesEach ?? Number.NaN),
      );
    }
  }
});

test("how many games and matches win, and whether every game is played, is the format's own", () => {
  assert.deepEqual(
    TEAM_FORMATS.map(({ name, bestOf, allGames, wonBy, matchesEach, matches }) => [
      name,
      bestOf,
      allGames,
      wonBy,
      matchesEach,
      matches.map(({ kind }) => kind?.charAt(0)).join(""),
    ]),
    [
      ["olympic", 5, false, { matches: 3 }, 2, "dssss"],
      ["new-swaythling", 5, false, { matches: 3 }, 2, "sssss"],
      ["corbillon", 5, false, { matches: 3 }, 3, "ssdss"],
      ["mixed-team", 3, true, { games: 8 }, 2, "dssdd"],
    ],
  );
});

test("in the Olympic order nobody plays two matches in a row", () => {
  const singles = OLYMPIC_TEAM.matches
    .filter(({ kind }) => kind === "singles")
    .map(({ home, away }) => [...home, ...away].join("-"));
  assert.deepEqual(singles, ["A-X", "C-Z", "A-Y", "B-X"]);
  for (const [at, { home, away }] of OLYMPIC_TEAM.matches.entries()) {
    const before = OLYMPIC_TEAM.matches[at - 1];
    assert.ok([...home, ...away].every((letter) => !before?.home.includes(letter) && !before?.away.includes(letter)));
  }
  assert.deepEqual(
    NEW_SWAYTHLING.matches.map(({ home, away }) => [...home, ...away].join("-")),
    ["A-X", "B-Y", "C-Z", "A-Y", "B-X"],
  );
  assert.equal(CORBILLON.matches[2]?.kind, "doubles");
});

test("the team that first has three matches wins the tie, and nothing is played after", () => {
  const won = match(OLYMPIC_TEAM, "11-5 11-5 11-5");
  const lost = match(OLYMPIC_TEAM, "5-11 5-11 5-11");
  assert.deepEqual(folded(foldTie(OLYMPIC_TEAM, [won, lost, won])), {
    matchesWon: { home: 2, away: 1 },
    gamesWon: { home: 6, away: 3 },
    winner: null,
    next: 3,
  });
  const over = folded(foldTie(OLYMPIC_TEAM, [won, lost, won, won]));
  assert.deepEqual([over.winner, over.next], ["home", null]);
  assert.equal(refusedCode(foldTie(OLYMPIC_TEAM, [won, won, won, won])), "tie-over");
  assert.equal(refusedCode(foldTie(OLYMPIC_TEAM, [won, lost, won, lost, won, won])), "too-many-matches");
  assert.equal(refusedCode(foldTie(OLYMPIC_TEAM, [match(OLYMPIC_TEAM, "11-5"), won])), "match-not-over");
});

test("Chengdu 2023, China v Sweden: eight games are reached in the middle of the third match", () => {
  const matches = ["11-9 11-2 11-4", "11-9 11-5 12-10", "11-6 11-7"].map((scores) => match(MIXED_TEAM, scores));
  const tie = folded(foldTie(MIXED_TEAM, matches));
  assert.equal(matches[2]?.outcome, null);
  assert.deepEqual([tie.gamesWon, tie.winner], [{ home: 8, away: 0 }, "home"]);
});

test("a mixed team plays all three games of a match, decided or not", () => {
  const tie = folded(foldTie(MIXED_TEAM, [match(MIXED_TEAM, "11-9 11-2")]));
  assert.deepEqual([tie.next, tie.winner], [0, null]);
  assert.deepEqual(folded(foldTie(MIXED_TEAM, [match(MIXED_TEAM, "11-9 11-2 3-11")])).matchesWon, { home: 1, away: 0 });
});

test("a warning goes with the player through the tie; a pair begins with the higher of its two", () => {
  const card = (seat: "home1" | "home2", shown: Card): LogEntry => ({ kind: "card", side: "home", seat, card: shown });
  const doubles = { ...ASKED.rules, kind: "doubles" } as const;
  const log: LogEntry[] = [
    { kind: "service", server: "home1", receiver: "away1" },
    card("home1", "yellow"),
    card("home1", "yellow-red-1"),
  ];
  const first = {
    state: after(rulesOfNext(OLYMPIC_TEAM, [], { ...ASKED, rules: doubles }), log),
    players: { home1: "B", home2: "C", away1: "Y", away2: "Z" },
  };
  const carried = (players: object, rules = ASKED.rules as typeof ASKED.rules | typeof doubles): unknown =>
    rulesOfNext(OLYMPIC_TEAM, [first], { rules, players }).carriedCards;
  assert.deepEqual(carried({ home1: "B", away1: "X" }), { home: "yellow-red-1", away: null });
  assert.deepEqual(carried({ home1: "C", away1: "Z" }), { home: null, away: null });
  assert.deepEqual(carried({ home1: "C", home2: "B", away1: "Y", away2: "Z" }, doubles), {
    home: "yellow-red-1",
    away: null,
  });
});

test("penalty points that decided a match and were too many count in the next one", () => {
  const cards = (["yellow", "yellow-red-1"] as const).map((card): LogEntry => ({ kind: "card", side: "home", card }));
  const lastPoint: LogEntry = { kind: "card", side: "home", card: "yellow-red-2" };
  const log = [...games("5-11 5-11"), HOME_SERVES, ...cards, ...rallies("a".repeat(9)), lastPoint];
  const state = after(rulesOfNext(OLYMPIC_TEAM, [], ASKED), log);
  assert.equal(state.outcome?.winner, "away");
  const next = rulesOfNext(OLYMPIC_TEAM, [{ state, players: ASKED.players }], {
    ...ASKED,
    players: { home1: "C", away1: "Z" },
  });
  assert.deepEqual(next.carriedPoints, { home: 0, away: 1 });
  assert.deepEqual(after(next, [HOME_SERVES]).games[0]?.score, { home: 0, away: 1 });
});
