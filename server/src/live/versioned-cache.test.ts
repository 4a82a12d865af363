import assert from "node:assert/strict";
import { test } from "node:test";
import { openVersionedCache } from "./versioned-cache.ts";

const versions = new Map<string, number>();
const cacheWith = (room: number) =>
  openVersionedCache<string>({ versionOf: (topic) => versions.get(topic) ?? 0, sizeOf: ({ length }) => length, room });

test("what was kept holds until something under one of its topics changes, and then is gone for good", () => {
  const cache = cacheWith(100);
  cache.set("a", "first", ["x", "y"]);
  versions.set("z", 1);
  assert.equal(cache.get("a"), "first");
  versions.set("y", 1);
  assert.equal(cache.get("a"), undefined);
  versions.delete("y");
  assert.equal(cache.get("a"), undefined);
});

test("room has an end: the least recently used goes first, and what was dropped or kept anew takes no room", () => {
  const cache = cacheWith(10);
  cache.set("a", "aaaa", []);
  cache.set("b", "bbbb", ["b"]);
  cache.set("a", "AAAA", []);
  versions.set("b", 1);
  assert.equal(cache.get("b"), undefined);
  cache.set("c", "cccc", []);
  assert.deepEqual([cache.get("c"), cache.get("a")], ["cccc", "AAAA"]);
  cache.set("d", "dddd", []);
  assert.deepEqual([cache.get("a"), cache.get("c"), cache.get("d")], ["AAAA", undefined, "dddd"]);
});
