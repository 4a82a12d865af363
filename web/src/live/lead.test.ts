import assert from "node:assert/strict";
import type { Side } from "@podium/engine";
import { test } from "node:test";
import { rallies } from "./club.testing.ts";
import { blockWidth, highestLead, leadArea, leadLine, leads, leadSummary, runningScore } from "./lead.ts";

test("the lead rises with home's rallies and falls with away's", () => {
  assert.deepEqual(leads(rallies("hhaaa")), [1, 2, 1, 0, -1]);
});

test("the summary counts how often the lead passed over, and a tie passes nothing over", () => {
  assert.deepEqual(leadSummary(rallies("hhaaaah")), { home: 2, away: 2, changes: 1 });
  assert.deepEqual(leadSummary(rallies("haha")), { home: 1, away: 0, changes: 0 });
  assert.deepEqual(leadSummary([]), { home: 0, away: 0, changes: 0 });
});

test("home leads above zero, away below it, and each area leaves out the other's", () => {
  assert.equal(leadLine(rallies("ha")), "M0 0V-12h9V0h9");
  assert.equal(leadLine(rallies("aa")), "M0 0V12h9V24h9");
  assert.equal(leadArea(rallies("ha"), "away"), "M0 0V0h9V0h9V0Z");
  assert.equal(leadArea(rallies("aa"), "away"), "M0 0V12h9V24h9V0Z");
  assert.doesNotMatch(leadArea(rallies("aaaa"), "home"), /V-?[1-9]/);
});

test("a block has room for a usual game before it is played, and grows with a long one", () => {
  assert.equal(blockWidth([]), blockWidth(rallies("hahaha")));
  assert.ok(blockWidth(rallies("ha".repeat(20))) > blockWidth([]));
  assert.equal(highestLead([[], []]), 4);
  assert.equal(highestLead([rallies("hhhhhhh")]), 7);
});

test("the running score ends with the score of the game", () => {
  const sides: Side[] = rallies("hahh");
  assert.deepEqual(runningScore(sides).at(-1), { winner: "home", home: 3, away: 1 });
});
