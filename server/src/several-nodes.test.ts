import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, suite, test } from "node:test";
import { chairOf, lineAt, MATCH } from "./scoring.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { startInVain, startServer, type Child, type Settings } from "./child.testing.ts";
import { readConfig } from "./config.ts";
import { changeSecret } from "./people/one-secret.ts";
import { openPodium } from "./podium.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./storage/postgresql-server.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const JSON_BODY = { "content-type": "application/json" };
const SECRET = "shared-by-every-node-of-this-test-0001";

wherePossible(NO_POSTGRESQL, () =>
  suite("several nodes on one PostgreSQL", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-nodes-"));
    let server: PostgresqlServer;
    before(async () => {
      server = await startPostgresql();
    });
    const started: Child[] = [];
    /** A test that fails leaves none behind. */
    const start = async (settings: Settings) => {
      const child = await startServer(settings);
      started.push(child);
      return child;
    };
    after(async () => {
      for (const child of started) await child.end("SIGKILL");
      await server.stop();
      rmSync(folder, { recursive: true });
    });

    const node = async (database: string, name: string, more: Settings = {}): Promise<Settings> => ({
      DATABASE_URL: await server.database(database),
      PODIUM_DATA: join(folder, name),
      PODIUM_EXAMPLES: "none",
      PODIUM_SECRET: SECRET,
      ...more,
    });

    async function assertAnswers(url: string): Promise<void> {
      assert.equal((await fetch(`${url}/`)).status, 200);
    }

    test("a node with another secret does not start, and says so without either of them", async () => {
      const first = await start(await node("secrets", "one"));
      const second = await start(await node("secrets", "two"));
      for (const other of ["another-one-that-is-as-long-as-it-must-be", ""]) {
        const { code, stderr } = await startInVain(await node("secrets", "three", { PODIUM_SECRET: other }));
        assert.equal(code, 1);
        assert.match(stderr, /^PODIUM_SECRET is not .* Give this node the one of the others;.*\n$/);
        assert.doesNotMatch(stderr, /another-one|shared-by/);
      }
      for (const one of [first, second]) {
        await assertAnswers(one.url);
        assert.equal(await one.end("SIGTERM"), 0);
      }
    });

    test("a page that moves from a node to one that is behind is told nothing twice, and misses nothing", async () => {
      const examples = { PODIUM_EXAMPLES: EXAMPLES };
      const ahead = await start(await node("moving", "one", examples));
      const behind = await start(await node("moving", "two", examples));
      const chair = await chairOf(ahead);
      let length = 0;
      const score = async () => {
        const lines = [lineAt(length)];
        const sent = { method: "POST", headers: JSON_BODY, body: JSON.stringify({ after: length, lines }) };
        assert.equal((await fetch(`${ahead.url}${chair}/log`, sent)).status, 200);
        length += 1;
      };
      await score();
      const page = await openStream(ahead.url, [`match:${MATCH}`]);
      for (let moves = 0; moves < 5; moves += 1) {
        behind.send("SIGSTOP");
        await score();
        const told = await page.next();
        const moved = openStream(behind.url, [`match:${MATCH}`], { "last-event-id": told.id });
        behind.send("SIGCONT");
        const there = await moved;
        await score();
        const next = await page.next();
        assert.deepEqual(await there.next(), next);
        there.close();
      }
      page.close();
      for (const one of [ahead, behind]) assert.equal(await one.end("SIGTERM"), 0);
    });

    test("a secret is changed by a command; who has the former one does not start any more", async () => {
      const changed = await node("secrets", "one", { PODIUM_SECRET: "the-next-secret-of-this-installation" });
      const podium = await openPodium(readConfig(changed));
      await changeSecret(podium.app);
      await podium.close();
      assert.equal((await startInVain(await node("secrets", "one"))).code, 1);
      const changedOne = await start(changed);
      await assertAnswers(changedOne.url);
      assert.equal(await changedOne.end("SIGTERM"), 0);
    });
  }),
);
