import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { after, before, suite, test } from "node:test";
import { chairOf, lineAt, MATCH } from "./scoring.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { startInVain, startServer, type Child, type Settings } from "./child.testing.ts";
import { readConfig } from "./config.ts";
import { changeSecret } from "./people/one-secret.ts";
import { openPodium, openStorage } from "./podium.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./storage/postgresql-server.testing.ts";
import { nodesOf } from "./storage/node-rows.ts";
import { bringToTomorrow } from "./storage/tomorrow.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const JSON_BODY = { "content-type": "application/json" };
/** How often the password of an account may be tried: people/routes.ts. */
const TRIED_AT_ONCE = 8;
const TRIED_EVERY_MS = 20_000;
const SECRET = "shared-by-every-node-of-this-test-0001";

/** The server of a checkout of the former version; where none is named, a migration that there is not yet stands for the next. */
const FORMER_CHECKOUT = process.env["PODIUM_FORMER"];
const FORMER = FORMER_CHECKOUT === undefined ? undefined : join(FORMER_CHECKOUT, "server/src/main.ts");
const FORMER_EXAMPLES = FORMER_CHECKOUT === undefined ? EXAMPLES : join(FORMER_CHECKOUT, "examples");

wherePossible(NO_POSTGRESQL, () =>
  suite("several nodes on one PostgreSQL", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-nodes-"));
    let server: PostgresqlServer;
    before(async () => {
      server = await startPostgresql();
    });
    const started: Child[] = [];
    /** A test that fails leaves none behind. */
    const start = async (settings: Settings, main?: string) => {
      const child = await startServer(settings, main);
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

    async function until(holds: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; !(await holds()); tries += 1) {
        assert.ok(tries < 200, "it did not come to be so");
        await setTimeout(50);
      }
    }

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
      // Both begin at once in a database that holds nothing: one of them loads the examples.
      await server.database("moving");
      const beginning = ["one", "two"].map(async (name) => start(await node("moving", name, examples)));
      const [ahead, behind] = [await beginning[0], await beginning[1]];
      assert.ok(ahead !== undefined && behind !== undefined);
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

    test("who guesses at an account is told to wait by all nodes together, however the tries are spread over them", async () => {
      const names = ["one", "two", "three"];
      // The first one brings the database to its shape.
      const nodes = [await start(await node("guessed", "one"))];
      for (const name of names.slice(1)) nodes.push(await start(await node("guessed", name)));
      const beganMs = performance.now();
      const body = JSON.stringify({ email: "ida@podium.example", password: "not that one at all" });
      const tries = Array.from({ length: 24 }, async (_, at) => {
        const url = `${nodes[at % nodes.length]?.url}/sign-in`;
        return (await fetch(url, { method: "POST", headers: JSON_BODY, body })).status;
      });
      const answers = await Promise.all(tries);
      const heard = answers.filter((status) => status !== 429).length;
      const since = Math.floor((performance.now() - beganMs) / TRIED_EVERY_MS);
      assert.ok(heard >= TRIED_AT_ONCE && heard <= TRIED_AT_ONCE + since, `${answers.join(" ")}, ${since} more`);
      for (const one of nodes) assert.equal(await one.end("SIGTERM"), 0);
    });

    test("a node that is ending says so, serves on for a while, sends its pages elsewhere and leaves the list", async () => {
      const settings = await node("draining", "one", { PODIUM_DRAIN: "2" });
      const [one, two] = [await start(settings), await start(await node("draining", "two"))];
      const storage = await openStorage(readConfig(settings));
      const listed = async () => (await nodesOf(storage.db)).nodes;
      await until(async () => (await listed()).length === 2);
      const page = await openStream(one.url, ["home"]);
      const ended = one.end("SIGTERM");
      await until(async () => (await fetch(`${one.url}/health/ready`)).status === 503);
      assert.deepEqual(await (await fetch(`${one.url}/health/ready`)).json(), { ready: false, because: "ending" });
      assert.equal((await fetch(`${one.url}/health/live`)).status, 200);
      const stillServed = await fetch(`${one.url}/`);
      assert.deepEqual([stillServed.status, stillServed.headers.get("connection")], [200, "close"]);
      assert.deepEqual((await listed()).map(({ state }) => state).sort(), ["ending", "serving"]);
      assert.equal((await fetch(`${two.url}/health/ready`)).status, 200);
      await page.ended;
      assert.match(page.heard(), /retry: 50\n\n$/);
      assert.equal(await ended, 0);
      assert.deepEqual(
        (await listed()).map(({ place }) => place.includes(new URL(two.url).port)),
        [true],
      );
      await storage.close();
      assert.equal(await two.end("SIGTERM"), 0);
    });

    test("a node of the former version serves on beside one of the next, and does not start again", async () => {
      const examples = { PODIUM_EXAMPLES: FORMER_EXAMPLES };
      const settings = await node("upgraded", "former", examples);
      const former = await start(settings, FORMER);
      const newer = await start(await node("upgraded", "newer", examples));
      if (FORMER === undefined) {
        const storage = await openStorage(readConfig(settings));
        await bringToTomorrow(storage);
        await storage.close();
      }
      const chair = await chairOf(former);
      const pages = [await openStream(former.url, [`match:${MATCH}`]), await openStream(newer.url, [`match:${MATCH}`])];
      for (let length = 0; length < 8; length += 1) {
        const sent = {
          method: "POST",
          headers: JSON_BODY,
          body: JSON.stringify({ after: length, lines: [lineAt(length)] }),
        };
        const { url } = length % 2 === 0 ? former : newer;
        assert.equal((await fetch(`${url}${chair}/log`, sent)).status, 200);
        const [one, other] = [await pages[0]?.next(), await pages[1]?.next()];
        assert.equal(one?.id, other?.id);
      }
      for (const { url } of [former, newer])
        for (const path of ["/", `/matches/${MATCH}`, "/moments/paris-2024-xd-podium"])
          assert.equal((await fetch(url + path)).status, 200, url + path);
      for (const page of pages) page.close();
      assert.equal(await former.end("SIGTERM"), 0);
      const { code, stderr } = await startInVain(settings, FORMER);
      assert.equal(code, 1);
      assert.match(stderr, /newer Podium/);
      await assertAnswers(newer.url);
      assert.equal(await newer.end("SIGTERM"), 0);
    });

    test("a node that the database is taken from says that it is not ready, and is again when it is back", async () => {
      const one = await start(await node("away", "one"));
      const ready = async () => (await fetch(`${one.url}/health/ready`)).status;
      assert.equal(await ready(), 200);
      await server.kill();
      await until(async () => (await ready()) === 503);
      assert.equal((await fetch(`${one.url}/health/live`)).status, 200);
      await server.start();
      await until(async () => (await ready()) === 200);
      assert.equal(await one.end("SIGTERM"), 0);
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
