import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entryOfForm } from "./log-form.ts";
import type { LogEntry } from "./log.ts";

const read = (fields: Readonly<Record<string, string>>): LogEntry | null =>
  entryOfForm((name) => fields[name] ?? null, 7);

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
    { fields: { kind: "card", side: "home", card: "red", seat: "nobody" }, entry: null },
    {
      fields: { kind: "card", side: "home", card: "red" },
      entry: { kind: "card", side: "home", card: "red", atMs: 7 },
    },
    { fields: { kind: "service", server: "home1", receiver: "nobody" }, entry: null },
    { fields: { kind: "service", server: "home1", homeEnd: "up" }, entry: null },
    { fields: { kind: "order-corrected", server: "home1", receiver: "nobody" }, entry: null },
    { fields: { kind: "rally", winner: "home", returns: "many" }, entry: null },
    { fields: { kind: "rally", winner: "home", returns: "" }, entry: { kind: "rally", winner: "home", atMs: 7 } },
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
