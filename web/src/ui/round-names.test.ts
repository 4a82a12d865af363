import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchCode } from "@podium/engine";
import { matchName, roundName, sourceName } from "./match-names.ts";

const ROUNDS = {
  r16: "Round of 16",
  qf: "Quarter-finals",
  bronze: "Bronze medal match",
  "plate-qf": "Quarter-finals",
  "plate-bronze": "Match for place 3",
  "q-2": "Round 2",
  "preliminary-1": "Round 1",
  w1: "Upper round 1",
  l3: "Lower round 3",
  "final-2": "Second final",
  "p5-8": "Places 5 to 8",
  p5: "Match for place 5",
  s2: "Round 2",
  "evening-s2": "Round 2",
};

for (const [round, name] of Object.entries(ROUNDS))
  test(`the round ${round} is called ${name}`, () => {
    assert.equal(roundName(round, "en"), name);
  });

const MATCHES = [
  [{ round: "qf", order: 2, group: null }, "Quarter-final 2"],
  [{ round: "r16", order: 2, group: null }, "Round of 16, match 2"],
  [{ round: "p5-8", order: 1, group: null }, "Places 5 to 8, match 1"],
  [{ round: "p5", order: 1, group: null }, "Match for place 5"],
  [{ round: "final-2", order: 1, group: null }, "Second final"],
  [{ round: "plate-sf", order: 1, group: null, phaseCode: "plate" }, "plate: Semi-final 1"],
  [{ round: "3", order: 1, group: "A", phaseCode: "groups" }, "Group A"],
  [{ round: "s3", order: 4, group: "Swiss", phaseCode: "main" }, "Round 3"],
] as const;

for (const [match, name] of MATCHES)
  test(`the match ${match.round} is called ${name}`, () => {
    assert.equal(matchName(match, "en"), name);
  });

const SOURCES = {
  "sf-1": "Winner of Semi-final 1",
  final: "Winner of Final",
  "final-2": "Winner of Second final",
  "w2-3": "Winner of Upper round 2, match 3",
  "p5-8-2": "Winner of Places 5 to 8, match 2",
  p5: "Winner of Match for place 5",
  "q-2-4": "Winner of Round 2, match 4",
  "plate-r16-4": "Winner of Round of 16, match 4",
  "plate-final": "Winner of Final",
};

for (const [code, name] of Object.entries(SOURCES))
  test(`who comes from ${code} is the ${name.toLowerCase()}`, () => {
    assert.equal(sourceName({ from: "winner", match: code as MatchCode }, "en"), name);
  });
