import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "./log.ts";
import { DOUBLES, HOME_SERVES, SINGLES, accepted, after, rallies, serviceOf } from "./log.testing.ts";
import { record } from "./match.ts";
import type { MatchState } from "./state.ts";

/** Errors that scoreboards in use make, each written down as the rule it breaks. */

const OPENS: LogEntry = { kind: "service", server: "home1", receiver: "away1" };

test("the rotation does not begin anew at ten all, where a doubles order counted in blocks of one jumps", () => {
  const served = rotation(after(DOUBLES, [OPENS, ...rallies("ha".repeat(10))]), "hahah");
  assert.deepEqual(served, ["home2>away2", "away2>home1", "home1>away1", "away1>home2", "home2>away2", "away2>home1"]);
});

test("the change at five in the middle of a service does not give the server a third service", () => {
  const served = rotation(after({ ...DOUBLES, bestOf: 1 }, [OPENS, ...rallies("hhhh")]), "hah");
  assert.deepEqual(served, ["home2>away2", "home2>away1", "away1>home1", "away1>home1"]);
});

test("expedite with the ball not in play goes to who received last, at even totals too", () => {
  for (let total = 1; total < 18; total += 1) {
    const letters = "ha".repeat(9).slice(0, total);
    const lastReceiver = after(SINGLES, [HOME_SERVES, ...rallies(letters.slice(0, -1))]).service?.receiver;
    const state = after(SINGLES, [
      HOME_SERVES,
      ...rallies(letters),
      { kind: "expedite", ballInPlay: false, requestedBy: "clock" },
    ]);
    assert.equal(state.service?.server, lastReceiver, `after ${total} points`);
  }
});

/** The service now and after each further rally. */
function rotation(start: MatchState, letters: string): string[] {
  let state = start;
  const seen = [serviceOf(state)];
  for (const line of rallies(letters)) {
    state = accepted(record(state, line));
    seen.push(serviceOf(state));
  }
  return seen;
}
