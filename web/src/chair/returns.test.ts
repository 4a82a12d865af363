import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry } from "@podium/engine";
import { isRefused, replay } from "@podium/engine";
import { type ReturnLaw, returnLawOf } from "./returns.ts";

const serve: LogEntry = { kind: "service", server: "home1" };
const rally: LogEntry = { kind: "rally", winner: "home" };
const expedite: LogEntry = { kind: "expedite", requestedBy: "both", ballInPlay: true };

const cases: readonly (readonly [string, readonly LogEntry[], ReturnLaw | null])[] = [
  ["before expedite nobody counts returns", [serve, rally], null],
  [
    "under expedite thirteen returns win the rally for who receives",
    [serve, expedite],
    { returns: 13, receiving: "away" },
  ],
  [
    "each point passes the service on, and the count to the other side",
    [serve, expedite, rally],
    { returns: 13, receiving: "home" },
  ],
  ["in a time-out nobody counts", [serve, expedite, rally, { kind: "time-out", side: "away" }], null],
  ["between games nobody counts", [serve, expedite, { kind: "game", score: { home: 11, away: 3 } }], null],
];
for (const [law, log, expected] of cases)
  test(law, () => {
    const state = replay({ sport: "table-tennis", kind: "singles", bestOf: 3 }, log);
    assert.deepEqual(isRefused(state) ? state : returnLawOf(state), expected);
  });
