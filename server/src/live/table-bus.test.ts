import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import type { LiveMessage } from "@podium/protocol";
import { migrate } from "../storage/migrations.ts";
import { openSqlite } from "../storage/sqlite.ts";
import type { Storage } from "../storage/storage.ts";
import type { LiveBus, LiveEntry } from "./bus.ts";
import { openLive, type Live } from "./live.ts";
import { openTableBus } from "./table-bus.ts";

/** A node: its pages, its bus, and whether it is woken when another one writes. */
interface Node {
  readonly live: Live;
  readonly bus: LiveBus;
}

let storage: Storage;
let nodes: Node[];
let wakeAll: (() => void)[];
let nowMs: number;

beforeEach(async () => {
  storage = await openSqlite(":memory:");
  await migrate(storage);
  nodes = [];
  wakeAll = [];
  nowMs = 1_700_000_000_000;
});

afterEach(async () => {
  for (const { live, bus } of nodes) {
    live.close();
    await bus.close();
  }
  await storage.close();
});

async function startNode({ isWoken = true, database = storage } = {}): Promise<Node> {
  const live = openLive(nowMs);
  const bus = await openTableBus({
    live,
    otherNodes: {
      get db() {
        return database.db;
      },
      onWrite: (listener) => void (isWoken && wakeAll.push(listener)),
    },
    clock: () => nowMs,
  });
  const node = { live, bus };
  nodes.push(node);
  return node;
}

/** What a unit of work at a node tells, to the end of its answer. */
async function act(node: Node, ...entries: readonly LiveEntry[]): Promise<void> {
  const tellPages = await storage.db.transaction().execute((db) => node.bus.take(db, entries));
  wakeAll.forEach((wake) => wake());
  await tellPages();
}

function published(topic: string, { thread = topic, about }: { thread?: string; about?: string } = {}): LiveEntry {
  const count = { posted: 1, shown: 1, removed: 0, deleted: 0, held: 0 };
  const message: LiveMessage = { kind: "count", thread, count };
  return { kind: "published", topics: [topic], message, about };
}

function textsStored(): Promise<string[]> {
  return storage.db
    .selectFrom("live_messages")
    .select("message")
    .orderBy("id")
    .execute()
    .then((rows) => rows.map(({ message }) => message ?? ""));
}

test("what a unit tells at one node has one number, known at every node; its own pages know it before it is answered", async () => {
  const [one, other] = [await startNode(), await startNode()];
  await act(one, published("thread:a"), published("thread:b"));
  const number = one.live.versionOf("thread:b");
  assert.equal(one.live.versionOf("thread:a"), number - 1);
  await other.bus.reach(number);
  assert.deepEqual(
    ["thread:a", "thread:b"].map(other.live.versionOf),
    ["thread:a", "thread:b"].map(one.live.versionOf),
  );
  await act(other, { kind: "invalidated", topics: ["home"] });
  await one.bus.reach(number + 1);
  assert.equal(one.live.versionOf("home"), number + 1);
});

test("a unit that is taken back tells nobody anything", async () => {
  const [one, other] = [await startNode(), await startNode()];
  await assert.rejects(
    storage.db.transaction().execute(async (db) => {
      await one.bus.take(db, [published("thread:a")]);
      throw new Error("half way");
    }),
    /half way/,
  );
  await act(one, published("thread:b"));
  await other.bus.reach(one.live.lastId());
  assert.equal(other.live.versionOf("thread:a"), 0);
  assert.notEqual(other.live.versionOf("thread:b"), 0);
});

test("a node that nothing wakes finds by itself what the others told, however much it is", async () => {
  const [one, deaf] = [await startNode(), await startNode({ isWoken: false })];
  const many = Array.from({ length: 1200 }, (_, index) => published(`thread:${index}`));
  for (let from = 0; from < many.length; from += 100) await act(one, ...many.slice(from, from + 100));
  for (let wait = 0; deaf.live.lastId() < one.live.lastId(); wait += 1) {
    assert.ok(wait < 400, "it did not look");
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  assert.equal(deaf.live.versionOf("thread:1199"), one.live.versionOf("thread:1199"));
  assert.equal(deaf.live.versionOf("elsewhere"), 0, "nothing was lost, so what is cached of the rest still holds");
});

test("a unit may tell of more than one statement can hold", async () => {
  const one = await startNode();
  await act(one, ...Array.from({ length: 14_000 }, (_, index) => published(`thread:${index}`)));
  assert.equal(one.live.versionOf("thread:13999"), one.live.lastId());
});

test("a node that starts later goes on with the numbers, and knows what was told last", async () => {
  const one = await startNode();
  await act(one, published("thread:a"));
  const later = await startNode();
  assert.equal(later.live.lastId(), one.live.lastId());
  assert.equal(later.live.versionOf("thread:a"), one.live.versionOf("thread:a"));
});

test("what is told of one thing takes the place of what was told of it before, in the table too", async () => {
  const one = await startNode();
  await act(one, published("thread:a", { thread: "first-words", about: "comment:1" }));
  await act(one, published("thread:a", { thread: "others-words", about: "comment:2" }));
  await act(one, published("thread:a", { thread: "taken-back", about: "comment:1" }));
  const texts = (await textsStored()).join("\n");
  assert.doesNotMatch(texts, /first-words/);
  assert.match(texts, /others-words/);
});

test("messages are stored for minutes; a node that was away for longer forgets what it holds, and says so to its pages", async () => {
  const one = await startNode();
  const [away] = [await startNode({ isWoken: false })];
  await act(one, published("thread:old"));
  await away.bus.reach(one.live.lastId());
  // All that is told while it sleeps, and the deleting of it, comes in one unit of another process.
  await storage.db.transaction().execute(async (db) => {
    const told = Array.from({ length: 70 }, (_, index) => published(`thread:${index}`));
    await one.bus.take(db, told);
    nowMs += 11 * 60_000;
    await one.bus.take(db, [...told, published("thread:new")]);
  });
  assert.ok((await textsStored()).length <= 71);
  await act(one, published("thread:newest"));
  await away.bus.reach(one.live.lastId());
  assert.notEqual(away.live.versionOf("elsewhere"), 0);
  assert.equal(away.live.lastId(), one.live.lastId());
});

test("a node that cannot read what the others tell knows that what it holds may be old, and says so to its open pages, until it can again", async () => {
  let isAway = false;
  const database = new Proxy(storage, {
    get: (real, name) => {
      if (isAway) throw new Error("the database is away");
      return Reflect.get(real, name, real);
    },
  });
  const node = await startNode({ isWoken: false, database });
  assert.ok(node.bus.isCurrent());
  const heard: boolean[] = [];
  node.live.sayCurrent = (isCurrent) => void heard.push(isCurrent);
  isAway = true;
  await until(() => !node.bus.isCurrent());
  await until(() => heard.length === 1);
  isAway = false;
  await until(() => node.bus.isCurrent());
  await until(() => heard.length === 2);
  assert.deepEqual(heard, [false, true]);
});

async function until(isSo: () => boolean): Promise<void> {
  for (let wait = 0; !isSo(); wait += 1) {
    assert.ok(wait < 1000, "it did not come to be so");
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
