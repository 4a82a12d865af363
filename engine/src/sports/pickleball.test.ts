import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "../matches/log.ts";
import { accepted, after, rallies, refusedCode, scoreOf, serviceOf } from "../matches/log.testing.ts";
import { record, replay } from "../matches/match.ts";
import type { MatchState } from "../matches/state.ts";
import type { MatchRules } from "./match-rules.ts";

const DOUBLES: MatchRules = { sport: "pickleball", kind: "doubles", bestOf: 3 };
const SINGLES: MatchRules = { ...DOUBLES, kind: "singles" };
const PAIRS: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
const HOME: LogEntry = { kind: "service", server: "home1" };

/** "3-1-2 home1>away2": the call of the score as the server makes it, own points first. */
function called(state: MatchState): string {
  const serving = state.service?.server.startsWith("home") ?? true;
  const { home, away } = state.games.at(-1)?.score ?? { home: 0, away: 0 };
  const score = serving ? `${home}-${away}` : `${away}-${home}`;
  return `${score}-${state.serverNumber ?? ""} ${serviceOf(state)}`;
}

test("only the serving side scores; the pair that opens has one service, every later one two", () => {
  const table: readonly (readonly [letters: string, call: string])[] = [
    ["", "0-0-2 home1>away1"],
    ["h", "1-0-2 home1>away2"],
    ["ha", "0-1-1 away1>home2"],
    ["haa", "1-1-1 away1>home1"],
    ["haah", "1-1-2 away2>home2"],
    ["haahh", "1-1-1 home2>away2"],
    ["haahha", "1-1-2 home1>away1"],
    ["haahhah", "2-1-2 home1>away2"],
  ];
  for (const [letters, call] of table)
    assert.equal(called(after(DOUBLES, [PAIRS, ...rallies(letters)])), call, letters);
});

test("in singles the service goes over with the first rally lost, and the score tells the court", () => {
  const state = after(SINGLES, [HOME, ...rallies("ha")]);
  assert.deepEqual([scoreOf(state), serviceOf(state), state.serviceCourt], ["1-0", "away1>home1", "right"]);
  assert.equal(after(SINGLES, [HOME, ...rallies("h")]).serviceCourt, "left");
});

test("game point stands only with the side that serves", () => {
  const ten = after(SINGLES, [HOME, ...rallies("h".repeat(10))]);
  assert.equal(ten.gamePoint, "home");
  assert.equal(accepted(record(ten, { kind: "rally", winner: "away" })).gamePoint, null);
});

test("in rally scoring every rally counts and the winner serves", () => {
  const state = after({ ...DOUBLES, edition: "rally" }, [PAIRS, ...rallies("ha")]);
  assert.deepEqual([scoreOf(state), serviceOf(state), state.serverNumber], ["1-1", "away2>home1", null]);
});

test("after a game known by its score alone, the third game is opened by who opened the first", () => {
  const log: LogEntry[] = [HOME, ...rallies("h".repeat(11)), { kind: "game", score: { home: 3, away: 11 } }];
  assert.equal(serviceOf(after(SINGLES, log)), "home1>away1");
  assert.equal(refusedCode(replay(SINGLES, [...log, { kind: "service", server: "away1" }])), "wrong-server");
});

test("ends change after every game and at six points in the last", () => {
  const rules = { ...SINGLES, bestOf: 1 };
  assert.equal(after(rules, [HOME, ...rallies("hhhhh")]).homeEnd, "left");
  assert.equal(after(rules, [HOME, ...rallies("hhhhhh")]).homeEnd, "right");
});

test("who served first receives first in the next game, and there are two time-outs a game", () => {
  const out: LogEntry = { kind: "time-out", side: "home" };
  const first = after(SINGLES, [HOME, out, out, ...rallies("h".repeat(11))]);
  assert.equal(serviceOf(first), "away1>home1");
  assert.equal(refusedCode(replay(SINGLES, [HOME, out, out, out])), "no-time-out-left");
  assert.deepEqual(
    after(SINGLES, [HOME, out, out, ...rallies("h".repeat(11)), { kind: "service", server: "away1" }]).timeOutsLeft,
    { home: 2, away: 2 },
  );
});

const foulBy = (side: "home" | "away"): LogEntry[] => [
  { kind: "card", side, card: "yellow" },
  { kind: "card", side, card: "yellow-red-1" },
];

test("a technical foul takes a point from the offender, and the service stays (13.G.2)", () => {
  for (const edition of ["side-out", "rally"]) {
    const state = after({ ...SINGLES, edition }, [HOME, ...rallies("hhh"), ...foulBy("home")]);
    assert.deepEqual([scoreOf(state), serviceOf(state), state.serviceCourt], ["2-0", "home1>away1", "right"], edition);
    const again = after({ ...SINGLES, edition }, [HOME, ...rallies("hhh"), ...foulBy("away")]);
    assert.equal(scoreOf(again), "4-0", edition);
  }
  const ten = after({ ...SINGLES, edition: "rally" }, [HOME, ...rallies("h".repeat(10)), ...foulBy("home")]);
  assert.deepEqual([scoreOf(ten), ten.gamePoint], ["9-0", null]);
  assert.equal(refusedCode(record(ten, { kind: "order-corrected", server: "away1" })), "order-follows-from-score");
});

test("ends change once in the last game, also where a technical foul brings a side below six and back (5.B.8)", () => {
  const rules = { ...SINGLES, edition: "rally", bestOf: 1 };
  const changes = (log: readonly LogEntry[]) => {
    const ends = log.map((_, at) => after(rules, log.slice(0, at + 1)).homeEnd);
    return ends.filter((end, at) => at > 0 && end !== ends[at - 1]).length;
  };
  assert.equal(changes([HOME, ...rallies("hhhhhh"), ...foulBy("home"), ...rallies("h")]), 1, "the same side again");
  assert.equal(changes([HOME, ...rallies("hhhhhhaaaaa"), ...foulBy("home"), ...rallies("a")]), 1, "the other side");
  assert.equal(changes([HOME, ...rallies("hhhhh"), ...foulBy("home"), ...rallies("h")]), 0, "nobody has had six");
  assert.equal(changes([HOME, ...rallies("hhhhh"), ...foulBy("home"), ...rallies("hh")]), 1, "six for the first time");
});

test("a technical foul between games is an opponent's point in the next one, or takes one that waits for the offender", () => {
  const game = [HOME, ...rallies("h".repeat(11))];
  const open: LogEntry = { kind: "service", server: "away1" };
  assert.equal(scoreOf(after(SINGLES, [...game, ...foulBy("home"), open])), "0-1");
  assert.equal(scoreOf(after(SINGLES, [...game, ...foulBy("home"), ...foulBy("away"), open])), "0-0");
});

test("a technical foul of a side without a point is the opponent's point, also who receives, and the service stays", () => {
  const foul = foulBy("home");
  const state = after(SINGLES, [HOME, ...foul]);
  assert.deepEqual([scoreOf(state), serviceOf(state)], ["0-1", "home1>away1"]);
  assert.equal(refusedCode(record(state, { kind: "order-corrected", server: "away1" })), "order-follows-from-score");
});
