import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startInVain, startServer, type Settings } from "./child.testing.ts";
import { readConfig } from "./config.ts";
import { changeSecret } from "./people/one-secret.ts";
import { openPodium } from "./podium.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./storage/postgresql-server.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const SECRET = "shared-by-every-node-of-this-test-0001";

wherePossible(NO_POSTGRESQL, () =>
  suite("several nodes on one PostgreSQL", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-nodes-"));
    let server: PostgresqlServer;
    before(async () => {
      server = await startPostgresql();
    });
    after(async () => {
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
      const first = await startServer(await node("secrets", "one"));
      const second = await startServer(await node("secrets", "two"));
      for (const other of ["another-one-that-is-as-long-as-it-must-be", ""]) {
        const { code, stderr } = await startInVain(await node("secrets", "three", { PODIUM_SECRET: other }));
        assert.equal(code, 1);
        assert.match(stderr, /^PODIUM_SECRET is not .* Give this node the one of the others;.*\n$/);
        assert.doesNotMatch(stderr, /another-one|shared-by/);
      }
      for (const started of [first, second]) {
        await assertAnswers(started.url);
        assert.equal(await started.end("SIGTERM"), 0);
      }
    });

    test("a secret is changed by a command; who has the former one does not start any more", async () => {
      const changed = await node("secrets", "one", { PODIUM_SECRET: "the-next-secret-of-this-installation" });
      const podium = await openPodium(readConfig(changed));
      await changeSecret(podium.app);
      await podium.close();
      assert.equal((await startInVain(await node("secrets", "one"))).code, 1);
      const started = await startServer(changed);
      await assertAnswers(started.url);
      assert.equal(await started.end("SIGTERM"), 0);
    });
  }),
);
