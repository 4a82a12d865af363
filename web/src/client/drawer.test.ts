import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { drawerOf, type Shelf } from "./drawer.ts";
import type { Outbox } from "./outbox.ts";

function shelfOf(entries: Record<string, string> = {}): Shelf & { readonly entries: Record<string, string> } {
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
  contest: { lines: [{ id: "line-3", entry: { kind: "undo" } }], refusal: { code: "match-over", message: "Over." } },
  closed: null,
};

describe("a drawer", () => {
  test("gives back what was put into it, to whoever opens the match next", () => {
    const shelf = shelfOf();
    assert.ok(drawerOf(shelf, "club/ms/r16-1").put(box));
    assert.deepEqual(drawerOf(shelf, "club/ms/r16-1").open(), box);
    assert.equal(drawerOf(shelf, "club/ms/r16-2").open(), null);
  });

  test("does not throw away what it cannot read", () => {
    for (const text of [
      "{",
      "[]",
      "null",
      '{"log":1,"waiting":[],"contest":null}',
      '{"log":[],"waiting":[{"id":1}],"contest":null}',
    ]) {
      const shelf = shelfOf({ "podium.chair.m": text });
      assert.equal(drawerOf(shelf, "m").open(), null);
      assert.equal(shelf.entries["podium.chair.m.unreadable"], text);
    }
  });

  test("says so when the device keeps nothing", () => {
    const full: Shelf = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    assert.equal(drawerOf(full, "m").open(), null);
    assert.equal(drawerOf(full, "m").put(box), false);
    assert.equal(drawerOf(null, "m").put(box), false);
  });
});

test("what the umpire answered stays beside the touches of the match", () => {
  const shelf = shelfOf();
  drawerOf(shelf, "club/ms/final").answer("playing 3 5-2");
  assert.equal(drawerOf(shelf, "club/ms/final").answered(), "playing 3 5-2");
  assert.equal(drawerOf(shelf, "club/ms/sf-1").answered(), null);
  assert.equal(drawerOf(null, "club/ms/final").answered(), null);
});
