import assert from "node:assert/strict";
import { test } from "node:test";
import { sideOf } from "../sides.ts";
import { expediteDueAtMs } from "./expedite.ts";
import type { LogEntry } from "./log.ts";
import {
  DOUBLES,
  HOME_SERVES,
  SINGLES,
  accepted,
  after,
  games,
  rallies,
  refusedCode,
  scoreOf,
  serviceOf,
  won,
} from "./log.testing.ts";
import { record, replay } from "./match.ts";
import { type Card, CARDS } from "../sports/match-rules.ts";
import { isRefused } from "../refusal.ts";
import type { MatchState } from "./state.ts";

const card = (shown: Card, seat?: "home1" | "adviser"): LogEntry => ({
  kind: "card",
  side: "home",
  card: shown,
  ...(seat && { seat }),
});
/** The card that the umpire may show next; null when only the referee can act. */
const nextCard = (state: MatchState, side: "home" | "away"): Card | null =>
  CARDS.find((shown) => shown !== "red" && !isRefused(record(state, { kind: "card", side, card: shown }))) ?? null;

const LADDER = [card("yellow"), card("yellow-red-1"), card("yellow-red-2")];

test("misconduct is warned, then costs one point, then two, then goes to the referee", () => {
  const state = after(SINGLES, [HOME_SERVES, ...LADDER]);
  assert.equal(scoreOf(state), "0-3");
  assert.equal(state.rallies, 0);
  assert.equal(nextCard(state, "home"), null);
  assert.equal(refusedCode(record(state, card("yellow-red-2"))), "report-to-referee");
  assert.deepEqual(accepted(record(state, card("red"))).outcome, { winner: "away", by: "disqualification" });
});

test("no step of the ladder is left out, and each side has its own", () => {
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, card("yellow-red-1")])), "card-out-of-order");
  const state = after(SINGLES, [HOME_SERVES, card("yellow")]);
  assert.equal(nextCard(state, "home"), "yellow-red-1");
  assert.equal(nextCard(state, "away"), "yellow");
});

test("penalty points count in the rotation of the service and for the change at five", () => {
  const state = after(SINGLES, [HOME_SERVES, ...LADDER.slice(0, 2), ...rallies("h")]);
  assert.equal(serviceOf(state), "away1>home1");
  const last = after({ ...SINGLES, bestOf: 1 }, [
    HOME_SERVES,
    ...rallies("aaa"),
    ...LADDER.slice(0, 2),
    ...rallies("a"),
  ]);
  assert.equal(last.homeEnd, "right");
});

test("a penalty point that a game does not need counts in the next", () => {
  const state = after(SINGLES, [HOME_SERVES, ...LADDER.slice(0, 2), ...rallies("a".repeat(9)), card("yellow-red-2")]);
  assert.equal(scoreOf(state), "0-11");
  assert.deepEqual(state.carriedPoints, { home: 0, away: 1 });
  const next = accepted(record(state, { kind: "rally", winner: "home" }));
  assert.equal(scoreOf(next), "1-1");
  assert.deepEqual(next.games[1]?.rallies, ["away", "home"]);
  assert.deepEqual(next.carriedPoints, { home: 0, away: 0 });
});

test("between two games a penalty point waits for the next one", () => {
  const state = after(SINGLES, [
    HOME_SERVES,
    ...won("home"),
    ...LADDER.slice(0, 2),
    { kind: "service", server: "away1" },
  ]);
  assert.equal(scoreOf(state), "0-1");
});

test("a penalty point that waited is in the game told by its score, and not in the one after it", () => {
  const state = after(SINGLES, [HOME_SERVES, ...won("home"), ...LADDER.slice(0, 2), ...games("11-5"), ...rallies("h")]);
  assert.deepEqual([scoreOf(state), state.carriedPoints], ["1-0", { home: 0, away: 0 }]);
});

test("in a team match the ladder goes on from the match before, and so do points left over", () => {
  const rules = {
    ...SINGLES,
    carriedCards: { home: "yellow", away: null },
    carriedPoints: { home: 0, away: 1 },
  } as const;
  const state = after(rules, [HOME_SERVES, card("yellow-red-1")]);
  assert.equal(scoreOf(state), "0-2");
});

test("an adviser is warned and then sent away, apart from the players", () => {
  const state = after(SINGLES, [
    HOME_SERVES,
    card("yellow", "adviser"),
    card("red", "adviser"),
    card("yellow", "home1"),
  ]);
  assert.equal(state.outcome, null);
  assert.deepEqual(
    state.cards.map(({ to }) => to),
    ["adviser", "adviser", "home1"],
  );
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, card("red", "adviser")])), "card-out-of-order");
});

test("a card goes to somebody at the table", () => {
  assert.equal(
    refusedCode(replay(SINGLES, [HOME_SERVES, { kind: "card", side: "away", card: "yellow", seat: "home1" }])),
    "no-such-player",
  );
  assert.equal(
    refusedCode(replay(SINGLES, [HOME_SERVES, { kind: "card", side: "home", card: "yellow", seat: "home2" }])),
    "no-such-player",
  );
});

test("each side has one time-out in a match, taken between rallies of a game", () => {
  const timeOut: LogEntry = { kind: "time-out", side: "home" };
  const state = after(SINGLES, [HOME_SERVES, ...rallies("h"), timeOut]);
  assert.deepEqual([state.timeOut, state.timeOutsLeft], ["home", { home: 0, away: 1 }]);
  assert.equal(refusedCode(record(state, timeOut)), "no-time-out-left");
  assert.equal(accepted(record(state, { kind: "time-out-ended" })).timeOut, null);
  assert.equal(accepted(record(state, { kind: "rally", winner: "home" })).timeOut, null);
  assert.deepEqual(accepted(record(state, { kind: "time-out", side: "away" })).timeOutsLeft, { home: 0, away: 0 });
  assert.equal(refusedCode(replay(SINGLES, [timeOut])), "not-in-game");
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, { kind: "time-out-ended" }])), "no-time-out");
});

test("play waits for an injured player until the next rally", () => {
  const state = after(SINGLES, [HOME_SERVES, { kind: "medical", side: "away" }]);
  assert.equal(state.medical, "away");
  assert.equal(accepted(record(state, { kind: "rally", winner: "home" })).medical, null);
});

test("a rally replayed scores nothing and is served again by the same player", () => {
  const state = after(SINGLES, [HOME_SERVES, { kind: "let" }, { kind: "let" }]);
  assert.deepEqual([scoreOf(state), serviceOf(state), state.rallies], ["0-0", "home1>away1", 0]);
});

const expedite = (ballInPlay: boolean): LogEntry => ({ kind: "expedite", ballInPlay, requestedBy: "clock" });

test("under expedite the server of the broken rally serves on; with the ball not in play the last receiver serves", () => {
  const table: readonly (readonly [total: number, inPlay: string, notInPlay: string])[] = [
    [6, "away1", "away1"],
    [7, "away1", "home1"],
    [8, "home1", "home1"],
    [16, "home1", "home1"],
    [17, "home1", "away1"],
  ];
  for (const [total, inPlay, notInPlay] of table) {
    const played = [HOME_SERVES, ...rallies("ha".repeat(10).slice(0, total))];
    assert.equal(after(SINGLES, [...played, expedite(true)]).service?.server, inPlay, `${total}, ball in play`);
    assert.equal(after(SINGLES, [...played, expedite(false)]).service?.server, notInPlay, `${total}, ball not in play`);
  }
});

test("under expedite every player serves one point in turn, to the end of the match, and the order of the games stays", () => {
  const state = after(SINGLES, [HOME_SERVES, ...rallies("ha"), expedite(true)]);
  assert.equal(serviceOf(state), "away1>home1");
  assert.equal(serviceOf(accepted(record(state, { kind: "rally", winner: "home" }))), "home1>away1");
  const next = after(SINGLES, [HOME_SERVES, expedite(true), ...won("home")]);
  assert.deepEqual([next.expedite, serviceOf(next)], [true, "away1>home1"]);
  assert.equal(serviceOf(accepted(record(next, { kind: "rally", winner: "home" }))), "home1>away1");
});

test("after the receiver has changed at five, expedite gives the service to who really received last", () => {
  const service: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const state = after({ ...DOUBLES, bestOf: 1 }, [service, ...rallies("hhhhh")]);
  assert.equal(serviceOf(state), "home2>away1");
  assert.equal(serviceOf(accepted(record(state, expedite(false)))), "away2>home2");
  assert.equal(serviceOf(accepted(record(state, expedite(true)))), "home2>away1");
});

test("a penalty point is no rally: under expedite who received the last rally serves (2.15.3)", () => {
  const warned: LogEntry[] = LADDER.slice(0, 2);
  const order = (rules: typeof SINGLES, log: readonly LogEntry[]) =>
    serviceOf(after(rules, [...log, ...warned, expedite(false)]));
  assert.equal(order(SINGLES, [HOME_SERVES, ...rallies("hahh")]), "home1>away1", "away served the fourth rally");
  assert.equal(order(SINGLES, [HOME_SERVES, ...rallies("hah")]), "home1>away1", "away served the third, too");
  const pairs: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  assert.equal(order(DOUBLES, [pairs, ...rallies("hh")]), "away1>home2", "home1 served to away1");
  assert.deepEqual(after(SINGLES, [HOME_SERVES, ...rallies("h"), ...warned]).calls, ["service-changes"]);
});

test("expedite called between games does not change who opens the next one (2.13.6, 2.15.5)", () => {
  for (const winners of [
    "h".repeat(11),
    `${"ha".repeat(9)}hh`,
    `${"ha".repeat(10)}hh`,
    `${"ah".repeat(5)}${"a".repeat(6)}`,
  ]) {
    for (const ballInPlay of [false, true]) {
      const state = after(SINGLES, [HOME_SERVES, ...rallies(winners), expedite(ballInPlay)]);
      assert.deepEqual([state.progress, serviceOf(state)], ["interval", "away1>home1"], winners);
      assert.equal(serviceOf(accepted(record(state, { kind: "rally", winner: "home" }))), "home1>away1");
    }
  }
  const pairs: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const doubles = after(DOUBLES, [pairs, ...won("home"), expedite(false)]);
  assert.equal(serviceOf(doubles), "nobody");
  assert.equal(refusedCode(record(doubles, { kind: "service", server: "home1" })), "wrong-server");
  assert.equal(serviceOf(accepted(record(doubles, { kind: "service", server: "away1" }))), "away1>home1");
});

test("in the middle of a pair's turn, who received serves to the partner of who served", () => {
  const service: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const order = (letters: string) => serviceOf(after(DOUBLES, [service, ...rallies(letters), expedite(false)]));
  assert.equal(order("h"), "away1>home2", "home1 served to away1, who would serve to home2 next");
  assert.equal(order("hh"), "away1>home2", "the service has passed on already");
  assert.equal(order("hhh"), "home2>away2");
  assert.equal(order("hhhhh"), "away2>home1");
});

test("expedite that is introduced is not called for any more", () => {
  const late = after(SINGLES, [
    { ...HOME_SERVES, atMs: 0 },
    { kind: "rally", winner: "home", atMs: 600_000 },
  ]);
  assert.deepEqual(late.calls, ["expedite-due"]);
  assert.deepEqual(accepted(record(late, expedite(false))).calls, []);
  const before = after(SINGLES, [
    { ...HOME_SERVES, atMs: 0 },
    { kind: "rally", winner: "home", atMs: 599_999 },
  ]);
  assert.deepEqual(before.calls, []);
});

test("whenever expedite is called in doubles, a player serves to one of the other side, each in turn", () => {
  const service: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  for (const bestOf of [1, 3]) {
    for (let points = 0; points <= 14; points += 1) {
      for (const letters of ["ha", "ah", "hah", "aha"]) {
        const played = rallies(letters.repeat(9).slice(0, points));
        let state = after({ ...DOUBLES, bestOf }, [service, ...played, expedite(false)]);
        const served: string[] = [];
        for (let turn = 0; turn < 4 && state.progress === "playing"; turn += 1) {
          const { server = "home1", receiver = "home1" } = state.service ?? {};
          assert.notEqual(sideOf(server), sideOf(receiver), `${letters} ${points}: ${serviceOf(state)}`);
          served.push(server);
          state = accepted(record(state, { kind: "rally", winner: turn % 2 === 0 ? "home" : "away" }));
        }
        // In the last game the receiver changes at five, and the turns with it.
        if (bestOf > 1) assert.equal(new Set(served).size, served.length, `${letters} ${points}: ${served.join(" ")}`);
      }
    }
  }
});

test("expedite is not introduced after eighteen points; by the older law, not at nine all or later", () => {
  const eighteen = [HOME_SERVES, ...rallies("h".repeat(10) + "a".repeat(8))];
  assert.equal(refusedCode(replay(SINGLES, [...eighteen, expedite(true)])), "expedite-closed");
  assert.equal(after(SINGLES, eighteen).mayRecord.includes("expedite"), false);
  assert.equal(after({ ...SINGLES, edition: "2001" }, [...eighteen, expedite(true)]).expedite, true);
  const nineAll = [HOME_SERVES, ...rallies("ha".repeat(9))];
  for (const edition of ["2001", "2017"])
    assert.equal(refusedCode(replay({ ...SINGLES, edition }, [...nineAll, expedite(true)])), "expedite-closed");
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, expedite(true), expedite(true)])), "expedite-already");
});

test("thirteen good returns under expedite are the receiver's point", () => {
  const state = after(SINGLES, [HOME_SERVES, expedite(true)]);
  assert.equal(refusedCode(record(state, { kind: "rally", winner: "home", returns: 13 })), "returns-win-the-rally");
  assert.equal(scoreOf(accepted(record(state, { kind: "rally", winner: "away", returns: 13 }))), "0-1");
  assert.equal(scoreOf(accepted(record(state, { kind: "rally", winner: "home", returns: 12 }))), "1-0");
  assert.equal(scoreOf(after(SINGLES, [HOME_SERVES, { kind: "rally", winner: "home", returns: 40 }])), "1-0");
});

test("the clock asks for expedite after ten minutes of play, stoppages left out", () => {
  const minutes = (count: number): number => count * 60_000;
  const log: LogEntry[] = [
    { ...HOME_SERVES, atMs: minutes(0) },
    { kind: "rally", winner: "home", atMs: minutes(4) },
    { kind: "time-out", side: "away", atMs: minutes(5) },
    { kind: "time-out-ended", atMs: minutes(6) },
    { kind: "medical", side: "home", atMs: minutes(7) },
    { kind: "rally", winner: "away", atMs: minutes(9) },
  ];
  const state = after(SINGLES, log);
  assert.equal(expediteDueAtMs(state), minutes(13));
  const late = accepted(record(state, { kind: "rally", winner: "home", atMs: minutes(13) }));
  assert.ok(late.calls.includes("expedite-due"));
  assert.equal(expediteDueAtMs(accepted(record(late, expedite(false)))), null);
  assert.equal(expediteDueAtMs(after(SINGLES, [HOME_SERVES])), null);
});

test("a time-out nobody ended stops the clock for a minute, not longer", () => {
  const state = after(SINGLES, [
    { ...HOME_SERVES, atMs: 0 },
    { kind: "time-out", side: "home", atMs: 60_000 },
    { kind: "rally", winner: "home", atMs: 600_000 },
  ]);
  assert.equal(state.clock.stoppedMs, 60_000);
});

test("a match begins with its first service and ends with its last point", () => {
  const log = [
    { ...HOME_SERVES, atMs: 1000 },
    ...rallies("h".repeat(11)).map((line, at) => ({ ...line, atMs: 2000 + at })),
  ];
  const state = after({ ...SINGLES, bestOf: 1 }, log);
  assert.deepEqual([state.startedAtMs, state.endedAtMs], [1000, 2010]);
  assert.equal(after({ ...SINGLES, bestOf: 1 }, [...log, { kind: "undo" }]).endedAtMs, null);
});

test("an order that had gone wrong is put right with all points standing", () => {
  const service: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const state = after(DOUBLES, [service, ...rallies("hahh")]);
  assert.equal(serviceOf(state), "home2>away2");
  const same = accepted(record(state, { kind: "order-corrected", server: "home2" }));
  assert.deepEqual([serviceOf(same), scoreOf(same)], ["home2>away2", "3-1"]);
  const other = accepted(record(state, { kind: "order-corrected", server: "home1", receiver: "away2" }));
  assert.deepEqual([serviceOf(other), scoreOf(other)], ["home1>away2", "3-1"]);
  assert.deepEqual(other.games[0]?.firstService, { server: "home2", receiver: "away1" });
});

test("in a later game only the orders the first one leaves can be put right", () => {
  const log: LogEntry[] = [
    { kind: "service", server: "home1", receiver: "away1" },
    ...won("home"),
    { kind: "service", server: "away1" },
  ];
  const state = after(DOUBLES, [...log, ...rallies("h")]);
  assert.equal(serviceOf(accepted(record(state, { kind: "order-corrected", server: "away2" }))), "away2>home2");
  assert.equal(refusedCode(record(state, { kind: "order-corrected", server: "home1" })), "order-contradicts");
  assert.equal(
    refusedCode(record(state, { kind: "order-corrected", server: "away1", receiver: "home2" })),
    "order-contradicts",
  );
  assert.equal(
    refusedCode(record(state, { kind: "order-corrected", server: "away1", receiver: "away2" })),
    "same-side",
  );
});
