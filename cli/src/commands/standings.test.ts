import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLine } from "./standings.ts";

const GAMES = [
  [11, 6],
  [11, 6],
  [11, 6],
];
const AB = { a: "A", b: "B", games: GAMES };

const ask = (group: object) => answerLine(JSON.stringify(group), 1);
const bodyOf = (group: object) =>
  ask(group).body as { order: string[]; table: unknown[]; trace: string[]; complete: boolean };
const codeOf = (group: object) => (ask(group).body as { refused?: { code: string } }).refused?.code;

test("a group is answered with its order, its table and the reasons", () => {
  const matches = [AB, { a: "B", b: "C", games: GAMES }, { a: "A", b: "C", games: GAMES }];
  assert.deepEqual(ask({ id: "g", entrants: ["A", "B", "C"], matches }).body, {
    id: "g",
    order: ["A", "B", "C"],
    table: [
      { place: 1, entrant: "A", played: 2, won: 2, lost: 0, matchPoints: 4, games: [6, 0], points: [66, 36] },
      { place: 2, entrant: "B", played: 2, won: 1, lost: 1, matchPoints: 3, games: [3, 3], points: [51, 51] },
      { place: 3, entrant: "C", played: 2, won: 0, lost: 2, matchPoints: 2, games: [0, 6], points: [36, 66] },
    ],
    trace: ["Match points in the group: A 4, B 3, C 2. Order: A, then B, then C."],
    complete: true,
  });
});

test("those whom only lots can separate stand together, until the lots are told", () => {
  const matches = [AB, { a: "B", b: "C", games: GAMES }, { a: "C", b: "A", games: GAMES }];
  assert.deepEqual(bodyOf({ entrants: ["A", "B", "C"], matches }).order, ["A=B=C"]);
  assert.deepEqual(bodyOf({ entrants: ["A", "B", "C"], matches, lots: ["B", "C", "A"] }).order, ["B", "C", "A"]);
});

test("how a match ended may be told long or short", () => {
  const long = bodyOf({ entrants: ["A", "B"], matches: [{ a: "A", b: "B", outcome: { walkover: "B" } }] });
  const short = bodyOf({
    entrants: ["A", "B"],
    matches: [
      {
        a: "A",
        b: "B",
        games: [
          [11, 0],
          [11, 0],
          [11, 0],
        ],
        wo: "B",
      },
    ],
  });
  assert.deepEqual(long, short);
  assert.deepEqual(
    bodyOf({ entrants: ["A", "B"], matches: [{ a: "A", b: "B", games: [[3, 2]], outcome: { retired: "A" } }] }).order,
    ["B", "A"],
  );
  assert.deepEqual(bodyOf({ entrants: ["A", "B"], matches: [{ ...AB, outcome: { disqualified: "A" } }] }).order, [
    "B",
    "A",
  ]);
  assert.deepEqual(
    bodyOf({ entrants: ["A", "B"], matches: [{ a: "A", b: "B", outcome: { walkover: ["A", "B"] } }] }).order,
    ["A=B"],
  );
});

test("a result list may repeat the games won, if it says what the games say", () => {
  const scored = (score: readonly number[], more: object = {}) => ({
    entrants: ["A", "B"],
    matches: [{ ...AB, score, ...more }],
  });
  assert.deepEqual(bodyOf(scored([3, 0])).order, ["A", "B"]);
  assert.equal(codeOf(scored([3, 1])), "not-understood");
  assert.deepEqual(bodyOf(scored([3, 0], { games: [], wo: "B" })).order, ["A", "B"]);
});

const REFUSED: Record<string, object> = {
  "illegal-game-score": { entrants: ["A", "B"], matches: [{ a: "A", b: "B", games: [[13, 10]] }] },
  "undecided-match": {
    entrants: ["A", "B", "C"],
    matches: [
      AB,
      {
        a: "B",
        b: "C",
        games: [
          [11, 1],
          [1, 11],
        ],
      },
    ],
  },
  "games-after-decision": { entrants: ["A", "B", "C"], matches: [AB, { a: "B", b: "C", games: [...GAMES, [1, 11]] }] },
  "match-twice": { entrants: ["A", "B"], matches: [AB, { a: "B", b: "A", games: GAMES }] },
  "match-with-itself": { entrants: ["A", "B"], matches: [{ a: "A", b: "A", games: GAMES }] },
  "unknown-entrant": { entrants: ["A", "B"], matches: [{ a: "A", b: "X", games: GAMES }] },
  "entrant-twice": { entrants: ["A", "A"], matches: [] },
  "outcome-contradicts-games": { entrants: ["A", "B"], matches: [{ ...AB, outcome: { retired: "A" } }] },
  "unknown-sport": { entrants: ["A", "B"], matches: [], sport: "quidditch" },
  "unknown-ranking-law": { entrants: ["A", "B"], matches: [], law: "mine" },
  "not-understood": { entrants: "A", matches: [] },
};

for (const [code, group] of Object.entries(REFUSED)) test(`refused: ${code}`, () => assert.equal(codeOf(group), code));

test("a refusal names the match and the game, counted from 1", () => {
  const group = {
    id: 7,
    entrants: ["A", "B", "C"],
    matches: [
      AB,
      {
        a: "B",
        b: "C",
        games: [
          [11, 6],
          [11, 10],
        ],
      },
    ],
  };
  assert.deepEqual(ask(group).body, {
    id: 7,
    refused: {
      code: "illegal-game-score",
      message: "A game to 11 cannot end 11-10.",
      article: "2.11.1",
      match: 2,
      game: 2,
    },
  });
});

test("a line without id is known by its number, and what is not JSON is refused", () => {
  assert.deepEqual((answerLine("nonsense", 3).body as { id: number }).id, 3);
  assert.equal(answerLine("nonsense", 3).refused, true);
});
