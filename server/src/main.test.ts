import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startInVain, startServer, type Settings } from "./child.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { rowCounts } from "./storage/rows.testing.ts";
import { openSqlite } from "./storage/sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-main-"));
after(() => rmSync(folder, { recursive: true }));

const data = (name: string) => join(folder, name);

async function countsIn(name: string): Promise<Record<string, number>> {
  const storage = await openSqlite(join(data(name), "podium.sqlite"));
  try {
    return await rowCounts(storage.db);
  } finally {
    await storage.close();
  }
}

/** One sentence on stderr, no stack, and an exit code that says no. */
async function assertOneSentence(settings: Settings, sentence: RegExp): Promise<void> {
  const { code, stderr } = await startInVain(settings);
  assert.equal(code, 1, stderr);
  assert.match(stderr, sentence);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.doesNotMatch(stderr, /\bat \S+:\d+|node:internal|Error:/);
}

test("a first start loads the examples, a second one changes nothing", async () => {
  const settings = { PODIUM_DATA: data("twice") };
  const first = await startServer(settings);
  assert.equal((await fetch(`${first.url}/`)).status, 200);
  assert.equal(await first.end("SIGTERM"), 0);
  const loaded = await countsIn("twice");
  assert.equal(loaded["competitions"], 2);
  assert.equal(loaded["comments"], 30);
  const second = await startServer(settings);
  assert.equal((await fetch(`${second.url}/matches/paris-2024/xd/final`)).status, 200);
  assert.equal(await second.end("SIGINT"), 0);
  assert.deepEqual(await countsIn("twice"), loaded);
});

test("who listens on all addresses is told one that answers, and never 0.0.0.0", async () => {
  const server = await startServer({ PODIUM_DATA: data("twice"), HOST: "0.0.0.0" });
  assert.doesNotMatch(server.url, /0\.0\.0\.0/);
  assert.equal((await fetch(`${server.url}/`)).status, 200);
  assert.equal(await server.end("SIGTERM"), 0);
});

test("a stop signal ends within two seconds, whoever is listening or has sent half a request", async () => {
  const server = await startServer({ PODIUM_DATA: data("twice") });
  const stream = await openStream(server.url, ["home"]);
  const half = fetch(`${server.url}/sign-in`, {
    method: "POST",
    duplex: "half",
    headers: { "content-type": "application/json" },
    body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) }),
  }).catch(() => "cut off");
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  const startedMs = performance.now();
  assert.equal(await server.end("SIGTERM"), 0);
  assert.ok(performance.now() - startedMs < 2000);
  await stream.ended;
  await half;
});

test("an empty start holds no competition", async () => {
  const server = await startServer({ PODIUM_DATA: data("empty"), PODIUM_EXAMPLES: "none" });
  assert.equal((await fetch(`${server.url}/`)).status, 200);
  await server.end("SIGTERM");
  assert.equal((await countsIn("empty"))["competitions"], 0);
});

test("a port that is taken", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await assertOneSentence(
    { PODIUM_DATA: data("twice"), PORT: String(port) },
    new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken\\.`),
  );
  taken.close();
});

test("a data folder that cannot be made", async () => {
  writeFileSync(data("a-file"), "");
  await assertOneSentence({ PODIUM_DATA: join(data("a-file"), "below") }, /^The folder .* cannot be written\./);
});

test("a data folder where the database is a folder", async () => {
  mkdirSync(join(data("folder"), "podium.sqlite"), { recursive: true });
  await assertOneSentence({ PODIUM_DATA: data("folder") }, /^The folder .* cannot be written\./);
});

test("a database that is damaged is told, and left as it is", async () => {
  mkdirSync(data("damaged"));
  const path = join(data("damaged"), "podium.sqlite");
  writeFileSync(path, "no database ".repeat(1000));
  await assertOneSentence({ PODIUM_DATA: data("damaged") }, /^The database .* is damaged\. Restore a backup/);
  assert.equal(statSync(path).size, 12_000);
});

test("a folder that another server serves from, until that one ends in any way", async () => {
  const settings = { PODIUM_DATA: data("twice") };
  const first = await startServer(settings);
  await assertOneSentence(settings, /^Another Podium serves from the folder .*twice\. Stop it first/);
  assert.equal((await fetch(`${first.url}/`)).status, 200);
  await first.end("SIGKILL");
  await (await startServer(settings)).end("SIGTERM");
});

test("a database that was emptied or removed beside what is left of an installation", async () => {
  const path = join(data("lost"), "podium.sqlite");
  await (await startServer({ PODIUM_DATA: data("lost") })).end("SIGTERM");
  truncateSync(path);
  await assertOneSentence(
    { PODIUM_DATA: data("lost") },
    /^The database .* is empty or gone, though Podium has served from it\./,
  );
  assert.equal(statSync(path).size, 0);
});

test("a PostgreSQL that does not answer, without its password", async () => {
  const settings = { PODIUM_DATA: data("twice"), DATABASE_URL: "postgresql://podium:secret-word@127.0.0.1:1/podium" };
  await assertOneSentence(
    settings,
    /^PostgreSQL on 127\.0\.0\.1:1 does not answer\. Start it, or mend DATABASE_URL\.$/m,
  );
  assert.doesNotMatch((await startInVain(settings)).stderr, /secret-word/);
});

test("pages that were never built", async () => {
  await assertOneSentence({ PODIUM_DATA: data("twice"), PODIUM_WEB: data("nowhere") }, /^The pages are not built:/);
});

test("an example that contradicts itself is told with its line, and nothing of it stays", async () => {
  mkdirSync(data("broken-examples"));
  writeFileSync(
    join(data("broken-examples"), "broken.json"),
    '{\n"format": "podium-competition/1",\n"competition": 1\n}',
  );
  await assertOneSentence(
    { PODIUM_DATA: data("of-broken-examples"), PODIUM_EXAMPLES: data("broken-examples") },
    /Line 3 \(competition\)/,
  );
  assert.equal((await countsIn("of-broken-examples"))["competitions"], 0);
});

test("a folder of examples that is not there", async () => {
  await assertOneSentence(
    { PODIUM_DATA: data("no-examples"), PODIUM_EXAMPLES: data("nowhere") },
    /^There is no folder .*nowhere\. Name one with PODIUM_EXAMPLES/,
  );
});

test("an address that this machine does not have", async () => {
  await assertOneSentence({ PODIUM_DATA: data("twice"), HOST: "192.0.2.1" }, /192\.0\.2\.1/);
});

test("a setting that is wrong", async () => {
  await assertOneSentence({ PODIUM_DATA: data("twice"), PORT: "eighty" }, /^The setting PORT is wrong:/);
});
