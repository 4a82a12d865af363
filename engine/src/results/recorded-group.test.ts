import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, type Refusal } from "../refusal.ts";
import { credit } from "./credit.ts";
import { checkedGroup, type RecordedGroup, type RecordedMatch } from "./recorded-group.ts";
import type { StandingsRequest } from "./standings.ts";

/** `A-B 11-9 9-11`, and at the end `wo`, `ret` or `dsq` with the names it happened to. */
function written(text: string): RecordedMatch {
  const [pair = "", ...rest] = text.split(" ");
  const [a = "", b = ""] = pair.split("-");
  const games = rest
    .filter((word) => /^\d/.test(word))
    .map((score) => score.split("-").map(Number) as unknown as readonly [number, number]); // written as two numbers
  const [how, ...who] = rest.filter((word) => !/^\d/.test(word));
  if (how === undefined) return { a, b, games };
  const by = ({ wo: "walkover", ret: "retirement", dsq: "disqualification" } as const)[how as "wo"];
  return { a, b, games, ended: { by, who } };
}

function group(matches: readonly string[], rest: Partial<RecordedGroup> = {}): RecordedGroup {
  return { entrants: ["A", "B", "C"], matches: matches.map(written), ...rest };
}

function accepted(asked: RecordedGroup): StandingsRequest<string> {
  const answer = checkedGroup(asked);
  if (isRefused(answer)) assert.fail(`${answer.code}: ${answer.message}`);
  return answer;
}

/** `code` and what the refusal says of the place. */
function refused(asked: RecordedGroup): [string, Refusal["detail"]] {
  const answer = checkedGroup(asked);
  assert.ok(isRefused(answer), "it was accepted");
  return [answer.code, answer.detail];
}

const outcomes = (asked: RecordedGroup) =>
  accepted(asked).matches.map(({ outcome }) => `${outcome.winner} ${outcome.by}`);

test("nobody is drawn twice by lot", () => {
  assert.equal(refused(group(["A-B 11-9 11-9 11-9"], { lots: ["A", "B", "A"] }))[0], "entrant-twice");
});

const unnoted = (matches: readonly Partial<RecordedMatch>[], rest: Partial<RecordedGroup> = {}): RecordedGroup => ({
  entrants: ["A", "B", "C"],
  matches: matches.map((match) => ({ a: "A", b: "B", games: [], ...match })),
  ...rest,
});

test("games won are a result where nobody noted the points, and so is a winner alone", () => {
  const [won, known] = accepted(unnoted([{ score: [1, 3] }, { a: "B", b: "C", winner: "C" }])).matches;
  assert.deepEqual(won?.outcome, { winner: "away", by: "play", gamesWon: { home: 1, away: 3 } });
  assert.deepEqual(known?.outcome, { winner: "away", by: "play", gamesWon: null });
});

for (const [law, match, code] of [
  ["at two all nobody has won", { score: [2, 2] }, "undecided-match"],
  ["nobody wins more games than are needed", { score: [4, 0] }, "undecided-match"],
  ["who won by name has won by games", { score: [3, 1], winner: "B" }, "outcome-contradicts-games"],
  ["who won has played", { winner: "C" }, "unknown-entrant"],
  ["a match of which nothing is known is none", {}, "undecided-match"],
] as const)
  test(`${law}, where nobody noted the points`, () => assert.equal(refused(unnoted([match], { bestOf: 5 }))[0], code));

test("the games won before somebody retired stand, also where nobody noted their points", () => {
  const ended = (by: "retirement" | "walkover" | "disqualification", who: string) => ({ by, who: [who] });
  const outcome = (told: Partial<RecordedMatch>) => accepted(unnoted([told])).matches[0]?.outcome;
  const gamesWon = { home: 2, away: 1 };
  assert.deepEqual(outcome({ score: [2, 1], ended: ended("retirement", "A") }), {
    winner: "away",
    by: "retirement",
    gamesWon,
  });
  const thrownOut = { winner: "away", by: "disqualification", gamesWon: { home: 3, away: 1 } };
  assert.deepEqual(outcome({ score: [3, 1], ended: ended("disqualification", "A") }), thrownOut);
  assert.deepEqual(outcome({ score: [0, 3], ended: ended("walkover", "A") }), { winner: "away", by: "walkover" });
  const request = accepted(unnoted([{ score: [2, 1], ended: ended("retirement", "A") }]));
  const [match = assert.fail("there is one")] = request.matches;
  const credited = credit(match, request.laws, 3);
  assert.deepEqual([credited.games, credited.points], [{ home: 2, away: 3 }, null]);
  for (const told of [
    { score: [3, 1] as const, ended: ended("retirement", "A") },
    { score: [1, 3] as const, ended: ended("walkover", "A") },
  ])
    assert.equal(refused(unnoted([told]))[0], "outcome-contradicts-games");
});

test("the winner of a match follows from its games", () => {
  assert.deepEqual(outcomes(group(["A-B 11-9 11-9 9-11 11-9", "B-C 9-11 9-11 11-9 11-9 9-11"])), [
    "home play",
    "away play",
  ]);
});

test("a group is refused with the match and the game that cannot be", () => {
  const rows: readonly (readonly [asked: RecordedGroup, code: string, detail: Refusal["detail"]])[] = [
    [group([], { sport: "chess" }), "unknown-sport", { sport: "chess" }],
    [group([], { rankingLaw: "mine" }), "unknown-ranking-law", { rankingLaw: "mine" }],
    [group([], { entrants: ["A", "B", "A"] }), "entrant-twice", { entrant: "A" }],
    [group([], { lots: ["A", "X"] }), "unknown-entrant", { entrant: "X" }],
    [group(["A-B 11-9 11-9 11-9", "A-X 11-9 11-9 11-9"]), "unknown-entrant", { entrant: "X", match: 2 }],
    [group(["A-A 11-9 11-9 11-9"]), "match-with-itself", { entrant: "A", match: 1 }],
    [group(["A-B 11-9 11-9 11-9", "A-C 11-9 11-9 11-9", "B-A 11-9 11-9 11-9"]), "match-twice", { match: 3, first: 1 }],
    [group(["A-B 11-9 12-9 11-9"]), "illegal-game-score", { match: 1, game: 2, article: "2.11.1" }],
    [group(["A-B 11-9 11-9"], { bestOf: 5 }), "undecided-match", { match: 1 }],
    [group(["A-B 11-9 9-11"], { bestOf: 3 }), "undecided-match", { match: 1 }],
    [group(["A-B 11-9 11-9 11-9 9-11"], { bestOf: 5 }), "games-after-decision", { match: 1 }],
    [group(["A-B 11-9 11-9 11-9 11-9"], { bestOf: 5 }), "games-after-decision", { match: 1 }],
    [group(["A-B 11-9 11-9 11-9"], { bestOf: 4, allGames: true }), "undecided-match", { match: 1 }],
    [group(["A-B 11-9 11-9 9-11 11-9 wo C"]), "unknown-entrant", { match: 1, entrant: "C" }],
    [group(["A-B ret A B"]), "outcome-contradicts-games", { match: 1 }],
    [group(["A-B 11-9 wo A B"]), "outcome-contradicts-games", { match: 1 }],
    [group(["A-B 11-0 11-1 11-0 wo B"]), "outcome-contradicts-games", { match: 1 }],
    [group(["A-B 11-9 11-9 11-9 ret A"], { bestOf: 5 }), "outcome-contradicts-games", { match: 1 }],
    [group(["A-B 4-10 11-9 ret B"]), "illegal-game-score", { match: 1, game: 1, article: "2.11.1" }],
    [group(["A-B 11-0 11-0 4-0 wo B"]), "illegal-game-score", { match: 1, game: 3, article: "2.11.1" }],
  ];
  for (const [asked, code, detail] of rows) {
    const [answered, about] = refused(asked);
    assert.deepEqual([answered, about], [code, detail], JSON.stringify(asked.matches));
  }
});

test("who is absent, retires or is disqualified has lost, whatever the games say", () => {
  assert.deepEqual(outcomes(group(["A-B wo A", "B-C 11-9 4-2 ret C", "A-C 11-9 11-9 11-9 dsq A"], { bestOf: 5 })), [
    "away walkover",
    "home retirement",
    "away disqualification",
  ]);
  assert.deepEqual(outcomes(group(["A-B wo A B"])), ["null walkover"]);
  assert.deepEqual(outcomes(group(["A-B 11-0 11-0 11-0 wo B"])), ["home walkover"], "as it is credited");
  assert.deepEqual(outcomes(group(["A-B 11-9 11-9 ret A"], { bestOf: 5 })), ["away retirement"]);
});

test("how many games win a match is told, or shown by the matches that were played out", () => {
  const needed = (matches: readonly string[], rest: Partial<RecordedGroup> = {}) =>
    accepted(group(matches, rest)).gamesNeeded;
  assert.equal(needed([]), 3);
  assert.equal(needed([], { bestOf: 7 }), 4);
  assert.equal(needed(["A-B 11-0 11-0 11-0 11-0 wo B"]), 4);
  assert.equal(needed(["A-B 11-9 11-9", "B-C 11-9 9-11 11-9"]), 2);
  assert.equal(needed(["A-B 11-9 ret B"]), 3, "what was broken off shows nothing");
});

test("four games in every match are all played, and ranked by games, where no best of five or seven explains them", () => {
  const lawOf = (matches: readonly string[], rest: Partial<RecordedGroup> = {}) => {
    const { laws, gamesNeeded } = accepted(group(matches, rest));
    return [laws.ranking.id, gamesNeeded];
  };
  const level = "A-B 11-9 9-11 11-9 9-11";
  const threeToOne = "B-C 11-9 11-9 11-9 9-11";
  assert.deepEqual(lawOf([level, threeToOne]), ["ittf-four-games", 4]);
  assert.deepEqual(lawOf(["A-B 11-9 11-9 11-9 11-9", threeToOne]), ["ittf-four-games", 4]);
  assert.deepEqual(lawOf([level, level.replace("A-B", "B-C")]), ["ittf-four-games", 4]);
  assert.deepEqual(lawOf(["A-B 11-9 11-9 9-11 11-9", "B-C 11-9 9-11 11-9 11-9"]), ["ittf", 3]);
  assert.deepEqual(lawOf(["A-B 11-9 11-9 11-9 11-9", "B-C 11-9 11-9 11-9 11-9"]), ["ittf", 4]);
  assert.deepEqual(lawOf([level, threeToOne], { rankingLaw: "ittf" }), ["ittf", 4]);
  assert.deepEqual(lawOf([level], { bestOf: 4, allGames: true }), ["ittf", 4]);
  assert.equal(refused(group([level]))[0], "undecided-match", "one match alone shows nothing");
});

test("lots and the edition go on to the ranking", () => {
  const request = accepted(group([], { lots: ["C", "A", "B"], sport: "table-tennis", edition: "21-points" }));
  assert.deepEqual(request.lots, ["C", "A", "B"]);
  assert.equal(request.laws.game.points, 21);
  assert.equal("lots" in accepted(group([])), false);
  assert.equal(refused(group([], { edition: "of tomorrow" }))[0], "unknown-edition");
});
