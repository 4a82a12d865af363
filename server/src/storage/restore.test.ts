import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { backUp } from "./backup.ts";
import { migrate } from "./migrations.ts";
import { restore } from "./restore.ts";
import { openSqlite } from "./sqlite.ts";
import { DamagedDatabase } from "./storage.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-restore-"));
const path = join(folder, "podium.sqlite");

before(async () => {
  const storage = await openSqlite(path);
  await migrate(storage);
  await storage.close();
});

after(() => rmSync(folder, { recursive: true }));

/** Why a file is not restored; the database must be what it was. */
function refusal(backup: string): string | undefined {
  const found = readFileSync(path);
  const restored = restore(backup, path, 1);
  assert.ok(readFileSync(path).equals(found));
  return isRefused(restored) ? restored.code : undefined;
}

test("the database itself is no backup of it, however its path is written", () => {
  assert.equal(refusal(path), "backup-is-database");
  assert.equal(refusal(relative(process.cwd(), path)), "backup-is-database");
});

test("a sound database of something else, or of nothing, takes nobody's place", () => {
  const empty = join(folder, "empty.sqlite");
  writeFileSync(empty, "");
  assert.equal(refusal(empty), "backup-of-something-else");
  const other = join(folder, "other.sqlite");
  const database = new DatabaseSync(other);
  database.exec("CREATE TABLE recipes (id INTEGER)");
  database.close();
  assert.equal(refusal(other), "backup-of-something-else");
});

test("a database that is being served is not replaced under its server", async () => {
  const backup = join(folder, "backup.sqlite");
  assert.ok(!isRefused(await backUp(path, backup)));
  const serving = await openSqlite(path);
  await migrate(serving);
  assert.equal(refusal(backup), "database-in-use");
  await serving.close();
  assert.equal(isRefused(restore(backup, path, 2)), false);
});

test("a backup that cannot be written names its own file, and one of a damaged database says what is damaged", async () => {
  const inFile = join(path, "backup.sqlite");
  const refused = await backUp(path, inFile);
  assert.ok(
    isRefused(refused) && refused.code === "backup-unwritten" && refused.message.includes(inFile),
    JSON.stringify(refused),
  );
  const damaged = join(folder, "damaged.sqlite");
  writeFileSync(damaged, readFileSync(path).subarray(0, 3000));
  await assert.rejects(
    backUp(damaged, join(folder, "never.sqlite")),
    (fault) => fault instanceof DamagedDatabase && fault.path === damaged,
  );
});
