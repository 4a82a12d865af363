import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readRating } from "./notes.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

function score(input: string): {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly error: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "notes", "score", "-"], {
    input,
    encoding: "utf8",
  });
  return { status, lines: stdout.split("\n").filter((line) => line !== ""), error: stderr };
}

test("one line a note comes back, in the order in which the notes first appear", () => {
  const ratings = [
    ["b", "r1", 1],
    ["a", "r1", 0.5],
    ["b", "r2", 0],
  ] as const;
  const { status, lines } = score(
    ratings.map(([note, rater, rating]) => `${JSON.stringify({ note, rater, rating })}\n`).join(""),
  );
  assert.equal(status, 0);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    ["b", "a"].map((note) => ({ note, intercept: 0, factor: 0, status: "needs-more" })),
  );
});

test("a line that is not understood refuses the file, and nothing is half scored", () => {
  const { status, lines, error } = score('{"note":"a","rater":"r","rating":1}\n{"note":"a","rater":"r","rating":2}\n');
  assert.deepEqual([status, lines], [2, []]);
  assert.match(error, /^Line 2: rating is 1, 0.5 or 0/);
});

test("a rating has a note, a rater and one of three values", () => {
  assert.deepEqual(readRating('{"note":7,"rater":"x","rating":0.5,"more":1}'), { note: "7", rater: "x", rating: 0.5 });
  for (const line of [
    '{"rater":"x","rating":1}',
    '{"note":"n","rating":1}',
    '{"note":"n","rater":"r","rating":"1"}',
    "[]",
    "{",
  ]) {
    assert.ok("refused" in readRating(line), line);
  }
});
