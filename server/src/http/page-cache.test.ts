import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openPageCache } from "./page-cache.ts";

function cacheWith(versions: Map<string, number>) {
  return openPageCache(["always"], (topic) => versions.get(topic) ?? 0);
}

test("a page is kept as bytes, plain and zipped, until something it shows changes", () => {
  const versions = new Map<string, number>();
  const cache = cacheWith(versions);
  const kept = cache.keep("en /", { html: "한글 <p>", topics: ["home", "event:x"] });
  assert.equal(Buffer.from(kept.html).toString(), "한글 <p>");
  assert.equal(gunzipSync(kept.gzip).toString(), "한글 <p>");
  assert.equal(cache.find("en /"), kept);
  versions.set("event:y", 1);
  assert.equal(cache.find("en /"), kept, "of something else it knows nothing");
  versions.set("event:x", 1);
  assert.equal(cache.find("en /"), undefined);
  versions.delete("event:x");
  assert.equal(cache.find("en /"), undefined, "it was thrown away, not hidden");
});

test("what every page shows ends every page", () => {
  const versions = new Map<string, number>();
  const cache = cacheWith(versions);
  cache.keep("a", { html: "a", topics: [] });
  cache.keep("b", { html: "b", topics: ["home"] });
  versions.set("always", 1);
  assert.deepEqual([cache.find("a"), cache.find("b")], [undefined, undefined]);
});

test("the tag is of the bytes: equal pages have equal tags, others never", () => {
  const cache = cacheWith(new Map());
  const tag = (key: string, html: string) => cache.keep(key, { html, topics: [] }).etag;
  const english = tag("en /", "Bracket");
  assert.equal(tag("en /other", "Bracket"), english);
  assert.notEqual(tag("ko /", "대진표"), english);
  assert.match(english, /^"[\w-]+"$/);
});

test("memory has an end: the least lately used page goes first", () => {
  const cache = cacheWith(new Map());
  const html = "x".repeat(20_000_000);
  for (let at = 0; at < 3; at += 1) cache.keep(`large ${at}`, { html, topics: [] });
  assert.ok(cache.find("large 0"), "asked for again, so it is the latest");
  cache.keep("large 3", { html, topics: [] });
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => cache.find(`large ${at}`) !== undefined),
    [true, false, true, true],
  );
});
