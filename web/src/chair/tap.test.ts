import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogEntry } from "@podium/engine";
import { isRefused, replay } from "@podium/engine";
import { logEntry } from "@podium/protocol";
import { menuOf } from "./menu.ts";
import { entryOf } from "./tap.ts";
import { translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

const read = (fields: Readonly<Record<string, string>>): LogEntry | null => entryOf((name) => fields[name] ?? null, 7);

describe("a form of the chair", () => {
  const cases: readonly { readonly fields: Readonly<Record<string, string>>; readonly entry: LogEntry | null }[] = [
    { fields: { kind: "rally", winner: "away", after: "3" }, entry: { kind: "rally", winner: "away", atMs: 7 } },
    {
      fields: { kind: "rally", winner: "away", returns: "12" },
      entry: { kind: "rally", winner: "away", returns: 12, atMs: 7 },
    },
    { fields: { kind: "rally" }, entry: null },
    { fields: { kind: "rally", winner: "nobody" }, entry: null },
    { fields: { kind: "undo" }, entry: { kind: "undo", atMs: 7 } },
    { fields: { kind: "let" }, entry: { kind: "let", atMs: 7 } },
    {
      fields: { kind: "service", server: "home1", homeEnd: "right" },
      entry: { kind: "service", server: "home1", homeEnd: "right", atMs: 7 },
    },
    {
      fields: { kind: "service", server: "home1", receiver: "away2" },
      entry: { kind: "service", server: "home1", receiver: "away2", atMs: 7 },
    },
    { fields: { kind: "service", receiver: "away2" }, entry: null },
    {
      fields: { kind: "order-corrected", server: "away1", receiver: "home1" },
      entry: { kind: "order-corrected", server: "away1", receiver: "home1", atMs: 7 },
    },
    {
      fields: { kind: "card", side: "home", seat: "adviser", card: "red" },
      entry: { kind: "card", side: "home", card: "red", seat: "adviser", atMs: 7 },
    },
    { fields: { kind: "card", side: "home", card: "blue" }, entry: null },
    {
      fields: { kind: "expedite", requestedBy: "clock", ballInPlay: "false" },
      entry: { kind: "expedite", requestedBy: "clock", ballInPlay: false, atMs: 7 },
    },
    { fields: { kind: "walkover", absent: "both" }, entry: { kind: "walkover", absent: "both", atMs: 7 } },
    { fields: { kind: "retired", side: "away" }, entry: { kind: "retired", side: "away", atMs: 7 } },
    { fields: { kind: "void", index: "0" }, entry: null },
    { fields: {}, entry: null },
  ];
  for (const { fields, entry } of cases) {
    test(`${JSON.stringify(fields)} ${entry === null ? "records nothing" : "is one line of the log"}`, () =>
      assert.deepEqual(read(fields), entry));
  }
});

test("whatever the menu offers is a line that the wire and the laws take", () => {
  const rules = { sport: "table-tennis", kind: "doubles", bestOf: 5 } as const;
  const name = { text: "N", lang: null, short: "N" };
  const opening: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  for (const log of [
    [],
    [opening],
    [opening, { kind: "rally", winner: "home" }, { kind: "time-out", side: "home" }],
  ] satisfies LogEntry[][]) {
    const state = replay(rules, log);
    assert.ok(!isRefused(state));
    const chair = {
      match: "m",
      title: "t",
      sendTo: "/m",
      ...chairWords("en"),
      worker: null,
      refusal: null,
      rules,
      log: [],
      players: {},
      sides: { home: name, away: name },
    } as const;
    const choices = menuOf({ state, chair, t: translateChair(chairWords("en")), acknowledged: null }).flatMap(
      (item) => item.choices,
    );
    assert.ok(choices.length > 0);
    for (const { fields } of choices) {
      const entry = read(fields);
      assert.ok(entry !== null && logEntry.safeParse(entry).success, JSON.stringify(fields));
      assert.ok(!isRefused(replay(rules, [...log, entry])), JSON.stringify(fields));
    }
  }
});
