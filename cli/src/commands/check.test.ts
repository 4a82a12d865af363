import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const DATA = mkdtempSync(join(tmpdir(), "podium-check-"));

after(() => rmSync(DATA, { recursive: true }));

function check(args: readonly string[], input: string) {
  return spawnSync(process.execPath, [MAIN, "check", ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, PODIUM_DATA: DATA },
  });
}

const TEXT = "Two games all.\nChina’s Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the final.";

test("an empty installation is filled with the examples, and a text held against them, a line a claim", () => {
  const { stdout, status } = check(["--competition", "paris-2024", "-"], TEXT);
  assert.equal(status, 0);
  const claims = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const { sentence, start, end } of claims) assert.equal(TEXT.slice(start, end), sentence);
  const wrong = claims.filter(({ verdict }) => verdict === "contradicted");
  assert.deepEqual(
    wrong.map(({ type, claim, truth }) => [type, claim, truth]),
    [["score", "4-1", "4-2"]],
  );
  assert.equal(wrong[0].evidence[0].id, "paris-2024/xd/final");
});

test("all competitions may be meant, and people may read the answer", () => {
  const { stdout, status } = check(["--competition", "all", "--pretty", "--date", "2024-07-31", "-"], TEXT);
  assert.equal(status, 0);
  assert.match(stdout, /! score: 4-1: contradicted; the record has 4-2/);
});

test("a text that says nothing of the record is answered with nothing", () => {
  const { stdout, status } = check(["--competition", "all", "-"], "The hall was full.");
  assert.deepEqual([stdout, status], ["", 0]);
});

test("an unknown competition, an unknown file and a wrong use each say so", () => {
  const unknown = check(["--competition", "nowhere", "-"], TEXT);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /There is no competition nowhere\. Loaded: .*paris-2024/);
  const absent = check(["--competition", "all", "there-is-no-such-file"], "");
  assert.deepEqual([absent.status, absent.stderr], [2, "The file there-is-no-such-file cannot be read.\n"]);
  const use = check(["--date", "yesterday", "--competition", "all", "-"], TEXT);
  assert.equal(use.status, 2);
  assert.match(use.stderr, /^Usage: podium check/);
});
