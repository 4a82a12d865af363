import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOfForm, isRefused, type LogEntry, replay } from "@podium/engine";
import { logEntry } from "@podium/protocol";
import { menuOf } from "./menu.ts";
import { translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

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
      version: 0,
      title: "t",
      sendTo: "/m",
      ...chairWords("en"),
      worker: null,
      refusal: null,
      rules,
      log: [],
      players: {},
      people: [],
      sides: { home: name, away: name },
    } as const;
    const choices = menuOf({ state, chair, t: translateChair(chairWords("en")), acknowledged: null }).flatMap(
      (item) => item.choices,
    );
    assert.ok(choices.length > 0);
    for (const { fields } of choices) {
      const entry = entryOfForm((field) => fields[field] ?? null, 7);
      assert.ok(entry !== null && logEntry.safeParse(entry).success, JSON.stringify(fields));
      assert.ok(!isRefused(replay(rules, [...log, entry])), JSON.stringify(fields));
    }
  }
});
