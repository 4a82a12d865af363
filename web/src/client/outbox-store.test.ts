import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openOutboxStore, type TextStorage } from "./outbox-store.ts";
import type { Outbox } from "./outbox.ts";

function storageOf(entries: Record<string, string> = {}): TextStorage & { readonly entries: Record<string, string> } {
  return {
    entries,
    getItem: (name) => entries[name] ?? null,
    setItem: (name, text) => {
      entries[name] = text;
    },
  };
}

const box: Outbox = {
  log: [{ id: "line-1", entry: { kind: "service", server: "home1" } }],
  waiting: [{ id: "line-2", entry: { kind: "rally", winner: "away" } }],
  conflict: { lines: [{ id: "line-3", entry: { kind: "undo" } }], refusal: { code: "match-over", message: "Over." } },
  closed: null,
};

describe("an outbox store", () => {
  test("gives back what was put into it, to whoever opens the match next", () => {
    const storage = storageOf();
    assert.ok(openOutboxStore(storage, "club/ms/r16-1").save(box));
    assert.deepEqual(openOutboxStore(storage, "club/ms/r16-1").load(), box);
    assert.equal(openOutboxStore(storage, "club/ms/r16-2").load(), null);
  });

  test("does not throw away what it cannot read", () => {
    for (const text of [
      "{",
      "[]",
      "null",
      '{"log":1,"waiting":[],"conflict":null}',
      '{"log":[],"waiting":[{"id":1}],"conflict":null}',
    ]) {
      const storage = storageOf({ "podium.chair.m": text });
      assert.equal(openOutboxStore(storage, "m").load(), null);
      assert.equal(storage.entries["podium.chair.m.unreadable"], text);
    }
  });

  test("says so when the device keeps nothing", () => {
    const full: TextStorage = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    assert.equal(openOutboxStore(full, "m").load(), null);
    assert.equal(openOutboxStore(full, "m").save(box), false);
    assert.equal(openOutboxStore(null, "m").save(box), false);
  });
});

test("what the umpire answered stays beside the taps of the match", () => {
  const storage = storageOf();
  openOutboxStore(storage, "club/ms/final").answer("playing 3 5-2");
  assert.equal(openOutboxStore(storage, "club/ms/final").answered(), "playing 3 5-2");
  assert.equal(openOutboxStore(storage, "club/ms/sf-1").answered(), null);
  assert.equal(openOutboxStore(null, "club/ms/final").answered(), null);
});
