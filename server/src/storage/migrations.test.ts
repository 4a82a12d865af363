import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Migrator } from "kysely/migration";
import * as ground from "./migrations/0001-ground.ts";
import * as conversation from "./migrations/0002-conversation.ts";
import { migrate, migrateUntil } from "./migrations.ts";
import { openSqlite } from "./sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-migrations-"));
after(() => rmSync(folder, { recursive: true }));

const CHILD = fileURLToPath(new URL("first-start.testing.ts", import.meta.url));

/** PODIUM_KILLS=200 for the long form. */
const KILLS = Number(process.env["PODIUM_KILLS"] ?? 20);

let files = 0;
const newPath = () => join(folder, `${++files}`, "podium.sqlite");

interface MigrationEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a process that opens the database and migrates it; `limit` statements in, it is killed. */
async function firstStart(path: string, limit?: number): Promise<MigrationEnd> {
  const child = spawn(process.execPath, [CHILD, path, ...(limit === undefined ? [] : [String(limit)])]);
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const [code] = await once(child, "close");
  return { code: typeof code === "number" ? code : null, ...output };
}

/** What a database is made of. */
function shapeOf(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return [
      database.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").all(),
      database.prepare("SELECT name FROM kysely_migration ORDER BY name").all(),
    ];
  } finally {
    database.close();
  }
}

test(`of ${KILLS} first starts that are killed at any statement, none leaves a database that does not start again`, async () => {
  const whole = newPath();
  const { stdout, stderr } = await firstStart(whole);
  assert.equal(stderr, "");
  const statements = Number(stdout);
  assert.ok(statements > 20, `${statements} statements`);
  const shape = shapeOf(whole);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const path = newPath();
    const limit = Math.floor((kill * statements) / KILLS);
    const killed = await firstStart(path, limit);
    assert.equal(killed.code, null, `killed before statement ${limit + 1} of ${statements}`);
    const storage = await openSqlite(path);
    await migrate(storage);
    await storage.close();
    assert.deepEqual(shapeOf(path), shape, `after a kill before statement ${limit + 1} of ${statements}`);
  }
});

test("of two first starts at once both end well", async () => {
  for (let time = 0; time < 3; time += 1) {
    const path = newPath();
    const ended = await Promise.all([firstStart(path), firstStart(path)]);
    assert.deepEqual(
      ended.map(({ code, stderr }) => [code, stderr]),
      [
        [0, ""],
        [0, ""],
      ],
    );
  }
});

test("a database of the first releases, whose migrations Kysely recorded, is brought to the same shape", async () => {
  const path = newPath();
  const storage = await openSqlite(path);
  const provider = { getMigrations: async () => ({ "0001-ground": ground, "0002-conversation": conversation }) };
  assert.equal((await new Migrator({ db: storage.db, provider }).migrateToLatest()).error, undefined);
  await migrate(storage);
  await storage.close();
  const fresh = newPath();
  await firstStart(fresh);
  const [shape, record] = shapeOf(path);
  const [expectedShape, expectedRecord] = shapeOf(fresh);
  assert.deepEqual(record, expectedRecord);
  const withoutLock = (given: unknown) => JSON.stringify(given).replace(/\{[^{}]*kysely_migration_lock[^{}]*\},?/g, "");
  assert.equal(withoutLock(shape), withoutLock(expectedShape));
});

/** From here on nodes of two versions may serve from one database: the shape before stays whole in the one after. */
const ADDING_FROM = "0350";

test("a migration adds and takes nothing away: a node of the version before goes on", async () => {
  const storage = await openSqlite(newPath());
  await migrateUntil(storage, (name) => name < ADDING_FROM);
  const columns = async () => {
    const tables = await storage.db.introspection.getTables();
    return new Map(tables.flatMap(({ name, columns }) => columns.map((each) => [`${name}.${each.name}`, each])));
  };
  const before = await columns();
  const tablesBefore = new Set([...before.keys()].map((name) => name.split(".")[0]));
  await migrate(storage);
  const after = await columns();
  for (const [name, { dataType, isNullable }] of before)
    assert.deepEqual([after.get(name)?.dataType, after.get(name)?.isNullable], [dataType, isNullable], name);
  for (const [name, { isNullable, hasDefaultValue }] of after) {
    const isOfOldTable = tablesBefore.has(name.split(".")[0]) && !before.has(name);
    assert.ok(!isOfOldTable || isNullable || hasDefaultValue, `${name}: a node of the version before cannot fill it`);
  }
  await storage.close();
});

test("a database of another program is refused with a sentence, and nothing is put into it", async () => {
  const path = join(folder, "another.sqlite");
  const another = new DatabaseSync(path);
  another.exec("CREATE TABLE invoices (id INTEGER); INSERT INTO invoices VALUES (1)");
  another.close();
  const storage = await openSqlite(path);
  await assert.rejects(migrate(storage), /^StorageFault: This database is of another program: it holds invoices,/);
  await storage.close();
  const after = new DatabaseSync(path, { readOnly: true });
  assert.deepEqual(
    after
      .prepare("SELECT name FROM sqlite_master")
      .all()
      .map(({ name }) => name),
    ["invoices"],
  );
  after.close();
});

test("a database that a newer Podium has changed is refused with a sentence, and left alone", async () => {
  const path = newPath();
  const storage = await openSqlite(path);
  await migrate(storage);
  const database = new DatabaseSync(path);
  database.exec("INSERT INTO kysely_migration VALUES ('9999-of-tomorrow', '2030-01-01T00:00:00.000Z')");
  database.close();
  await assert.rejects(
    migrate(storage),
    /^StorageFault: This database was written by a newer Podium \(it holds 9999-of-tomorrow\)/,
  );
  await storage.close();
});
