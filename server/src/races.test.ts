import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { isRefused } from "@podium/engine";
import { transact, type App } from "./app.ts";
import { readConfig } from "./config.ts";
import { vote } from "./conversation/voting.ts";
import { commentRows } from "./conversation/comment-rows.ts";
import { codeOf, granted, opened, person, posted } from "./conversation/thread.testing.ts";
import { importCompetition } from "./exchange/import.ts";
import { smallEvent } from "./exchange/small-event.testing.ts";
import { issueChair } from "./matches/chairs.ts";
import { matchRow } from "./matches/match-rows.ts";
import { recordLines } from "./matches/matches.ts";
import { openPodium, type Podium } from "./podium.ts";
import { matchId } from "./storage/codes.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./storage/postgresql-server.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const NODES = 3;
const ENTRIES = Array.from({ length: 16 }, (_, index) => `e${index + 1}`);
const LINES = [11, 11].map((home) => ({ entry: { kind: "game", score: { home, away: 3 } } as const }));

wherePossible(NO_POSTGRESQL, () =>
  suite("what comes to three nodes at once", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-races-"));
    let server: PostgresqlServer;
    const nodes: Podium[] = [];
    before(async () => {
      server = await startPostgresql();
      const config = readConfig({ DATABASE_URL: await server.database("races"), PODIUM_DATA: folder });
      for (let at = 0; at < NODES; at += 1) nodes.push(await openPodium(config));
      const file = smallEvent(ENTRIES.length, { draw: { lines: ENTRIES } });
      granted(await importCompetition(appAt(0), null, JSON.stringify(file)));
      await opened(appAt(0));
    });
    after(async () => {
      for (const node of nodes) await node.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    });

    function appAt(index: number): App {
      return nodes[index % NODES]?.app ?? assert.fail("no node");
    }

    /** Does something so many times at once, at one node after another. */
    function atOnce<T>(times: number, work: (app: App, index: number) => Promise<T>): Promise<T[]> {
      return Promise.all(Array.from({ length: times }, (_, index) => work(appAt(index), index)));
    }

    test("60 comments stand there once each, and 60 votes for one of them are 60", async () => {
      await atOnce(60, (app, index) => posted(app, person(`ann${index}`), { body: `Words ${index}` }));
      const rows = await commentRows(appAt(0).storage.db).execute();
      assert.equal(new Set(rows.map(({ body }) => body)).size, 60);
      assert.equal(rows.length, 60);
      const [row] = rows;
      assert.ok(row !== undefined);
      await atOnce(60, async (app, index) => {
        const at = { viewer: person(`bo${index}`), thread: row.thread_id, comment: codeOf(row) };
        granted(await transact(app, at.viewer.id, (unit) => vote(unit, at, 1)));
      });
      const voted = await commentRows(appAt(1).storage.db).where("comments.id", "=", row.id).executeTakeFirstOrThrow();
      assert.deepEqual([voted.up, voted.down], [60, 0]);
    });

    test("8 results of one round fill the whole round after it", async () => {
      await atOnce(8, async (app, index) => {
        const match = matchId(`cup/os/r16-${index + 1}`);
        granted(await transact(app, null, (unit) => recordLines(unit, match, { after: 0, lines: LINES })));
      });
      for (const code of ["qf-1", "qf-2", "qf-3", "qf-4"]) {
        const row = await matchRow(appAt(0).storage.db, matchId(`cup/os/${code}`));
        assert.ok(row?.home_entry && row.away_entry && row.status === "ready", `${code} is ${row?.status}`);
      }
    });

    test("of 3 chairs for one match one is out in the end", async () => {
      const chairs = await atOnce(3, (app) => transact(app, null, (unit) => issueChair(unit, matchId("cup/os/qf-1"))));
      assert.ok(chairs.every((chair) => !isRefused(chair)));
      const out = appAt(0).storage.db.selectFrom("chairs").select("id").where("withdrawn_at_ms", "is", null);
      assert.equal((await out.execute()).length, 1);
    });
  }),
);
