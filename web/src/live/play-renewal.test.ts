import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, type LogEntry, replay } from "@podium/engine";
import { playSignature } from "./play-renewal.ts";

const OPENING: readonly LogEntry[] = [
  { kind: "service", server: "home1" },
  { kind: "rally", winner: "home" },
];

const more: readonly (readonly [string, readonly LogEntry[], boolean])[] = [
  ["a rally is drawn by the page itself", [{ kind: "rally", winner: "away" }], false],
  ["a let changes nothing", [{ kind: "let" }], false],
  ["a time-out is a new mark", [{ kind: "time-out", side: "away" }], true],
  ["a card is a new mark", [{ kind: "card", side: "home", card: "yellow" }], true],
  ["a card taken back is no longer one", [{ kind: "card", side: "home", card: "yellow" }, { kind: "undo" }], false],
  ["an injury is a new mark", [{ kind: "medical", side: "home" }], true],
  ["expedite is a new mark", [{ kind: "expedite", requestedBy: "both", ballInPlay: false }], true],
  ["the end of the match brings the slider", [{ kind: "retired", side: "home" }], true],
];

for (const [law, log, changes] of more) {
  test(`${law}: the page is ${changes ? "read again" : "left as it is"}`, () =>
    assert.equal(signatureOf([...OPENING, ...log]) !== signatureOf(OPENING), changes));
}

test("a match that begins is read again", () => assert.notEqual(playSignature(null), signatureOf(OPENING.slice(0, 1))));

function signatureOf(log: readonly LogEntry[]): string {
  const state = replay({ sport: "table-tennis", kind: "singles", bestOf: 3 }, log);
  assert.ok(!isRefused(state));
  return playSignature(state);
}
