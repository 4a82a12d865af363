import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { NO_SMALL_DISK, onSmallDisk } from "../storage/small-disk.testing.ts";
import { wherePossible } from "../storage/where-possible.testing.ts";
import type { ToldOnFullDisk } from "./full-disk.testing.ts";

/** To a script, and on a page. */
const SENTENCE = /Podium cannot reach its storage right now\. Nothing was changed[;.]/;
const DISK_KILOBYTES = 24 * 1024;

wherePossible(NO_SMALL_DISK, () =>
  test("on a full disk every request that would change something is told so, and changes nothing", () => {
    const output = onSmallDisk(DISK_KILOBYTES, [fileURLToPath(new URL("full-disk.testing.ts", import.meta.url))]);
    const told = output
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): ToldOnFullDisk => JSON.parse(line));
    assert.ok(told.length > 50, `${told.length} requests would have changed something`);
    const wrong = told.filter(({ status, body, changed }) => status !== 503 || !SENTENCE.test(body) || changed);
    assert.deepEqual(wrong, [], JSON.stringify(wrong, null, 1));
  }),
);
