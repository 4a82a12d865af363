import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const DATA = mkdtempSync(join(tmpdir(), "podium-backup-"));

after(() => rmSync(DATA, { recursive: true }));

function podium(...args: readonly string[]) {
  const env = { ...process.env, PODIUM_DATA: DATA, DATABASE_URL: "" };
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8", env });
}

test("a backup is proved equal, with the photos beside it once there are any, and both are restored", () => {
  assert.equal(podium("role", "--list").status, 0);
  const first = podium("backup", join(DATA, "one.sqlite"));
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /: \d+ rows, equal \([0-9a-f]{64}\)\.\n$/);
  mkdirSync(join(DATA, "files", "originals"), { recursive: true });
  writeFileSync(join(DATA, "files", "originals", "a"), "photo");
  const second = podium("backup", join(DATA, "two.sqlite"));
  assert.equal(second.status, 0, second.stderr);
  assert.match(second.stdout, /two\.sqlite\.files: 1 files, 5 bytes, equal \([0-9a-f]{64}\)\.\n$/);
  assert.ok(existsSync(join(DATA, "two.sqlite")));
  writeFileSync(join(DATA, "files", "originals", "a"), "another");
  const restored = podium("restore", join(DATA, "two.sqlite"));
  assert.equal(restored.status, 0, restored.stderr);
  assert.equal(readFileSync(join(DATA, "files", "originals", "a"), "utf8"), "photo");
});

test("a backup is not written over another file", () => {
  const again = podium("backup", join(DATA, "one.sqlite"));
  assert.equal(again.status, 2);
});
