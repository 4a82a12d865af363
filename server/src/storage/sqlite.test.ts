import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isRefused } from "@podium/engine";
import { sql } from "kysely";
import { append } from "../facts/journal.ts";
import { backUp, type Backup } from "./backup.ts";
import { migrate } from "./migrations.ts";
import { everyRow } from "./rows.testing.ts";
import { restore } from "./restore.ts";
import { openSqlite } from "./sqlite.ts";
import { storageContract } from "./storage.contract.ts";
import { DamagedDatabase, type Storage } from "./storage.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-sqlite-"));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
const newPath = () => join(folder, `${++files}`, "podium.sqlite");

storageContract("SQLite in a file", () => openSqlite(newPath()));
storageContract("SQLite in memory", () => openSqlite(":memory:"));

async function opened(path: string): Promise<Storage> {
  const storage = await openSqlite(path);
  await migrate(storage);
  return storage;
}

async function fill({ db }: Storage, facts: number): Promise<void> {
  await db.transaction().execute(async (inside) => {
    for (let at = 0; at < facts; at += 1) {
      await append(
        inside,
        { kind: "match-reset", subject: { kind: "match", id: `m${at % 7}` }, data: { reason: "x".repeat(200) } },
        { who: null, nowMs: at },
      );
    }
  });
}

async function pragma({ db }: Storage, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

test("a file is opened so that an acknowledged write has reached the disk, each time anew", async () => {
  const path = newPath();
  for (let time = 0; time < 2; time += 1) {
    const storage = await opened(path);
    assert.equal(await pragma(storage, "journal_mode"), "wal");
    assert.equal(await pragma(storage, "synchronous"), 2, "FULL");
    assert.equal(await pragma(storage, "foreign_keys"), 1);
    assert.equal(await pragma(storage, "busy_timeout"), 0, "nobody waits inside a statement");
    await storage.close();
  }
});

test("what was written is there when the file is opened again", async () => {
  const path = newPath();
  const storage = await opened(path);
  await fill(storage, 20);
  const before = await everyRow(storage.db);
  await storage.close();
  const again = await opened(path);
  assert.deepEqual(await everyRow(again.db), before);
  await again.close();
});

async function backedUp(database: string, target: string): Promise<Backup> {
  const backup = await backUp(database, target);
  assert.ok(!isRefused(backup), isRefused(backup) ? backup.message : "");
  return backup;
}

test("a backup is whole while somebody writes, opens by itself, and holds a moment of the journal", async () => {
  const path = newPath();
  const storage = await opened(path);
  await fill(storage, 500);
  const writing = fill(storage, 300);
  const copy = join(folder, "copy.sqlite");
  await backedUp(path, copy);
  await writing;
  const backup = await opened(copy);
  const facts = (await everyRow(backup.db)).get("facts")?.length;
  assert.ok(facts === 500 || facts === 800, `${facts} facts: all of an act or nothing`);
  await backup.close();
  await storage.close();
});

test("a backup of what stands still is equal, row for row", async () => {
  const path = newPath();
  const storage = await opened(path);
  await fill(storage, 50);
  const copy = join(folder, "equal.sqlite");
  await backedUp(path, copy);
  const backup = await opened(copy);
  assert.deepEqual(await everyRow(backup.db), await everyRow(storage.db));
  await backup.close();
  await storage.close();
});

test("a backup writes over nothing, and is not made of nothing", async () => {
  const path = await soundFile();
  const taken = join(folder, "taken.sqlite");
  writeFileSync(taken, "something of somebody");
  assert.equal(refusedAs(await backUp(path, taken)), "file-exists");
  assert.equal(readFileSync(taken, "utf8"), "something of somebody");
  assert.equal(
    refusedAs(await backUp(join(folder, "nowhere.sqlite"), join(folder, "of-nothing.sqlite"))),
    "nothing-to-back-up",
  );
});

test("what is restored equals the backup, and what was there before is kept beside it", async () => {
  const path = await soundFile();
  const backup = await backedUp(path, join(folder, "to-restore.sqlite"));
  const storage = await opened(path);
  await fill(storage, 10);
  await storage.close();
  const restored = restore(backup.path, path, 1234);
  assert.ok(!isRefused(restored));
  assert.equal(restored.digest, backup.digest);
  const again = await opened(path);
  assert.equal((await everyRow(again.db)).get("facts")?.length, 2000);
  await again.close();
  const previous = await opened(restored.previous ?? "");
  assert.equal((await everyRow(previous.db)).get("facts")?.length, 2010);
  await previous.close();
});

test("nothing is restored from what is no sound database, and what is there stays", async () => {
  const path = await soundFile();
  const found = readFileSync(path);
  const rubbish = join(folder, "rubbish.sqlite");
  writeFileSync(rubbish, "This was never a backup.\n".repeat(50));
  assert.equal(refusedAs(restore(rubbish, path, 1)), "backup-damaged");
  assert.equal(refusedAs(restore(join(folder, "nowhere.sqlite"), path, 1)), "no-backup");
  assert.ok(readFileSync(path).equals(found));
});

function refusedAs(answer: unknown): string {
  assert.ok(isRefused(answer));
  return answer.code;
}

async function soundFile(): Promise<string> {
  const path = newPath();
  const storage = await opened(path);
  await fill(storage, 2000);
  await storage.close();
  return path;
}

const damages: readonly { readonly name: string; readonly damage: (path: string) => void }[] = [
  {
    name: "text instead of a database",
    damage: (path) => writeFileSync(path, "This was never a database.\n".repeat(100)),
  },
  { name: "the head written over", damage: (path) => overwrite(path, 0, 100) },
  {
    name: "a page in the middle written over",
    damage: (path) => overwrite(path, Math.floor(statSync(path).size / 8192) * 4096, 4096),
  },
  {
    name: "the second half missing",
    damage: (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096),
  },
  { name: "cut within a page", damage: (path) => truncateSync(path, 5000) },
];

function overwrite(path: string, from: number, bytes: number): void {
  const content = readFileSync(path);
  content.fill(0xa5, from, from + bytes);
  writeFileSync(path, content);
}

for (const { name, damage } of damages) {
  test(`a damaged file is not served: ${name}`, async () => {
    const path = await soundFile();
    damage(path);
    const found = readFileSync(path);
    await assert.rejects(
      openSqlite(path),
      (fault) => fault instanceof DamagedDatabase && fault.path === path && fault.message.includes(path),
    );
    assert.ok(readFileSync(path).equals(found), "it is left as it was found, for whoever mends it");
  });
}

test("an empty file is an empty database", async () => {
  const path = newPath();
  await (await opened(path)).close();
  truncateSync(path, 0);
  const storage = await opened(path);
  assert.deepEqual((await everyRow(storage.db)).get("facts"), []);
  await storage.close();
});

test("a copy of the file alone, after it was closed, is the whole database", async () => {
  const path = await soundFile();
  const copy = join(folder, "moved.sqlite");
  copyFileSync(path, copy);
  const storage = await opened(copy);
  assert.equal((await everyRow(storage.db)).get("facts")?.length, 2000);
  await storage.close();
});
