import assert from "node:assert/strict";
import { test } from "node:test";
import { openKept } from "./kept.ts";

const versions = new Map<string, number>();
const keptWith = (room: number) =>
  openKept<string>({ versionOf: (topic) => versions.get(topic) ?? 0, sizeOf: ({ length }) => length, room });

test("what was kept holds until something under one of its topics changes, and then is gone for good", () => {
  const kept = keptWith(100);
  kept.keep("a", "first", ["x", "y"]);
  versions.set("z", 1);
  assert.equal(kept.find("a"), "first");
  versions.set("y", 1);
  assert.equal(kept.find("a"), undefined);
  versions.delete("y");
  assert.equal(kept.find("a"), undefined);
});

test("room has an end: the least lately used goes first, and what was dropped or kept anew takes no room", () => {
  const kept = keptWith(10);
  kept.keep("a", "aaaa", []);
  kept.keep("b", "bbbb", ["b"]);
  kept.keep("a", "AAAA", []);
  versions.set("b", 1);
  assert.equal(kept.find("b"), undefined);
  kept.keep("c", "cccc", []);
  assert.deepEqual([kept.find("c"), kept.find("a")], ["cccc", "AAAA"]);
  kept.keep("d", "dddd", []);
  assert.deepEqual([kept.find("a"), kept.find("c"), kept.find("d")], ["AAAA", undefined, "dddd"]);
});
