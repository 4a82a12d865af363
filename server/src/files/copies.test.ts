import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isRefused } from "@podium/engine";
import { copyFiles, putCopy, restoreFiles } from "./copies.ts";
import { openDiskFiles } from "./disk.ts";

const ROOT = mkdtempSync(join(tmpdir(), "podium-copies-"));
after(() => rmSync(ROOT, { recursive: true }));

const bytes = (...values: number[]) => Uint8Array.from(values);

async function filled(name: string) {
  const files = openDiskFiles(join(ROOT, name));
  await files.put("originals/a", bytes(1, 2, 3));
  await files.put("photos/a/1-480.webp", bytes(4));
  return files;
}

test("a copy has every file byte by byte, none that was not finished, and is read by its owner alone", async () => {
  await filled("one");
  writeFileSync(join(ROOT, "one", "photos", "a", "1-960.webp.part-00ff"), "half");
  const copy = await copyFiles(openDiskFiles(join(ROOT, "one")), join(ROOT, "one.copy"));
  assert.ok(!isRefused(copy));
  assert.deepEqual([copy.files, copy.bytes], [2, 4]);
  assert.deepEqual(readFileSync(join(ROOT, "one.copy", "originals", "a")), Buffer.from(bytes(1, 2, 3)));
  assert.deepEqual(readdirSync(join(ROOT, "one.copy", "photos", "a")), ["1-480.webp"]);
  assert.equal(statSync(join(ROOT, "one.copy", "originals", "a")).mode & 0o077, 0);
});

test("the same files have the same digest, others another", async () => {
  const files = await filled("two");
  const digest = async (target: string) => {
    const copy = await copyFiles(openDiskFiles(join(ROOT, "two")), join(ROOT, target));
    return isRefused(copy) ? assert.fail(copy.message) : copy.digest;
  };
  const first = await digest("two.1");
  assert.equal(await digest("two.2"), first);
  await files.put("originals/a", bytes(1, 2, 4));
  assert.notEqual(await digest("two.3"), first);
});

test("nothing is written over, and what could not be copied leaves nothing behind", async () => {
  await filled("three");
  mkdirSync(join(ROOT, "there"));
  const over = await copyFiles(openDiskFiles(join(ROOT, "three")), join(ROOT, "there"));
  assert.ok(isRefused(over) && over.code === "file-exists");
  writeFileSync(join(ROOT, "no-folder"), "");
  const nowhere = await copyFiles(openDiskFiles(join(ROOT, "three")), join(ROOT, "no-folder", "left"));
  assert.ok(isRefused(nowhere) && nowhere.code === "backup-unwritten");
  await assert.rejects(
    copyFiles(openDiskFiles(join(ROOT, "no-folder")), join(ROOT, "left")),
    /cannot be stored or read/,
  );
  assert.deepEqual(
    readdirSync(ROOT).filter((name) => name.startsWith("left")),
    [],
  );
});

test("what is restored is what was copied, and what was there is kept beside it", async () => {
  const files = await filled("four");
  await copyFiles(openDiskFiles(join(ROOT, "four")), join(ROOT, "four.copy"));
  await files.put("originals/later", bytes(9));
  await files.remove("photos");
  const restored = await restoreFiles(join(ROOT, "four.copy"), { folder: join(ROOT, "four"), nowMs: 5 });
  assert.ok(!isRefused(restored));
  assert.equal(restored.previous, join(ROOT, "four.before-5"));
  assert.deepEqual(await files.get("photos/a/1-480.webp"), bytes(4));
  assert.equal(await files.get("originals/later"), null);
  assert.deepEqual(readFileSync(join(ROOT, "four.before-5", "originals", "later")), Buffer.from(bytes(9)));
});

test("a copy put into a store that holds other files is there byte by byte, and the others stay", async () => {
  await copyFiles(await filled("five"), join(ROOT, "five.copy"));
  const store = openDiskFiles(join(ROOT, "another"));
  await store.put("originals/other", bytes(7));
  const put = await putCopy(join(ROOT, "five.copy"), store);
  assert.ok(!isRefused(put));
  assert.deepEqual([put.files, put.bytes], [2, 4]);
  assert.deepEqual(await store.get("originals/a"), bytes(1, 2, 3));
  assert.deepEqual(await store.get("originals/other"), bytes(7));
});
