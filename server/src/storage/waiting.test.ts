import assert from "node:assert/strict";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { append, factsAfter, lengthOf } from "../facts/journal.ts";
import { migrate } from "./migrations.ts";
import { openSqlite } from "./sqlite.ts";
import { StorageFault, type Db, type Storage } from "./storage.ts";
import { threadId } from "./codes.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-waiting-"));
after(() => rmSync(folder, { recursive: true }));

const MATCH = { kind: "match", id: "m" } as const;

let files = 0;

/** A database in a file, and another process's connection to it. */
async function opened(waitMs?: number): Promise<{ storage: Storage; elsewhere: DatabaseSync; path: string }> {
  const path = join(folder, `${++files}`, "podium.sqlite");
  const storage = await openSqlite(path, waitMs === undefined ? {} : { waitMs });
  await migrate(storage);
  return { storage, elsewhere: new DatabaseSync(path, { timeout: 0 }), path };
}

async function note(db: Db, reason = "test"): Promise<void> {
  await append(db, { kind: "match-reset", subject: MATCH, data: { reason } }, { who: null, nowMs: 1 });
}

const OUTSIDER = "INSERT INTO roles VALUES ('p', '*', 'member', NULL, 0)";

test("a unit of work that has read can write, whatever another process tries meanwhile", async () => {
  const { storage, elsewhere } = await opened();
  await storage.db.transaction().execute(async (db) => {
    assert.equal(await lengthOf(db, MATCH), 0);
    assert.throws(() => elsewhere.exec(OUTSIDER), /locked/, "the other one waits for its turn");
    await note(db);
  });
  assert.equal((await factsAfter(storage.db, 0, 10)).length, 1);
  elsewhere.exec(OUTSIDER);
  elsewhere.close();
  await storage.close();
});

test("while another process writes, everything is read at once, and who writes here waits without stopping the process", async () => {
  const { storage, elsewhere } = await opened();
  elsewhere.exec(`BEGIN IMMEDIATE; ${OUTSIDER}`);
  let done = 0;
  const writing = [
    storage.db.transaction().execute((db) => note(db)),
    storage.db.insertInto("threads").values(thread("t")).execute(),
  ].map((each) => each.then(() => (done += 1)));
  let ticks = 0;
  for (; ticks < 20; ticks += 1) {
    await setTimeout(5);
    assert.equal(await lengthOf(storage.db, MATCH), 0);
    assert.deepEqual(await storage.read((db) => db.selectFrom("roles").selectAll().execute()), []);
  }
  assert.equal(done, 0, "nobody writes between what belongs together");
  elsewhere.exec("COMMIT");
  await Promise.all(writing);
  assert.equal(await lengthOf(storage.db, MATCH), 1);
  assert.equal((await storage.db.selectFrom("roles").selectAll().execute()).length, 1);
  elsewhere.close();
  await storage.close();
});

test("who has waited long enough for another process is told that the storage is busy, and the next one can write", async () => {
  const { storage, elsewhere } = await opened(50);
  elsewhere.exec("BEGIN IMMEDIATE");
  await assert.rejects(
    storage.db.transaction().execute((db) => note(db)),
    (fault) => fault instanceof StorageFault && fault.kind === "busy",
  );
  await assert.rejects(storage.db.insertInto("threads").values(thread("t")).execute(), StorageFault);
  elsewhere.exec("COMMIT");
  await storage.db.transaction().execute((db) => note(db));
  assert.equal(await lengthOf(storage.db, MATCH), 1);
  elsewhere.close();
  await storage.close();
});

test("units of work come to their turn in the order in which they asked, and other work comes between them", async () => {
  const { storage, elsewhere } = await opened();
  const order: string[] = [];
  const asked = Array.from({ length: 10 }, (_, index) =>
    storage.db.transaction().execute(async (db) => {
      await note(db);
      if (index === 0) await setTimeout(10);
      order.push(`work ${index}`);
    }),
  );
  setImmediate(() => order.push("other work"));
  await Promise.all(asked);
  assert.deepEqual(
    order.filter((each) => each !== "other work"),
    Array.from({ length: 10 }, (_, index) => `work ${index}`),
  );
  assert.ok(order.indexOf("other work") < 9);
  elsewhere.close();
  await storage.close();
});

test("what is read together is of one moment, whoever writes meanwhile; each such reading has its own moment", async () => {
  const { storage, elsewhere } = await opened();
  const lengths = (db: Db) => lengthOf(db, MATCH);
  const early = storage.read(async (db) => {
    const first = await lengths(db);
    await setTimeout(40);
    return [first, await lengths(db)];
  });
  await setTimeout(10);
  await storage.db.transaction().execute((db) => note(db));
  const late = storage.read(async (db) => {
    const first = await lengths(db);
    await setTimeout(40);
    return [first, await lengths(db)];
  });
  await setTimeout(10);
  await storage.db.transaction().execute((db) => note(db));
  assert.deepEqual(await early, [0, 0]);
  assert.deepEqual(await late, [1, 1]);
  assert.equal(await lengths(storage.db), 2, "who reads by himself sees what is there now");
  elsewhere.close();
  await storage.close();
});

const MARK = { messageId: 7, writtenElsewhere: 0 };

test("all that is read while a page is made is of one moment, and what is written there waits for nobody", async () => {
  const { storage, elsewhere } = await opened();
  const length = () => lengthOf(storage.db, MATCH);
  let later: Promise<number> = Promise.resolve(-1);
  const page = storage.snapshot(async () => {
    const first = await length();
    await setTimeout(40);
    await storage.db.transaction().execute((db) => note(db));
    later = setTimeout(100).then(length);
    return [first, await length(), await storage.read((db) => lengthOf(db, MATCH))];
  }, MARK);
  await setTimeout(10);
  await storage.db.transaction().execute((db) => note(db));
  assert.equal(await length(), 1);
  assert.deepEqual(await page, [0, 0, 2]);
  assert.equal(storage.heldMark(), null);
  assert.equal(await later, 2, "what outlives the page sees what is there");
  await assert.rejects(
    storage.snapshot(() => Promise.reject(new Error("half way")), MARK),
    /half way/,
  );
  assert.equal(await storage.snapshot(length, MARK), 2);
  elsewhere.close();
  await storage.close();
});

test("a reading sees nothing of a unit of work that has not ended", async () => {
  const { storage, elsewhere } = await opened();
  await storage.db.transaction().execute(async (db) => {
    await note(db);
    assert.equal(await lengthOf(db, MATCH), 1);
    assert.equal(await lengthOf(storage.db, MATCH), 0);
    assert.equal(await storage.read((reading) => lengthOf(reading, MATCH)), 0);
  });
  elsewhere.close();
  await storage.close();
});

test("reading cannot write, and a reading that fails leaves the next one as it should be", async () => {
  const { storage, elsewhere } = await opened();
  await assert.rejects(storage.read((db) => note(db)));
  await assert.rejects(
    storage.read(() => Promise.reject(new Error("half way"))),
    /half way/,
  );
  assert.equal(await storage.read((db) => lengthOf(db, MATCH)), 0);
  elsewhere.close();
  await storage.close();
});

test("another process's writing is noticed, one's own is not", async () => {
  const { storage, elsewhere } = await opened();
  const before = storage.writtenElsewhere();
  await storage.db.transaction().execute((db) => note(db));
  assert.equal(storage.writtenElsewhere(), before);
  elsewhere.exec(OUTSIDER);
  assert.notEqual(storage.writtenElsewhere(), before);
  elsewhere.close();
  await storage.close();
});

test("nothing is written to a database whose folder is gone, or that another one has replaced", async () => {
  for (const replaced of [false, true]) {
    const { storage, elsewhere, path } = await opened();
    elsewhere.close();
    renameSync(dirname(path), `${dirname(path)}.away`);
    if (replaced) await (await openSqlite(path)).close();
    await assert.rejects(
      storage.db.transaction().execute((db) => note(db)),
      (fault) => fault instanceof StorageFault && fault.kind === "gone" && fault.message.includes(path),
    );
    await storage.close();
  }
});

function thread(id: string) {
  return {
    id: threadId(id),
    subject_kind: "match",
    subject_id: id,
    title: "t",
    created_at_ms: 0,
    locked_at_ms: null,
    locked_by: null,
  };
}
