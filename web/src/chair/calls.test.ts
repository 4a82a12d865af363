import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogEntry, MatchRules, Side } from "@podium/engine";
import { isRefused, replay } from "@podium/engine";
import { positionOf } from "./board.ts";
import { callSentences, type ChairContext } from "./calls.ts";
import { menuOf } from "./menu.ts";
import type { ChairData } from "./initial-data.ts";
import { translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

const name = (short: string) => ({ text: short, lang: null, short });
const rules: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 3 };
const pairRules: MatchRules = { sport: "table-tennis", kind: "doubles", bestOf: 1 };

function contextOf(of: MatchRules, log: readonly LogEntry[]): ChairContext {
  const state = replay(of, log);
  assert.ok(!isRefused(state), isRefused(state) ? state.message : "");
  const chair: ChairData = {
    match: "m",
    version: 0,
    title: "Final",
    sendTo: "/m",
    ...chairWords("en"),
    worker: null,
    refusal: null,
    rules: of,
    log: [],
    players:
      of.kind === "singles"
        ? { home1: name("ODA"), away1: name("LEE") }
        : { home1: name("A"), home2: name("B"), away1: name("X"), away2: name("Y") },
    people: [],
    sides:
      of.kind === "singles" ? { home: name("ODA"), away: name("LEE") } : { home: name("A / B"), away: name("X / Y") },
  };
  return { state, chair, t: translateChair(chairWords("en")), acknowledged: null };
}

function points(winner: Side, count: number): readonly LogEntry[] {
  return Array.from({ length: count }, () => ({ kind: "rally", winner }) as const);
}

const plain = (of: ChairContext): readonly string[] =>
  callSentences(of).map((sentence) => sentence.replaceAll("\u2060", ""));
const opening: LogEntry = { kind: "service", server: "home1" };
const pairOpening: LogEntry = { kind: "service", server: "home1", receiver: "away1" };

describe("the call line", () => {
  const cases: readonly { readonly law: string; readonly of: ChairContext; readonly says: readonly string[] }[] = [
    {
      law: "says who serves to whom when the law asks for nothing",
      of: contextOf(rules, [opening]),
      says: ["ODA serves to LEE"],
    },
    {
      law: "says when the service changes",
      of: contextOf(rules, [opening, ...points("home", 2)]),
      says: ["Service: LEE"],
    },
    {
      law: "in doubles says also to whom the service goes",
      of: contextOf(pairRules, [pairOpening, ...points("home", 2)]),
      says: ["Service: X to B"],
    },
    {
      law: "says when towels are allowed",
      of: contextOf(rules, [opening, ...points("home", 6)]),
      says: ["Service: LEE", "Towels"],
    },
    {
      law: "names the side with game point",
      of: contextOf(rules, [opening, ...points("away", 10)]),
      says: ["Service: LEE", "Game point: LEE"],
    },
    {
      law: "tells the game and what comes between two games",
      of: contextOf(rules, [opening, ...points("away", 11)]),
      says: ["Game to LEE, 11–0", "Change ends", "Interval"],
    },
    {
      law: "tells who won the match",
      of: contextOf(rules, [opening, ...points("away", 22)]),
      says: ["Match won by LEE, 2–0"],
    },
    {
      law: "tells how a match ended that was not played out",
      of: contextOf(rules, [opening, { kind: "retired", side: "home" }]),
      says: ["Match won by LEE", "opponent retired"],
    },
    {
      law: "tells that nobody came",
      of: contextOf(rules, [{ kind: "walkover", absent: "both" }]),
      says: ["The match is over, nobody won it"],
    },
    {
      law: "names the side whose time-out is running first",
      of: contextOf(rules, [opening, { kind: "time-out", side: "away" }]),
      says: ["Time-out: LEE"],
    },
    {
      law: "in the last game of doubles names the receiver who changes at five",
      of: contextOf(pairRules, [pairOpening, ...points("home", 5)]),
      says: ["Change ends", "Receiver changes: X", "Towels"],
    },
  ];
  for (const { law, of, says } of cases) {
    test(law, () => assert.deepEqual(plain(of), says));
  }

  test("does not repeat what the umpire has answered", () => {
    const interval = contextOf(rules, [opening, ...points("away", 11)]);
    assert.deepEqual(plain({ ...interval, acknowledged: positionOf(interval.state) }), ["LEE serves to ODA"]);
  });
});

describe("the menu", () => {
  const kinds = (of: ChairContext): readonly string[] => menuOf(of).map(({ kind }) => kind);

  test("offers before the match what can happen before a match", () => {
    assert.deepEqual(kinds(contextOf(rules, [])), ["card", "medical", "walkover", "disqualified", "abandoned"]);
  });

  test("offers a time-out only to a side that has one left", () => {
    const item = menuOf(contextOf(rules, [opening, { kind: "time-out", side: "away" }])).find(
      ({ kind }) => kind === "time-out",
    );
    assert.deepEqual(
      item?.choices.map(({ fields }) => fields["side"]),
      ["home"],
    );
  });

  test("offers each side its next card only, and says what it costs", () => {
    const item = menuOf(
      contextOf(rules, [opening, { kind: "card", side: "home", seat: "home1", card: "yellow" }]),
    ).find(({ kind }) => kind === "card");
    assert.deepEqual(
      item?.choices.map(({ label, consequence: says }) => [label, says]),
      [
        ["Yellow and red, 1 to ODA", "One point for the opponent."],
        ["Yellow to adviser of ODA", "A warning. The score stays."],
        ["Yellow to LEE", "A warning. The score stays."],
        ["Yellow to adviser of LEE", "A warning. The score stays."],
      ],
    );
  });

  test("says before the second tap who wins when a side gives up", () => {
    const item = menuOf(contextOf(rules, [opening])).find(({ kind }) => kind === "retired");
    assert.deepEqual(
      item?.choices.map(({ label, consequence: says }) => [label, says]),
      [
        ["ODA gives up", "The match ends. LEE wins it; the points played stand."],
        ["LEE gives up", "The match ends. ODA wins it; the points played stand."],
      ],
    );
  });

  test("offers nothing after a walkover", () => {
    assert.deepEqual(kinds(contextOf(rules, [{ kind: "walkover", absent: "home" }])), []);
  });
});
