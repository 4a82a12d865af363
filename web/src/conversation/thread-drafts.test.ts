import assert from "node:assert/strict";
import { test } from "node:test";
import { ThreadDrafts } from "./thread-drafts.ts";

function store() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test("a draft outlives its page, beside those of other answers and conversations", () => {
  const device = store();
  new ThreadDrafts(device, "a").write("", { body: "Half a thought", id: null });
  new ThreadDrafts(device, "a").write("c1", { body: "An answer", id: "sent-1" });
  assert.deepEqual(new ThreadDrafts(device, "a").read(""), { body: "Half a thought", id: null });
  assert.deepEqual(new ThreadDrafts(device, "a").read("c1"), { body: "An answer", id: "sent-1" });
  assert.equal(new ThreadDrafts(device, "b").read(""), null);
});

test("what was posted or emptied leaves nothing behind", () => {
  const device = store();
  const drafts = new ThreadDrafts(device, "a");
  drafts.write("", { body: "x", id: null });
  drafts.write("", { body: "", id: null });
  assert.equal(device.items.size, 0);
  assert.equal(drafts.read(""), null);
});

test("a device that stores nothing, or something else, does not stop anybody from writing", () => {
  const full = { ...store(), setItem: () => assert.fail("full") };
  new ThreadDrafts(full, "a").write("", { body: "x", id: null });
  new ThreadDrafts(null, "a").write("", { body: "x", id: null });
  assert.equal(new ThreadDrafts(null, "a").read(""), null);
  for (const value of ["{", "7", "null", "[1]", '{"body":"x"}']) {
    const device = store();
    device.items.set("podium-draft a ", value);
    assert.equal(new ThreadDrafts(device, "a").read(""), null, value);
  }
});
