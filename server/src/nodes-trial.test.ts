import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { after, suite, test } from "node:test";
import { freePort, missingProxy, NGINX, startProxy } from "./behind-proxies.testing.ts";
import { startServer, type Child, type Settings } from "./child.testing.ts";
import { chairOf, lineAt, logAt, MATCH } from "./scoring.testing.ts";
import { openPage, postOn, scoreOn, shownAt, startRelay, type OpenPage } from "./nodes-trial.testing.ts";
import { openPostgresql } from "./storage/postgresql.ts";
import { NO_POSTGRESQL, startPostgresql } from "./storage/postgresql-server.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";
import { signIn } from "./web-server/scenario.testing.ts";

/** PODIUM_ROUNDS=100 for the long form: in each a node is killed, the database restarts, or the bus of a node is cut. */
const ROUNDS = Number(process.env["PODIUM_ROUNDS"] ?? 3);
const LONG_CUT_MS = ROUNDS >= 100 ? 60_000 : 4_000;
const SHORT_CUT_MS = 4_000;
const PAGES = 12;
const THREAD = "paris-2024-xd-podium";
const AT = { match: MATCH, thread: THREAD };
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
/** What was acknowledged longer ago than this is shown by every node that answers; half a second for the asking. */
const OLDEST_MS = 2_500;
const SEEN_AGAIN_MS = 60_000;

wherePossible(NO_POSTGRESQL ?? missingProxy(NGINX), () =>
  suite("three nodes behind nginx, while nodes and the database die and the bus is cut", () => {
    const folder = mkdtempSync(join(tmpdir(), "podium-trial-"));
    const running: { end(): unknown }[] = [];
    after(async () => {
      for (const one of running.toReversed()) await one.end();
      rmSync(folder, { recursive: true });
    });

    test(`what was acknowledged stands there once and in order, and every page comes to show it (${ROUNDS} rounds)`, async () => {
      const server = await startPostgresql();
      running.push({ end: () => server.stop() });
      const database = new URL(await server.database("trial"));
      const relay = await startRelay(server.port);
      running.push(relay);
      const ports = [await freePort(), await freePort(), await freePort()];
      const nodes: Child[] = [];
      running.push({ end: () => Promise.all(nodes.map((node) => node.end("SIGKILL"))) });
      const startNode = async (at: number) => {
        const behind = new URL(database);
        // The last one reaches its database by a way that can be cut.
        if (at === 2) behind.port = String(relay.port);
        nodes[at] = await startServer(settingsOf(folder, at, { DATABASE_URL: behind.href, PORT: String(ports[at]) }));
      };
      for (const at of [0, 1, 2]) await startNode(at);
      const proxy = await startProxy(NGINX, join(folder, "proxy"), ports);
      running.push(proxy);
      const { url } = proxy;

      const chair = await chairOf({ url });
      const lines = { lines: 0 };
      const comments: { body: string; atMs: number }[] = [];
      const writers = [scoreOn(url + chair, lines)];
      for (const who of ["moderator", "organiser", "editor"] as const)
        writers.push(
          postOn(`${url}/threads/${THREAD}/comments`, { cookie: await signIn(url, who), name: who }, comments),
        );
      running.push({ end: () => Promise.allSettled(writers.map((writer) => writer.stop())) });
      const pages: OpenPage[] = [];
      for (let page = 0; page < PAGES; page += 1) pages.push(await openPage({ url, ...AT }));
      running.push({ end: () => pages.forEach((page) => page.close()) });
      const watch = watchAge(ports, comments);
      running.push({ end: () => watch.stop().catch(() => undefined) });

      const report = { nodesKilled: 0, databaseRestarts: 0, busCuts: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = lines.lines;
        if (round % 10 === 1) {
          report.databaseRestarts += 1;
          await server.kill();
          await setTimeout(500 + (round % 3) * 700);
          await server.start();
        } else if (round % 10 === 2) {
          report.busCuts += 1;
          relay.cut();
          await setTimeout(round === 2 ? LONG_CUT_MS : SHORT_CUT_MS);
          relay.mend();
        } else {
          report.nodesKilled += 1;
          await nodes[round % 3]?.end("SIGKILL");
          await setTimeout((round * 137) % 900);
          await startNode(round % 3);
        }
        await until(() => lines.lines > before + 2);
      }
      for (const writer of writers) await writer.stop();
      await watch.stop();

      const log = await logAt({ url }, chair);
      assert.ok(log.length >= lines.lines && log.length <= lines.lines + 1, `${log.length} of ${lines.lines}`);
      assert.deepEqual(
        log,
        log.map((_, at) => lineAt(at).id),
      );
      const recorded = await bodiesIn(database.href);
      for (const { body } of comments) assert.equal(recorded.filter((one) => one === body).length, 1, body);
      assert.equal(new Set(recorded).size, recorded.length, "nothing twice");
      for (const [at, page] of pages.entries()) {
        await until(() => page.version() === log.length);
        await until(() => comments.every(({ body }) => page.comments.has(body)));
        assert.deepEqual(page.twice, [], `page ${at}`);
      }
      const stale = pages.reduce((sum, { count }) => sum + count.stale, 0);
      const behind = pages.reduce((sum, { count }) => sum + count.behind, 0);
      const again = pages.reduce((sum, { count }) => sum + count.again, 0);
      process.stdout.write(
        `${JSON.stringify({ rounds: ROUNDS, ...report, lines: log.length, comments: comments.length, pages: PAGES, again, behind, stale, looks: watch.looks() })}\n`,
      );
    });
  }),
);

function settingsOf(folder: string, at: number, more: Settings): Settings {
  return {
    PODIUM_DATA: join(folder, `node-${at}`),
    PODIUM_EXAMPLES: EXAMPLES,
    PODIUM_SECRET: "shared-by-every-node-of-this-trial-001",
    PODIUM_ORIGIN: "http://podium.example",
    ...more,
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    assert.ok(tries < 1200, "it did not come to be so");
    await setTimeout(50);
  }
}

/** Asks the nodes one after another, past the proxy: none shows a page that is older than it may be. */
function watchAge(ports: readonly number[], comments: readonly { readonly body: string; readonly atMs: number }[]) {
  const state = { isOver: false };
  let looks = 0;
  const going = (async () => {
    for (let turn = 0; !state.isOver; turn += 1) {
      const nowMs = performance.now();
      const due = comments.filter(({ atMs }) => atMs < nowMs - OLDEST_MS && atMs > nowMs - SEEN_AGAIN_MS);
      const shown = await shownAt(`http://127.0.0.1:${ports[turn % ports.length]}`, AT);
      if (shown !== null) {
        looks += 1;
        for (const { body } of due) assert.ok(shown.comments.includes(body), `${body} is not shown`);
      }
      await setTimeout(150);
    }
  })();
  going.catch(() => undefined);
  return {
    looks: () => looks,
    stop: async () => {
      state.isOver = true;
      await going;
    },
  };
}

async function bodiesIn(url: string): Promise<string[]> {
  const storage = await openPostgresql(url);
  const rows = await storage.db.selectFrom("comments").select("body").where("body", "like", "Comment %").execute();
  await storage.close();
  return rows.map(({ body }) => body ?? "");
}
