import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { append, lengthOf } from "../facts/journal.ts";
import { migrate } from "./migrations.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./postgresql-server.testing.ts";
import { openPostgresql } from "./postgresql.ts";
import { wherePossible } from "./where-possible.testing.ts";

const MAIN = fileURLToPath(new URL("../../../cli/src/main.ts", import.meta.url));
const MATCH = { kind: "match", id: "m" } as const;
const NOTED = { kind: "match-reset", subject: MATCH, data: { reason: "test" } } as const;

function podium(database: string, data: string, ...args: readonly string[]) {
  const env = { ...process.env, PODIUM_DATA: data, DATABASE_URL: database };
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8", env });
}

wherePossible(NO_POSTGRESQL, () =>
  suite("an installation on PostgreSQL", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-backup-"));
    let server: PostgresqlServer;
    before(async () => {
      server = await startPostgresql();
    });
    after(async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    });

    test("is backed up by the same command, and restored into an empty database, with its photos", async () => {
      const [lively, empty] = [await server.database("lively"), await server.database("empty")];
      const here = await openPostgresql(lively);
      await migrate(here);
      for (let n = 0; n < 5; n += 1)
        await here.db.transaction().execute((tx) => append(tx, NOTED, { who: null, nowMs: 1 }));
      const [data, elsewhere] = ["here", "elsewhere"].map((name) => join(folder, name)) as [string, string];
      mkdirSync(join(data, "files", "originals"), { recursive: true });
      writeFileSync(join(data, "files", "originals", "a"), "photo");
      const file = join(folder, "one.sqlite");
      const made = podium(lively, data, "backup", file);
      assert.equal(made.status, 0, made.stderr);
      const [, rows, digest] = /one\.sqlite: (\d+) rows, equal \(([0-9a-f]{64})\)\./.exec(made.stdout) ?? [];
      assert.equal(podium(lively, data, "backup", file).status, 2, "another file is not written over");
      const full = podium(lively, data, "restore", file);
      assert.equal(full.status, 2);
      assert.match(full.stderr, /holds something/);
      const put = podium(empty, elsewhere, "restore", file);
      assert.equal(put.status, 0, put.stderr);
      assert.ok(put.stdout.includes(`${rows} rows, equal to the backup (${digest}).`), put.stdout);
      assert.equal(readFileSync(join(elsewhere, "files", "originals", "a"), "utf8"), "photo");
      const there = await openPostgresql(empty);
      assert.equal(await lengthOf(there.db, MATCH), 5);
      await Promise.all([here.close(), there.close()]);
    });

    test("leaves no file where the database cannot be reached", async () => {
      const file = join(folder, "none.sqlite");
      const unreached = podium("postgresql://podium:wrong@127.0.0.1:1/podium", folder, "backup", file);
      assert.equal(unreached.status, 1);
      assert.equal(existsSync(file), false);
    });
  }),
);
