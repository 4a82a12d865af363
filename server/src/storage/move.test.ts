import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, searchTerms } from "@podium/engine";
import { sql } from "kysely";
import { findComments } from "./comment-search.ts";
import { migrate } from "./migrations.ts";
import { move, type Moved } from "./move.ts";
import { openPglite } from "./pglite.testing.ts";
import { everyRow } from "./rows.testing.ts";
import { openSqlite } from "./sqlite.ts";
import type { Storage } from "./storage.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";

const SILENT = { isCopy: true, progress: () => undefined };
/** What belongs to the nodes, and what only one of the two keeps. */
const BESIDE = ["kysely_migration", "live_messages", "nodes", "comment_words"];

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

async function moved(from: Storage, to: Storage): Promise<Moved> {
  const answer = await move(from, to, SILENT);
  assert.ok(!isRefused(answer), JSON.stringify(answer));
  return answer;
}

async function rowsOf({ db }: Storage): Promise<Map<string, string[]>> {
  const rows = await everyRow(db);
  for (const table of BESIDE) rows.delete(table);
  return rows;
}

test("a record goes from a file to PostgreSQL and back, the same to the last row, by its digest and as it is read", async () => {
  const [postgresql, file] = [await openPglite(), await openSqlite(":memory:")];
  const there = await moved(here.app.storage, postgresql);
  const back = await moved(postgresql, file);
  assert.deepEqual(back, there);
  assert.ok(there.rows > 500, `${there.rows} rows`);
  assert.deepEqual(await rowsOf(file), await rowsOf(here.app.storage));
  const query = { terms: searchTerms("podium"), limit: 50 };
  const found = await Promise.all([here.app.storage, postgresql, file].map(({ db }) => findComments(db, query)));
  assert.ok((found[0]?.length ?? 0) > 0);
  assert.deepEqual(found[1], found[0]);
  assert.deepEqual(found[2], found[0]);
  await Promise.all([postgresql.close(), file.close()]);
});

test("a comment is moved before its answers, also after PostgreSQL stored it behind them", async () => {
  const [postgresql, file] = [await openPglite(), await openSqlite(":memory:")];
  await moved(here.app.storage, postgresql);
  await postgresql.db
    .updateTable("comments")
    .set(({ ref }) => ({ number: ref("number") }))
    .where("parent_id", "is", null)
    .execute();
  await moved(postgresql, file);
  const { rows } = await sql<{ answer: string }>`
    select answer.id as answer from comments answer join comments parent on parent.id = answer.parent_id
    where parent.rowid > answer.rowid`.execute(file.db);
  assert.deepEqual(rows, []);
  await Promise.all([postgresql.close(), file.close()]);
});

test("only comments refer to rows of their own table: another that does would need an order too", async () => {
  const postgresql = await openPglite();
  await migrate(postgresql);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and conrelid = confrelid`.execute(postgresql.db);
  assert.deepEqual(
    rows.map(({ name }) => name),
    ["comments"],
  );
  await postgresql.close();
});

test("what fails half-way leaves nothing behind, and may be tried again", async () => {
  const postgresql = await openPglite();
  const stop = () => {
    throw new Error("the network is cut");
  };
  await assert.rejects(move(here.app.storage, postgresql, { isCopy: true, progress: stop }), /network/);
  await moved(here.app.storage, postgresql);
  await postgresql.close();
});

test("what is recorded after a move is numbered after what was moved", async () => {
  const postgresql = await openPglite();
  await moved(here.app.storage, postgresql);
  const newest = async () =>
    (
      await postgresql.db
        .selectFrom("facts")
        .select((facts) => facts.fn.max("seq").as("seq"))
        .executeTakeFirst()
    )?.seq;
  const before = (await newest()) ?? 0;
  const fact = { at_ms: 1, who: null, kind: "match-reset", subject_kind: "match", subject_seq: 1, data: "{}" };
  await postgresql.db
    .insertInto("facts")
    .values({ ...fact, subject_id: "moved", client_id: null } as never)
    .execute();
  assert.equal(await newest(), before + 1);
  await postgresql.close();
});

test("a database that holds something is not moved into, and one of an older shape is not moved", async () => {
  const [full, old, empty] = [await openSqlite(":memory:"), await openSqlite(":memory:"), await openSqlite(":memory:")];
  await migrate(full);
  const into = await move(here.app.storage, full, SILENT);
  assert.equal(isRefused(into) && into.code, "database-not-empty");
  const from = await move(old, empty, SILENT);
  assert.equal(isRefused(from) && from.code, "shape-old");
  await Promise.all([full.close(), old.close(), empty.close()]);
});
