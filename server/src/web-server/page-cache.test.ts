import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openPageCache } from "./page-cache.ts";

function cacheWith(versions: Map<string, number>) {
  return openPageCache(["always"], (topic) => versions.get(topic) ?? 0);
}

test("a page is cached as bytes, plain and zipped, until something it shows changes", () => {
  const versions = new Map<string, number>();
  const cache = cacheWith(versions);
  const cached = cache.set("en /", { html: "한글 <p>", topics: ["home", "event:x"] });
  assert.equal(Buffer.from(cached.html).toString(), "한글 <p>");
  assert.equal(gunzipSync(cached.gzip()).toString(), "한글 <p>");
  assert.equal(cache.get("en /"), cached);
  versions.set("event:y", 1);
  assert.equal(cache.get("en /"), cached, "of something else it knows nothing");
  versions.set("event:x", 1);
  assert.equal(cache.get("en /"), undefined);
  versions.delete("event:x");
  assert.equal(cache.get("en /"), undefined, "it was thrown away, not hidden");
});

test("a page is zipped quickly for its first reader, thoroughly for the second, and not again", () => {
  const html = Array.from({ length: 2_000 }, (_, at) => `<li id="c${at}">Three steps, ${at * 7919}</li>`).join("");
  const cached = cacheWith(new Map()).set("en /", { html, topics: [] });
  const [first, second, third] = [cached.gzip(), cached.gzip(), cached.gzip()];
  assert.ok(second.length < first.length, `${second.length} of ${first.length}`);
  assert.equal(third, second);
  for (const zipped of [first, second]) assert.equal(gunzipSync(zipped).toString(), html);
});

test("what every page shows ends every page", () => {
  const versions = new Map<string, number>();
  const cache = cacheWith(versions);
  cache.set("a", { html: "a", topics: [] });
  cache.set("b", { html: "b", topics: ["home"] });
  versions.set("always", 1);
  assert.deepEqual([cache.get("a"), cache.get("b")], [undefined, undefined]);
});

test("what signed-in readers see alike holds until something it shows changes", () => {
  const versions = new Map<string, number>();
  const cache = cacheWith(versions);
  cache.setContent("en /x", { html: "<main>x</main>", topics: ["event:x"] });
  versions.set("event:y", 1);
  assert.equal(cache.getContent("en /x"), "<main>x</main>");
  assert.equal(cache.get("en /x"), undefined, "no page");
  versions.set("event:x", 1);
  assert.equal(cache.getContent("en /x"), undefined);
});

test("the tag is of the bytes: equal pages have equal tags, others never", () => {
  const cache = cacheWith(new Map());
  const tag = (key: string, html: string) => cache.set(key, { html, topics: [] }).etag;
  const english = tag("en /", "Bracket");
  assert.equal(tag("en /other", "Bracket"), english);
  assert.notEqual(tag("ko /", "대진표"), english);
  assert.match(english, /^"[\w-]+"$/);
});

test("memory has an end: the least recently used page goes first", () => {
  const cache = cacheWith(new Map());
  const html = "x".repeat(10_000_000);
  for (let at = 0; at < 3; at += 1) cache.set(`large ${at}`, { html, topics: [] });
  assert.ok(cache.get("large 0"), "asked for again, so it is the latest");
  cache.set("large 3", { html, topics: [] });
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => cache.get(`large ${at}`) !== undefined),
    [true, false, true, true],
  );
});
