import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deskSectionOf, deskState, inDeskOrder } from "./desk-order.ts";
import type { ChairView, DeskMatch } from "./desk.ts";
import type { MatchRow } from "./matches.ts";

const NOW = 1_000_000;
const chair: ChairView = { id: "c", issuedAtMs: 0, issuedBy: "desk", withdrawnAtMs: null, lastLineAtMs: null };

function match(row: Partial<MatchRow>, rest: Partial<Omit<DeskMatch, "row">> = {}): DeskMatch {
  const slot = { entry: null, source: { from: "bye" } } as const;
  const plain: MatchRow = {
    id: "club/ms/r16-1",
    competition: "club",
    event: "club/ms",
    eventTitle: { en: "Singles" },
    phase: "knock-out",
    phaseCode: null,
    round: "r16",
    order: 1,
    group: null,
    kind: "singles",
    tie: null,
    rubber: null,
    startMs: null,
    day: null,
    zone: "UTC",
    table: null,
    home: slot,
    away: slot,
    bestOf: 5,
    handicap: null,
    calledMs: null,
    expectedMs: null,
    games: [],
    gamesWon: { home: 0, away: 0 },
    status: "ready",
    outcome: null,
    winner: null,
    version: 0,
    invented: false,
  };
  return {
    row: { ...plain, ...row },
    chair: null,
    call: null,
    published: false,
    forks: [],
    confirmed: [],
    leftToOthers: false,
    ...rest,
  };
}

describe("the desk decides first on", () => {
  const cases: readonly (readonly [string, DeskMatch, string, string])[] = [
    ["a finished match that is not published", match({ status: "over" }), "publish", "decide"],
    ["a match whose time has passed without a chair", match({ startMs: NOW - 1 }), "late", "decide"],
    ["a live match that nobody scores", match({ status: "live" }), "unattended", "decide"],
  ];
  for (const [law, of, state, section] of cases) {
    test(law, () => assert.deepEqual([deskState(of, NOW), deskSectionOf(deskState(of, NOW))], [state, section]));
  }
});

describe("the desk need not decide on", () => {
  const cases: readonly (readonly [string, DeskMatch, string, string])[] = [
    ["a live match with a chair", match({ status: "live" }, { chair }), "live", "live"],
    ["a live match that the demonstration scores", match({ status: "live", invented: true }), "live", "live"],
    ["a match that begins later", match({ startMs: NOW + 1 }), "ready", "next"],
    ["a match whose chair is out, though its time has passed", match({ startMs: NOW - 1 }, { chair }), "ready", "next"],
    ["a match whose entries are not known", match({ status: "waiting" }), "waiting", "next"],
    ["a published result", match({ status: "over" }, { published: true }), "published", "done"],
  ];
  for (const [law, of, state, section] of cases) {
    test(law, () => assert.deepEqual([deskState(of, NOW), deskSectionOf(deskState(of, NOW))], [state, section]));
  }
});

test("play without a chair stands above results to publish, and what began earlier above what begins later", () => {
  const matches = [
    match({ id: "done", status: "over" }, { published: true }),
    match({ id: "later", startMs: NOW + 2 }),
    match({ id: "some day" }),
    match({ id: "soon", startMs: NOW + 1 }),
    match({ id: "to publish", status: "over" }),
    match({ id: "nobody scores", status: "live" }),
    match({ id: "late", startMs: NOW - 1 }),
  ];
  assert.deepEqual(
    inDeskOrder(matches, NOW).map(({ row }) => row.id),
    ["nobody scores", "late", "to publish", "soon", "later", "some day", "done"],
  );
});
