import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isRefused } from "@podium/engine";
import { append } from "../facts/journal.ts";
import { backUp } from "./backup.ts";
import { migrate } from "./migrations.ts";
import { rowCounts } from "./rows.testing.ts";
import { openSqlite } from "./sqlite.ts";
import { DamagedDatabase, StorageFault, type Storage, type StorageFaultKind } from "./storage.ts";
import { NO_SMALL_DISK, onSmallDisk } from "./small-disk.testing.ts";
import { wherePossible } from "./where-possible.testing.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-installation-"));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
const newPath = () => join(folder, `${++files}`, "podium.sqlite");
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function opened(path: string): Promise<Storage> {
  const storage = await openSqlite(path);
  await migrate(storage);
  return storage;
}

function note({ db }: Storage, at: number): Promise<unknown> {
  const told = {
    kind: "match-reset",
    subject: { kind: "match", id: `m${at % 7}` },
    data: { reason: "x".repeat(300) },
  } as const;
  return db.transaction().execute((inside) => append(inside, told, { who: null, nowMs: at }));
}

async function filled(path: string, facts: number): Promise<string> {
  const storage = await opened(path);
  for (let at = 0; at < facts; at += 1) await note(storage, at);
  await storage.close();
  return path;
}

function isFault(kind: StorageFaultKind, says: RegExp): (fault: unknown) => true {
  return (fault) => {
    assert.ok(fault instanceof StorageFault, String(fault));
    assert.equal(fault.kind, kind);
    assert.match(fault.message, says);
    return true;
  };
}

test("of two that would serve from one database the second is refused, until the first has ended", async () => {
  const path = newPath();
  const first = await opened(path);
  await first.serveAlone();
  const second = await opened(path);
  await assert.rejects(
    second.serveAlone(),
    isFault("busy", /^Another Podium serves from the folder .*\. Stop it first/),
  );
  await note(second, 1);
  await first.close();
  await second.serveAlone();
  await second.close();
});

test("a database that was served from and is empty or gone is no new installation", async () => {
  for (const lose of [(path: string) => rmSync(path), (path: string) => truncateSync(path, 0)]) {
    const path = newPath();
    const storage = await opened(path);
    await storage.serveAlone();
    await storage.close();
    lose(path);
    await assert.rejects(
      openSqlite(path),
      isFault("gone", /is empty or gone, though Podium has served from it\. Restore a backup/),
    );
    assert.equal(existsSync(path) ? statSync(path).size : 0, 0, "it is left as it was found");
    rmSync(`${path}.lock`);
    await (await opened(path)).close();
  }
});

test("a first start that ended before anything was kept can be made again", async () => {
  const path = newPath();
  mkdirSync(dirname(path));
  writeFileSync(path, "");
  assert.deepEqual(await migrate(await openSqlite(path)), { isNew: true });
});

test("only whoever runs the installation can read it: folder, database, what stands beside it, backups", async () => {
  const path = newPath();
  const storage = await opened(path);
  await storage.serveAlone();
  await note(storage, 1);
  const backup = join(dirname(path), "backup.sqlite");
  assert.ok(!isRefused(await backUp(path, backup)));
  assert.equal(statSync(dirname(path)).mode & 0o777, 0o700);
  for (const file of readdirSync(dirname(path)))
    assert.equal(statSync(join(dirname(path), file)).mode & 0o777, 0o600, file);
  await storage.close();
});

test("a database of the first releases, which everybody could read, is closed to others; a folder of others stays", async () => {
  const path = newPath();
  mkdirSync(dirname(path), { mode: 0o755 });
  writeFileSync(path, "", { mode: 0o644 });
  await (await opened(path)).close();
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(path)).mode & 0o777, 0o755);
});

test("a database too large to be checked at a start is checked while it is in use", async () => {
  const path = await filled(newPath(), 200);
  const sound = await openSqlite(path, { checkedAtStartBytes: 1000 });
  await sound.checked;
  assert.equal((await rowCounts(sound.db))["facts"], 200);
  await sound.close();
  const database = new DatabaseSync(path);
  const root = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'facts'").get()?.["rootpage"]);
  database.close();
  const content = readFileSync(path);
  content.fill(0xa5, (root - 1) * 4096, root * 4096);
  writeFileSync(path, content);
  const damaged = await openSqlite(path, { checkedAtStartBytes: 1000 });
  await assert.rejects(damaged.checked, DamagedDatabase);
  await assert.rejects(rowCounts(damaged.db), DamagedDatabase, "whoever meets the damage is told the same");
  await damaged.close();
});

test("a backup is of one moment and proved equal to it, however fast others write", async () => {
  const path = newPath();
  const storage = await opened(path);
  for (let at = 0; at < 300; at += 1) await note(storage, at);
  const writer = { isWriting: true };
  let written = 300;
  const writing = (async () => {
    for (; writer.isWriting; written += 1) await note(storage, written);
  })();
  const target = join(dirname(path), "backup.sqlite");
  const before = written;
  const backup = await backUp(path, target);
  writer.isWriting = false;
  await writing;
  assert.ok(!isRefused(backup), isRefused(backup) ? backup.message : "");
  assert.ok(written > before, "somebody wrote meanwhile");
  const copy = await opened(target);
  const facts = (await rowCounts(copy.db))["facts"] ?? 0;
  assert.ok(facts >= before && facts <= written);
  await copy.close();
  await storage.close();
  assert.deepEqual(
    readdirSync(dirname(path)).filter((name) => name.includes("part")),
    [],
  );
});

test("a restore that is killed at any step leaves the old database or the new one, whole", async () => {
  const old = await filled(newPath(), 3);
  const backup = await filled(newPath(), 5);
  const restoreUpTo = (database: string, step: number) =>
    spawnSync(process.execPath, [fileOf("restoring.testing.ts"), backup, database, String(step)], { encoding: "utf8" });
  const place = () => {
    const path = newPath();
    mkdirSync(dirname(path));
    copyFileSync(old, path);
    return path;
  };
  const steps = Number(restoreUpTo(place(), Infinity).stdout);
  assert.ok(steps >= 5, `${steps} steps`);
  const found = new Set<number>();
  for (let step = 0; step < steps; step += 1) {
    const path = place();
    assert.equal(restoreUpTo(path, step).signal, "SIGKILL");
    const storage = await opened(path);
    found.add((await rowCounts(storage.db))["facts"] ?? 0);
    await storage.close();
  }
  assert.deepEqual([...found].sort(), [3, 5]);
});

wherePossible(NO_SMALL_DISK, () =>
  test("a start on a full disk is told in one sentence, as is a disk that fills up later", () => {
    for (const kilobytes of [4, 40, 200]) {
      const output = onSmallDisk(kilobytes, [
        "--input-type=module",
        "-e",
        `import { openSqlite } from "./sqlite.ts"; import { migrate } from "./migrations.ts";
       try { await migrate(await openSqlite("DISK/podium.sqlite")); console.log("started"); }
       catch (fault) { console.log(fault.name + ": " + fault.message); }`,
      ]);
      assert.match(
        output,
        /^StorageFault: (The disk of \S+ is full\.|The database \S+ cannot be read or written: its disk is full, gone or failing\.)\n$/,
      );
    }
  }),
);

wherePossible(NO_SMALL_DISK, () =>
  test("a backup that does not fit is refused with a sentence and leaves nothing behind", async () => {
    const path = await filled(newPath(), 500);
    const output = onSmallDisk(100, [
      "--input-type=module",
      "-e",
      `import { readdirSync } from "node:fs"; import { backUp } from "./backup.ts";
     const refused = await backUp(${JSON.stringify(path)}, "DISK/backup.sqlite");
     console.log(refused.code, refused.message, JSON.stringify(readdirSync("DISK")));`,
    ]);
    assert.match(output, /^backup-unwritten \S+ could not be written: The disk of \S+ is full\. \[\]\n$/);
  }),
);
