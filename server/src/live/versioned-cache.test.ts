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

/** A cache whose values may be half a second behind running scores. */
function laggingCache() {
  const [all, butScores] = [new Map<string, number>(), new Map<string, number>()];
  const clock = { ms: 1000 };
  const count = (changed: Map<string, number>, topic: string) => changed.set(topic, (changed.get(topic) ?? 0) + 1);
  const cache = openVersionedCache<string>({
    versionOf: (topic) => all.get(topic) ?? 0,
    lag: { versionButScores: (topic) => butScores.get(topic) ?? 0, ms: 500, nowMs: () => clock.ms },
    sizeOf: () => 1,
    room: 10,
  });
  return {
    cache,
    clock,
    scored: (topic: string) => count(all, topic),
    changed: (topic: string) => [all, butScores].forEach((versions) => count(versions, topic)),
  };
}

test("a value behind running scores alone holds for half a second, and then is gone", () => {
  const { cache, clock, scored } = laggingCache();
  cache.set("a", "0-0", ["x"]);
  scored("x");
  clock.ms += 499;
  assert.equal(cache.get("a"), "0-0");
  clock.ms += 1;
  assert.equal(cache.get("a"), undefined);
});

test("a value that nothing has changed holds for longer than half a second", () => {
  const { cache, clock } = laggingCache();
  cache.set("a", "0-0", ["x"]);
  clock.ms += 60_000;
  assert.equal(cache.get("a"), "0-0");
});

test("any other change than a running score ends a value at once", () => {
  const { cache, scored, changed } = laggingCache();
  cache.set("a", "0-0", ["x"]);
  scored("x");
  changed("x");
  assert.equal(cache.get("a"), undefined);
});

test("a value that was behind when it was read never holds for longer than half a second", () => {
  const { cache, clock } = laggingCache();
  cache.setBehind("a", "0-0", ["x"]);
  clock.ms += 499;
  assert.equal(cache.get("a"), "0-0");
  clock.ms += 1;
  assert.equal(cache.get("a"), undefined);
});

test("a value behind running scores is never given where no lag was allowed", () => {
  const cache = cacheWith(10);
  cache.setBehind("a", "0-0", ["lag"]);
  assert.equal(cache.get("a"), undefined);
});

test("while nobody knows what others have changed nothing is given out nor taken in, and what was there holds again after it", () => {
  let version = 1;
  const cache = openVersionedCache<string>({ versionOf: () => version, sizeOf: () => 1, room: 10 });
  cache.set("a", "before", ["x"]);
  version = Number.NaN;
  assert.equal(cache.get("a"), undefined);
  cache.set("b", "meanwhile", ["x"]);
  version = 1;
  assert.deepEqual([cache.get("a"), cache.get("b")], ["before", undefined]);
  version = 2;
  assert.equal(cache.get("a"), undefined);
});
