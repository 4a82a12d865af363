import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "./log.ts";
import { accepted, after, DOUBLES, games, HOME_SERVES, rallies, refusedCode, SINGLES, won } from "./log.testing.ts";
import { newMatch, record, replay } from "./match.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** What a match shows of the players and of what is asked, apart from scores, cards and times. */
function shown(state: MatchState) {
  const { service, lastService, courts, serviceCourt, serverNumber, servingOrder } = state;
  const { gamePoint, matchPoint, timeOut, medical, calls } = state;
  const places = { service, lastService, courts, serviceCourt, serverNumber, servingOrder };
  return { ...places, gamePoint, matchPoint, timeOut, medical, calls };
}

const NOBODY = {
  service: null,
  courts: null,
  serviceCourt: null,
  serverNumber: null,
  servingOrder: null,
  gamePoint: null,
  matchPoint: null,
  timeOut: null,
  medical: null,
};

const PAIRS: LogEntry = { kind: "service", server: "home1", receiver: "away1" };

/** Before every way to end: at match point, in a sport with courts, a time-out running and a player hurt. */
const AT_MATCH_POINT: readonly LogEntry[] = [
  PAIRS,
  ...rallies("h".repeat(20)),
  { kind: "medical", side: "away" },
  { kind: "card", side: "away", card: "yellow" },
];

test("a match that is over shows nobody serving, nobody standing, and nothing that is waited for", () => {
  const rules: MatchRules = { ...DOUBLES, sport: "badminton", bestOf: 1 };
  for (const end of [
    { kind: "rally", winner: "home" },
    { kind: "retired", side: "away" },
    { kind: "disqualified", side: "away" },
  ] as const) {
    const before = after(rules, AT_MATCH_POINT);
    assert.deepEqual([before.matchPoint, before.medical], ["home", "away"]);
    const state = accepted(record(before, end));
    const lastService = end.kind === "rally" ? before.service : before.lastService;
    assert.deepEqual(shown(state), { ...NOBODY, lastService, calls: ["match-over"] }, end.kind);
    assert.equal(state.progress, "over");
  }
});

test("a time-out ends with the match", () => {
  const log: LogEntry[] = [HOME_SERVES, ...rallies("h"), { kind: "time-out", side: "home" }];
  for (const side of ["home", "away"] as const) {
    const state = after(SINGLES, [...log, { kind: "retired", side }]);
    assert.deepEqual([state.timeOut, state.progress], [null, "over"]);
  }
});

test("a game known by its score ends what was waited for in it, as a rally does", () => {
  const open: LogEntry[] = [HOME_SERVES, { kind: "time-out", side: "home" }, { kind: "medical", side: "away" }];
  for (const line of [
    { kind: "rally", winner: "home" },
    { kind: "let" },
    ...games("11-3"),
    ...games("3-11"),
  ] as const) {
    const state = after(SINGLES, [...open, line]);
    assert.deepEqual([state.timeOut, state.medical], [null, null], line.kind);
  }
  const [game] = after(SINGLES, games("3-11")).games;
  assert.deepEqual(game, {
    score: { home: 3, away: 11 },
    winner: "away",
    rallies: null,
    firstService: null,
    points: null,
  });
  assert.deepEqual(after(SINGLES, [HOME_SERVES, ...games("11-3")]).games[0]?.firstService, {
    server: "home1",
    receiver: "away1",
  });
});

test("before the first service it is asked who serves, in doubles also who receives, and nothing where nobody notes it", () => {
  const calls = (rules: MatchRules) => accepted(newMatch(rules)).calls;
  assert.deepEqual(calls(SINGLES), ["choose-service"]);
  assert.deepEqual(calls(DOUBLES), ["choose-service", "choose-receiver"]);
  assert.deepEqual(calls({ ...DOUBLES, serviceKnown: false }), []);
});

test("a new match has its whole state before it", () => {
  const { rules, mayRecord: _, ...state } = accepted(newMatch({ ...SINGLES, on: "2024-07-30" }));
  assert.deepEqual(rules, { ...SINGLES, edition: "2017" }, "the date has become an edition");
  assert.deepEqual(JSON.parse(JSON.stringify(state)), {
    ...NOBODY,
    progress: "ready",
    games: [],
    gamesWon: { home: 0, away: 0 },
    lastService: null,
    homeEnd: "left",
    timeOutsLeft: { home: 1, away: 1 },
    cards: [],
    carriedPoints: { home: 0, away: 0 },
    expedite: false,
    calls: ["choose-service"],
    outcome: null,
    startedAtMs: null,
    endedAtMs: null,
    clock: { startedAtMs: null, stoppedAtMs: null, stoppedMs: 0 },
    rallies: 0,
  });
});

test("a game that opens has nothing of the one before", () => {
  const interval = after(SINGLES, [HOME_SERVES, ...won("home")]);
  assert.deepEqual(shown(interval), {
    ...NOBODY,
    service: { server: "away1", receiver: "home1" },
    lastService: { server: "away1", receiver: "home1" },
    calls: ["game-over", "change-ends", "interval"],
  });
  const opened = after(SINGLES, [HOME_SERVES, ...won("home"), { kind: "service", server: "away1" }]);
  assert.deepEqual(shown(opened), {
    ...NOBODY,
    service: { server: "away1", receiver: "home1" },
    lastService: null,
    calls: [],
  });
  assert.deepEqual(opened.games[1], {
    score: { home: 0, away: 0 },
    winner: null,
    rallies: [],
    firstService: { server: "away1", receiver: "home1" },
    points: null,
  });
});

test("what is called after a point: ends, receiver, service, towels, game and match point, in this order", () => {
  const calls = (rules: MatchRules, letters: string) => after(rules, [PAIRS, ...rallies(letters)]).calls;
  const last: MatchRules = { ...DOUBLES, bestOf: 1 };
  assert.deepEqual(calls(DOUBLES, "h"), []);
  assert.deepEqual(calls(DOUBLES, "hh"), ["service-changes"]);
  assert.deepEqual(calls(DOUBLES, "hhhhhh"), ["service-changes", "towels"]);
  assert.deepEqual(calls(last, "hhhhh"), ["change-ends", "receiver-changes", "towels"]);
  assert.deepEqual(calls(DOUBLES, "h".repeat(10)), ["service-changes", "game-point"]);
  assert.deepEqual(calls(last, "h".repeat(10)), ["service-changes", "match-point"]);
  const singles = after({ ...SINGLES, bestOf: 1 }, [HOME_SERVES, ...rallies("hhhhh")]);
  assert.deepEqual(singles.calls, ["change-ends", "towels"], "in singles no receiver changes");
});

test("a rest inside a game comes once, when a side first has its points", () => {
  const calls = (letters: string) =>
    after({ ...SINGLES, sport: "badminton" }, [HOME_SERVES, ...rallies(letters)]).calls.includes("interval");
  assert.equal(calls("h".repeat(10)), false);
  assert.equal(calls("h".repeat(11)), true);
  assert.equal(calls("h".repeat(12)), false);
  assert.equal(calls(`${"h".repeat(11)}${"a".repeat(11)}`), false, "the other side has had it");
  assert.equal(calls(`${"ha".repeat(10)}a`), true);
  assert.equal(
    after({ ...SINGLES, sport: "badminton" }, [HOME_SERVES, ...rallies(`${"h".repeat(11)}a`)]).calls.includes(
      "interval",
    ),
    false,
  );
});

test("where either side would win with the next point, the game point is the one's who serves", () => {
  const at29 = (server: "home1" | "away1", letters: string) =>
    after({ ...SINGLES, sport: "badminton" }, [{ kind: "service", server }, ...rallies(letters)]);
  const state = at29("home1", `${"ha".repeat(28)}ha`);
  assert.deepEqual([state.games[0]?.score, state.service?.server], [{ home: 29, away: 29 }, "away1"]);
  assert.equal(state.gamePoint, "away");
  assert.equal(at29("home1", `${"ha".repeat(28)}ah`).gamePoint, "home");
  const unknown = after({ ...SINGLES, sport: "badminton", serviceKnown: false }, rallies(`${"ha".repeat(28)}ha`));
  assert.equal(unknown.gamePoint, "home", "nobody noted who serves: the upper line");
});

test("a let leaves the score and notes who served", () => {
  const state = after(SINGLES, [HOME_SERVES, ...rallies("hh"), { kind: "let" }]);
  assert.deepEqual([state.games[0]?.score, state.rallies], [{ home: 2, away: 0 }, 2]);
  assert.deepEqual(state.lastService, state.service);
});

test("what cannot be recorded now is refused with its reason", () => {
  const over = games("11-1 11-1 11-1");
  const rows: readonly (readonly [log: readonly LogEntry[], code: string])[] = [
    [[...over, { kind: "rally", winner: "home" }], "match-over"],
    [[...over, { kind: "let" }], "match-over"],
    [[...over, HOME_SERVES], "match-over"],
    [[...over, { kind: "medical", side: "home" }], "match-over"],
    [[...over, { kind: "card", side: "home", card: "yellow" }], "match-over"],
    [[...over, { kind: "expedite", ballInPlay: false, requestedBy: "both" }], "match-over"],
    [[...over, { kind: "retired", side: "home" }], "match-over"],
    [[...over, { kind: "disqualified", side: "home", unfinished: { home: 1, away: 1 } }], "match-over"],
    [[{ kind: "rally", winner: "home" }], "service-not-chosen"],
    [[{ kind: "let" }], "service-not-chosen"],
    [[{ kind: "expedite", ballInPlay: false, requestedBy: "both" }], "match-not-begun"],
    [[{ kind: "time-out", side: "home" }], "not-in-game"],
    [[HOME_SERVES, { kind: "time-out-ended" }], "no-time-out"],
    [[HOME_SERVES, { kind: "time-out", side: "home" }, { kind: "time-out", side: "home" }], "no-time-out-left"],
    [[HOME_SERVES, HOME_SERVES], "service-already-chosen"],
    [
      [HOME_SERVES, ...rallies("h"), { kind: "retired", side: "away", unfinished: { home: 1, away: 0 } }],
      "game-in-progress",
    ],
    [
      [
        { kind: "walkover", absent: "home" },
        { kind: "disqualified", side: "away" },
      ],
      "match-over",
    ],
    [[HOME_SERVES, { kind: "disqualified", side: "home" }, { kind: "disqualified", side: "away" }], "match-over"],
    [[{ kind: "order-corrected", server: "home1" }], "service-not-chosen"],
    [[{ kind: "service", server: "home2" }], "no-such-player"],
    [[{ kind: "service", server: "home1", receiver: "home1" }], "same-side"],
    [[{ kind: "undo" }], "nothing-to-undo"],
    [[HOME_SERVES, { kind: "void", index: 1, reason: "x" }], "line-does-not-stand"],
  ];
  for (const [log, code] of rows) assert.equal(refusedCode(replay(SINGLES, log)), code, JSON.stringify(log.at(-1)));
  assert.equal(
    refusedCode(
      replay({ ...SINGLES, sport: "badminton" }, [
        HOME_SERVES,
        { kind: "expedite", ballInPlay: true, requestedBy: "both" },
      ]),
    ),
    "no-expedite",
  );
  assert.equal(
    refusedCode(
      replay({ ...SINGLES, sport: "tennis" }, [HOME_SERVES, { kind: "card", side: "home", card: "yellow-red-1" }]),
    ),
    "no-such-card",
  );
});

test("a disqualification during a game keeps the game that was broken off", () => {
  const state = after(SINGLES, [
    ...games("11-3"),
    { kind: "disqualified", side: "home", unfinished: { home: 4, away: 2 } },
  ]);
  assert.deepEqual(
    state.games.map(({ score, winner }) => [score.home, score.away, winner]),
    [
      [11, 3, "home"],
      [4, 2, null],
    ],
  );
  const opened = after(SINGLES, [HOME_SERVES, { kind: "retired", side: "home", unfinished: { home: 2, away: 5 } }]);
  assert.deepEqual(opened.games, [
    {
      score: { home: 2, away: 5 },
      winner: null,
      rallies: null,
      firstService: { server: "home1", receiver: "away1" },
      points: null,
    },
  ]);
});
