import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { append, factsAfter, lengthOf } from "../facts/journal.ts";
import { migrate } from "./migrations.ts";
import { openSqlite } from "./sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-turns-"));
after(() => rmSync(folder, { recursive: true }));

const MATCH = { kind: "match", id: "m" } as const;

test("an act that has read can write, whatever another process tries meanwhile", async () => {
  const path = join(folder, "podium.sqlite");
  const storage = openSqlite(path);
  await migrate(storage.db);
  const elsewhere = new DatabaseSync(path, { timeout: 0 });
  await storage.db.transaction().execute(async (db) => {
    assert.equal(await lengthOf(db, MATCH), 0);
    assert.throws(
      () => elsewhere.exec("INSERT INTO roles VALUES ('p', '*', 'member', NULL, 0)"),
      /locked/,
      "the other one waits for its turn",
    );
    await append(db, { kind: "match-reset", subject: MATCH, data: { reason: "test" } }, { who: null, nowMs: 1 });
  });
  assert.equal((await factsAfter(storage.db, 0, 10)).length, 1);
  elsewhere.exec("INSERT INTO roles VALUES ('p', '*', 'member', NULL, 0)");
  elsewhere.close();
  await storage.close();
});
