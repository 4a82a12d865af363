import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");

/** A row of the table: what is held, the name of a test or a part of it, its file. */
const ROW = /^\| (?<what>[^|]*) \| (?<name>[^|]+) \| `(?<file>[^`]+\.ts)` \|$/;

test("every test that the document of tests names stands in its file", () => {
  const lines = readFileSync(join(root, "docs/testing.md"), "utf8").split("\n");
  const rows = lines.map((line) => ROW.exec(line)?.groups).filter((row) => row !== undefined);
  assert.ok(rows.length > 80, `${rows.length} tests are named`);
  const missing = rows.filter(({ name = "", file = "" }) => !readFileSync(join(root, file), "utf8").includes(name));
  assert.deepEqual(
    missing.map(({ name, file }) => `${file} has no test: ${name}`),
    [],
  );
});
