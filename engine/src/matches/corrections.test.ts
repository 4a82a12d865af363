import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { logOf } from "./folded-log.ts";
import type { LogEntry } from "./log.ts";
import { HOME_SERVES, SINGLES, accepted, after, rallies, refusedCode, scoreOf, serviceOf, won } from "./log.testing.ts";
import { newMatch, record, replay } from "./match.ts";
import type { MatchState } from "./state.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);
const UNDO: LogEntry = { kind: "undo" };
const strike = (index: number): LogEntry => ({ kind: "void", index, reason: "wrong side" });

/** A state as it goes over the wire. */
function told(state: MatchState): unknown {
  return JSON.parse(JSON.stringify(state));
}

test("undo takes back the newest line that stands, whatever it was", () => {
  const state = after(SINGLES, [HOME_SERVES, ...rallies("ha"), { kind: "time-out", side: "home" }, UNDO, UNDO]);
  assert.deepEqual(told(state), told(after(SINGLES, [HOME_SERVES, ...rallies("h")])));
  const before = after(SINGLES, [HOME_SERVES, ...won("home"), UNDO]);
  assert.equal(scoreOf(before), "10-0");
  assert.equal(before.gamePoint, "home");
});

test("undo of the fifth point in the last game undoes the change of ends", () => {
  const state = after({ ...SINGLES, bestOf: 1 }, [HOME_SERVES, ...rallies("hhhhh"), UNDO]);
  assert.equal(state.homeEnd, "left");
});

test("undo of the first line leaves the match as new, and there is nothing further to undo", () => {
  const state = after(SINGLES, [HOME_SERVES, UNDO]);
  assert.deepEqual(told(state), told(accepted(newMatch(SINGLES))));
  assert.equal(refusedCode(record(state, UNDO)), "nothing-to-undo");
});

test("a line struck out is as if it had never been written", () => {
  const state = after(SINGLES, [HOME_SERVES, ...rallies("haha"), strike(2)]);
  assert.deepEqual(told(state), told(after(SINGLES, [HOME_SERVES, ...rallies("hha")])));
});

test("a point struck out of an earlier game moves everything behind it", () => {
  const log = [HOME_SERVES, ...rallies("a"), ...won("home"), ...rallies("hh")];
  const state = after(SINGLES, [...log, strike(2)]);
  assert.deepEqual(
    state.games.map(({ score }) => score),
    [
      { home: 11, away: 1 },
      { home: 1, away: 0 },
    ],
  );
  assert.equal(serviceOf(state), "away1>home1");
});

test("striking a line out is itself undone", () => {
  const log = [HOME_SERVES, ...rallies("haha")];
  assert.deepEqual(told(after(SINGLES, [...log, strike(1), UNDO])), told(after(SINGLES, log)));
  assert.equal(scoreOf(after(SINGLES, [...log, strike(1), UNDO, UNDO])), "2-1");
  assert.equal(scoreOf(after(SINGLES, [...log, strike(1), ...rallies("a"), strike(2), UNDO, UNDO, UNDO])), "2-2");
});

test("only a line that still stands can be struck out", () => {
  const log = [HOME_SERVES, ...rallies("ha")];
  for (const line of [[strike(7)], [strike(1), strike(1)], [strike(1), strike(3)], [UNDO, strike(2)]]) {
    assert.equal(refusedCode(replay(SINGLES, [...log, ...line])), "line-does-not-stand");
  }
});

test("a line cannot be struck out when a later one would not stand without it; the refusal says which", () => {
  const refused = replay(SINGLES, [HOME_SERVES, ...rallies("h"), strike(0)]);
  assert.ok(isRefused(refused));
  assert.equal(refused.code, "void-contradicts");
  assert.deepEqual(
    [refused.detail["line"], refused.detail["because"], refused.detail["index"]],
    [1, "service-not-chosen", 2],
  );
});

test("the state given is never changed", () => {
  const state = after(SINGLES, [HOME_SERVES, ...rallies("ha")]);
  const before = JSON.stringify(state);
  for (const line of [...rallies("ha"), UNDO, strike(1), { kind: "retired", side: "home" } as const])
    accepted(record(state, line));
  assert.equal(JSON.stringify(state), before);
});

test("a rally copies nothing of the games before: they are the same objects in every later state", () => {
  const state = after(SINGLES, [HOME_SERVES, ...won("home"), ...won("away"), ...rallies("h")]);
  const next = accepted(record(state, { kind: "rally", winner: "away" }));
  assert.equal(next.games[0], state.games[0]);
  assert.equal(next.games[1], state.games[1]);
  assert.notEqual(next.games[2], state.games[2]);
});

test("a state knows its log, and one that came over the wire can go on but not back", () => {
  const log = [HOME_SERVES, ...rallies("ha"), UNDO];
  const state = after(SINGLES, log);
  assert.deepEqual(logOf(state), log);
  const wired = JSON.parse(JSON.stringify(state)) as MatchState; // as it is parsed by whoever receives it
  assert.equal(logOf(wired), null);
  assert.equal(scoreOf(accepted(record(wired, { kind: "rally", winner: "home" }))), "2-0");
  assert.equal(refusedCode(record(wired, UNDO)), "log-unknown");
});

test("undo and void tell nothing again of what was before: the games before are the same objects", () => {
  const state = after(SINGLES, [HOME_SERVES, ...won("home"), ...rallies("ha")]);
  const undone = accepted(record(accepted(record(state, { kind: "rally", winner: "home" })), UNDO));
  assert.equal(undone.games, state.games);
  const struck = accepted(record(state, strike(13)));
  assert.equal(struck.games[0], state.games[0]);
  const struckAndUndone = accepted(record(struck, UNDO));
  assert.equal(struckAndUndone.games, state.games);
});

/** The lines that stand in the end, read from the log without folding anything. */
function standingIn(log: readonly LogEntry[]): LogEntry[] {
  const stack: { entry: LogEntry; index: number }[] = [];
  for (const [index, entry] of log.entries())
    if (entry.kind === "undo") stack.pop();
    else stack.push({ entry, index });
  const struck = new Set(stack.flatMap(({ entry }) => (entry.kind === "void" ? [entry.index] : [])));
  return stack.filter(({ entry, index }) => entry.kind !== "void" && !struck.has(index)).map(({ entry }) => entry);
}

test("whatever is corrected, the match is the one in which only the lines that stand were ever written", () => {
  const line: fc.Arbitrary<LogEntry> = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...rallies("ha")) },
    { weight: 1, arbitrary: fc.constantFrom<LogEntry>({ kind: "let" }, { kind: "service", server: "away1" }) },
    { weight: 3, arbitrary: fc.constant(UNDO) },
    { weight: 3, arbitrary: fc.nat(60).map(strike) },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 90, size: "max" }), (lines) => {
      const log: LogEntry[] = [HOME_SERVES];
      let state = after(SINGLES, log);
      for (const entry of lines) {
        const next = record(state, entry);
        if (isRefused(next)) continue;
        state = next;
        log.push(entry);
      }
      // What may be recorded differs by what can be taken back: a line that is struck out still can.
      const afresh = { ...after(SINGLES, standingIn(log)), mayRecord: state.mayRecord };
      assert.deepEqual(told(state), told(afresh));
    }),
    { numRuns: 300, seed: SEED },
  );
});
