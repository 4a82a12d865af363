import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { answerLine } from "./score.ts";

const DOUBLES = { kind: "doubles", bestOf: 3, home: ["A", "B"], away: ["X", "Y"] };
const SINGLES = { kind: "singles", bestOf: 3, home: ["A"], away: ["X"] };
const HOME_WINS = "h".repeat(11);

/** What the command says of a match. */
function answer(line: object): unknown {
  return JSON.parse(JSON.stringify(answerLine(JSON.stringify(line), 7).body));
}

/** Code, game and point of a refusal. */
function refusal(line: object | string): readonly unknown[] {
  const { refused, body } = answerLine(typeof line === "string" ? line : JSON.stringify(line), 7);
  assert.ok(refused);
  const { code, message, game, point } = (body as { refused: Record<string, unknown> }).refused; // the documented shape
  assert.equal(typeof message, "string");
  return [code, game, point];
}

test("a match is answered with its score, its services and its change of ends", () => {
  const games = [{ firstServer: "A", firstReceiver: "X", points: "hhhhhaa" }];
  assert.deepEqual(answer({ id: "f", ...DOUBLES, bestOf: 1, games }), {
    id: "f",
    winner: null,
    games: [
      {
        score: [5, 2],
        before: [
          ["A", "X"],
          ["A", "X"],
          ["X", "B"],
          ["X", "B"],
          ["B", "Y"],
          ["B", "X"],
          ["X", "A"],
        ],
        endsChangedAfterPoint: 5,
      },
    ],
  });
});

test("a match that is decided names its winner, and the line's number stands for a missing id", () => {
  const games = [
    { firstServer: "A", points: HOME_WINS },
    { firstServer: "X", points: HOME_WINS },
  ];
  const { id, winner } = answer({ ...SINGLES, games }) as { id: unknown; winner: unknown }; // the documented shape
  assert.deepEqual([id, winner], [7, "home"]);
});

test("other sports and editions are asked for by name or by date", () => {
  const games = [{ firstServer: "A", points: "h".repeat(15) }];
  const scored = (more: object): unknown =>
    answer({ ...SINGLES, sport: "badminton", ...more, games: [...games, { firstServer: "A", points: "" }] });
  assert.deepEqual((scored({ edition: "3x15" }) as { games: { score: unknown }[] }).games[0]?.score, [15, 0]); // the documented shape
  assert.deepEqual(scored({ date: "2027-03-01" }), scored({ edition: "3x15" }));
  assert.deepEqual(refusal({ ...SINGLES, sport: "badminton", games: [...games, ...games] }), [
    "game-not-finished",
    2,
    null,
  ]);
});

const REFUSED: readonly (readonly [why: string, line: object | string, refusal: readonly unknown[]])[] = [
  ["it is no JSON", "{", ["not-json", null, null]],
  ["a key stands twice", '{"kind":"singles","kind":"doubles"}', ["not-json", null, null]],
  ["it is nested four thousand deep", `{"a":${"[".repeat(4_000)}${"]".repeat(4_000)}}`, ["not-json", null, null]],
  ["it is no object", "[]", ["not-an-object", null, null]],
  ["a field is missing", { kind: "singles", bestOf: 3, home: ["A"], games: [] }, ["missing-field", null, null]],
  ["the games are missing", SINGLES, ["missing-field", null, null]],
  ["a pair has one player", { ...DOUBLES, home: ["A"], games: [] }, ["bad-field", null, null]],
  ["a name stands twice", { ...DOUBLES, away: ["X", "A"], games: [] }, ["same-name", null, null]],
  ["the number of games is even", { ...SINGLES, bestOf: 4, games: [] }, ["best-of-not-odd", null, null]],
  ["nobody plays that sport", { ...SINGLES, sport: "curling", games: [] }, ["unknown-sport", null, null]],
  ["the server is unknown", { ...SINGLES, games: [{ firstServer: "Z", points: "" }] }, ["unknown-name", 1, null]],
  ["nobody serves", { ...SINGLES, games: [{ points: "" }] }, ["missing-field", 1, null]],
  [
    "in doubles nobody receives",
    { ...DOUBLES, games: [{ firstServer: "A", points: "" }] },
    ["receiver-not-chosen", 1, null],
  ],
  [
    "a game without a point has another behind it",
    {
      ...SINGLES,
      games: [
        { firstServer: "A", points: "" },
        { firstServer: "X", points: "h" },
      ],
    },
    ["game-not-finished", 2, null],
  ],
  [
    "the same with an unknown service",
    { ...SINGLES, serviceKnown: false, games: [{ points: "" }, { points: "h" }] },
    ["game-not-finished", 2, null],
  ],
  [
    "a game follows the end of the match with an unknown service",
    {
      ...SINGLES,
      bestOf: 1,
      serviceKnown: false,
      games: [{ points: HOME_WINS }, { points: "" }],
    },
    ["match-over", 2, null],
  ],
  [
    "somebody serves in a match of which nobody noted it",
    { ...SINGLES, serviceKnown: false, games: [{ firstServer: "A", points: "h" }] },
    ["bad-field", 1, null],
  ],
  [
    "the score hangs on a service nobody noted",
    { ...SINGLES, sport: "pickleball", serviceKnown: false, games: [] },
    ["service-needed", null, null],
  ],
  ["its day is none", { ...SINGLES, date: "2026-02-30", games: [] }, ["bad-field", null, null]],
  ["its day is a word", { ...SINGLES, date: "yesterday", games: [] }, ["bad-field", null, null]],
  ["a game is a list", { ...SINGLES, games: [["h"]] }, ["bad-field", 1, null]],
  [
    "a game has more points than anybody can play",
    { ...SINGLES, games: [{ firstServer: "A", points: "ha".repeat(5000) }] },
    ["bad-field", 1, null],
  ],
  ["a match has more games than anybody can play", { ...SINGLES, bestOf: 1001, games: [] }, ["bad-field", null, null]],
  [
    "the receiver is the server's partner",
    { ...DOUBLES, games: [{ firstServer: "A", firstReceiver: "B", points: "" }] },
    ["same-side", 1, null],
  ],
  ["a point is neither h nor a", { ...SINGLES, games: [{ firstServer: "A", points: "hax" }] }, ["bad-point", 1, 3]],
  [
    "a point follows the end of the game",
    { ...SINGLES, games: [{ firstServer: "A", points: `${HOME_WINS}h` }] },
    ["game-over", 1, 12],
  ],
  [
    "the same side opens two games",
    {
      ...SINGLES,
      games: [
        { firstServer: "A", points: HOME_WINS },
        { firstServer: "A", points: "h" },
      ],
    },
    ["wrong-server", 2, null],
  ],
  [
    "the first receiver did not serve to that server before",
    {
      ...DOUBLES,
      games: [
        { firstServer: "A", firstReceiver: "X", points: HOME_WINS },
        { firstServer: "X", firstReceiver: "B", points: "h" },
      ],
    },
    ["wrong-receiver", 2, null],
  ],
  [
    "a game follows the end of the match",
    {
      ...SINGLES,
      games: ["A", "X", "A"].map((firstServer) => ({ firstServer, points: HOME_WINS })),
    },
    ["match-over", 3, null],
  ],
];

test("where nobody noted who served, the points alone lead to score, ends and winner", () => {
  const played = {
    ...DOUBLES,
    serviceKnown: false,
    games: [{ points: HOME_WINS }, { points: "a".repeat(11) }, { points: `aaaaa${HOME_WINS}` }],
  };
  assert.deepEqual(answer(played), {
    id: 7,
    winner: "home",
    games: [
      { score: [11, 0], before: null, endsChangedAfterPoint: null },
      { score: [0, 11], before: null, endsChangedAfterPoint: null },
      { score: [11, 5], before: null, endsChangedAfterPoint: 5 },
    ],
  });
});

test("in a later game of doubles the receiver who follows from the game before may be left out", () => {
  const games = [
    { firstServer: "A", firstReceiver: "X", points: HOME_WINS },
    { firstServer: "Y", points: "h" },
  ];
  const {
    games: [, second],
  } = answer({ ...DOUBLES, games }) as { games: { before: unknown }[] }; // the documented shape
  assert.deepEqual(second?.before, [["Y", "B"]]);
});

test("a refused game or point tells the score it is about", () => {
  const open = [
    { firstServer: "A", points: "hha" },
    { firstServer: "X", points: "h" },
  ];
  assert.match(JSON.stringify(answer({ ...SINGLES, games: open })), /Game 1 stands at 2-1/);
  assert.match(
    JSON.stringify(answer({ ...SINGLES, games: [{ firstServer: "A", points: `aa${HOME_WINS}h` }] })),
    /won 11-2 with the point before/,
  );
  assert.match(
    JSON.stringify(answer({ ...SINGLES, games: [{ firstServer: "A", points: "h🏓" }] })),
    /Point 2 is [^ ]*🏓/u,
  );
  assert.match(
    JSON.stringify(answer({ ...SINGLES, sport: "Table Tennis", games: [] })),
    /there are table-tennis, badminton/,
  );
});

for (const [why, line, expected] of REFUSED) {
  test(`a line is refused when ${why}`, () => assert.deepEqual(refusal(line), expected));
}

test("in tennis doubles the pairs choose on the way", () => {
  const game = { firstServer: "A", firstReceiver: "Y", points: "hhhha" };
  const chosen = answer({ ...DOUBLES, sport: "tennis", games: [{ ...game, secondServer: "X", secondReceiver: "B" }] });
  assert.deepEqual((chosen as { games: { before: unknown[] }[] }).games[0]?.before.at(-1), ["X", "B"]); // the documented shape
  assert.deepEqual(refusal({ ...DOUBLES, sport: "tennis", games: [game] }), ["service-not-chosen", 1, 5]);
});

test("the refusal of an order names its law", () => {
  const games = [
    { firstServer: "A", firstReceiver: "X", points: HOME_WINS },
    { firstServer: "X", firstReceiver: "B", points: "h" },
  ];
  assert.match(JSON.stringify(answer({ ...DOUBLES, games })), /law 2\.13\.4/);
});

test("lines come from standard input; the exit code tells whether one was refused", () => {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const sound = JSON.stringify({ ...SINGLES, games: [] });
  for (const [input, status, lines] of [
    [sound, 0, 1],
    [`\uFEFF${sound}\r\n\r\n${sound}`, 0, 2],
    [`${sound}\n\nnonsense\n${sound}\n`, 2, 3],
  ] as const) {
    const told = spawnSync(process.execPath, [main, "score", "-"], { input, encoding: "utf8" });
    assert.deepEqual([told.status, told.stdout.trim().split("\n").length], [status, lines]);
  }
});
