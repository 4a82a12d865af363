import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { migrate } from "./migrations.ts";
import { forgetPaces, givePaceBack, takePace } from "./pace-rows.ts";
import { openPglite } from "./pglite.testing.ts";
import type { Storage } from "./storage.ts";

const HOUR_MS = 3_600_000;
const PACE = { everyMs: HOUR_MS, burst: 3 };

let storage: Storage;

before(async () => {
  storage = await openPglite();
  await migrate(storage);
});

after(() => storage.close());

/** Tries one after another: how many hours each has to wait. */
async function tries(key: string, count: number, pace: Parameters<typeof takePace>[2] = PACE): Promise<number[]> {
  const waits: number[] = [];
  for (let at = 0; at < count; at += 1) waits.push((await takePace(storage.db, key, pace)) / HOUR_MS);
  return waits.map((hours) => Math.round(hours * 100) / 100);
}

test("three at once, and who comes after them waits and pays nothing for it; another key does not wait", async () => {
  assert.deepEqual(await tries("one", 5), [0, 0, 0, 1, 1]);
  assert.deepEqual(await tries("another", 1), [0]);
});

test("what counts for many is admitted as one, and the next one waits until all of them are paid for", async () => {
  assert.deepEqual(await tries("heavy", 1, { ...PACE, weight: 10 }), [0]);
  assert.deepEqual(await tries("heavy", 1), [8]);
});

test("what was admitted is given back", async () => {
  await tries("both", 3);
  await givePaceBack(storage.db, ["both"], PACE);
  assert.deepEqual(await tries("both", 2), [0, 1]);
});

test("a clock that is set back a year locks nobody out", async () => {
  await tries("back", 4);
  const year = 365 * 24 * HOUR_MS;
  await storage.db
    .updateTable("paces")
    .set((row) => ({ free_at_ms: row("free_at_ms", "+", year), at_ms: row("at_ms", "+", year) }))
    .execute();
  assert.deepEqual(await tries("back", 2), [1, 1]);
});

test("who need not wait any more is forgotten, and who must is not", async () => {
  await tries("waiting", 3);
  await tries("calm", 1, { everyMs: 0, burst: 1 });
  await forgetPaces(storage.db);
  const rows = await storage.db.selectFrom("paces").select("key").execute();
  const keys = rows.map(({ key }) => key);
  assert.ok(keys.includes("waiting") && !keys.includes("calm"), keys.join(" "));
});
