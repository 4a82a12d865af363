import assert from "node:assert/strict";
import { createServer, get, type ClientRequest } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import { after, afterEach, before, test } from "node:test";
import type { LiveMessage } from "@podium/protocol";
import { openLive, takeTurns, type Live } from "./live.ts";

const STARTED_MS = 1_700_000_000_000;
const COUNT = { posted: 1, shown: 1, removed: 0, deleted: 0, held: 0 };

let live: Live = openLive(STARTED_MS);
const server = createServer((request, response) => {
  const query = new URL(request.url ?? "", "http://here").searchParams;
  live.subscribe(request, response, {
    topics: query.getAll("topic"),
    since: query.has("since") ? Number(query.get("since")) : null,
    mayStill: null,
  });
});
let port = 0;
const open = new Set<ClientRequest | Socket>();

before(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  for (const page of open) page.destroy();
  open.clear();
  live.close();
  live = openLive(STARTED_MS);
});

after(() => {
  live.close();
  server.close();
});

test("a page is told that its node is behind, also when it comes then, and that it is not any more", async () => {
  const page = await openPage(["home"]);
  live.sayCurrent(false);
  await page.until("event: behind");
  const later = await openPage(["home"]);
  await later.until("event: behind");
  live.sayCurrent(true);
  for (const one of [page, later]) await one.until("event: current");
});

interface LivePageFile {
  /** Each piece as it came from the socket. */
  readonly pieces: string[];
  /** What came, without the heartbeats, which go out by the clock. */
  text(): string;
  /** Waits until the words have come. */
  until(words: string): Promise<void>;
  readonly ended: Promise<void>;
}

const HEARTBEAT = /^:\n\n/gm;

/** Opens the stream over a real socket, as a browser does. */
async function openPage(
  topics: readonly string[],
  lastEventId?: number | string,
  since?: number,
): Promise<LivePageFile> {
  const pieces: string[] = [];
  const query = new URLSearchParams(topics.map((topic) => ["topic", topic]));
  if (since !== undefined) query.set("since", String(since));
  const { promise: opened, resolve: isOpen } = Promise.withResolvers<void>();
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<void>();
  const request = get(
    {
      port,
      path: `/live?${query}`,
      headers: lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) },
    },
    (response) => {
      assert.equal(response.headers["content-type"], "text/event-stream; charset=utf-8");
      assert.equal(
        response.headers["transfer-encoding"],
        undefined,
        "raw bytes go to every socket, so nothing is cut into chunks",
      );
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        pieces.push(piece);
        isOpen();
      });
      response.on("close", hasEnded);
    },
  );
  request.on("error", () => hasEnded());
  open.add(request);
  await opened;
  const text = () => pieces.join("").replaceAll(HEARTBEAT, "");
  const until = async (words: string) => {
    for (let wait = 0; !text().includes(words); wait += 1) {
      assert.ok(wait < 400, `"${words}" did not come; what came: ${text()}`);
      await pause(5);
    }
  };
  return { pieces, text, until, ended };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function comment(thread: string): LiveMessage {
  return { kind: "count", thread, count: COUNT };
}

function events(page: LivePageFile): string[] {
  return [...page.text().matchAll(/"thread":"([^"]+)"/g)].map((match) => match[1] ?? "");
}

test("a message has its number, its kind and its data, and reaches who listens to one of its topics", async () => {
  const page = await openPage(["thread:a", "home"]);
  const other = await openPage(["thread:b"]);
  live.publish(["thread:a"], comment("first"));
  await page.until("first");
  assert.ok(
    page
      .text()
      .includes(
        `id: ${live.lastId()}\nevent: count\ndata: {"thread":"first","count":{"posted":1,"shown":1,"removed":0,"deleted":0,"held":0}}\n\n`,
      ),
  );
  live.publish(["thread:b"], comment("second"));
  await other.until("second");
  assert.deepEqual(events(page), ["first"]);
  assert.deepEqual(events(other), ["second"]);
});

test("who listens to two topics of one message hears it once", async () => {
  const page = await openPage(["thread:a", "home"]);
  live.publish(["thread:a", "home"], comment("once"));
  live.publish(["home"], comment("last"));
  await page.until("last");
  assert.deepEqual(events(page), ["once", "last"]);
});

test("what is told in one turn comes joined and in order, each reader his own", async () => {
  const page = await openPage(["thread:a"]);
  const both = await openPage(["thread:a", "thread:b"]);
  for (let at = 0; at < 50; at += 1) live.publish([at % 2 === 0 ? "thread:a" : "thread:b"], comment(`m${at}`));
  await page.until("m48");
  await both.until("m49");
  assert.deepEqual(
    events(page),
    Array.from({ length: 25 }, (_, at) => `m${at * 2}`),
  );
  assert.deepEqual(
    events(both),
    Array.from({ length: 50 }, (_, at) => `m${at}`),
  );
  assert.ok(page.pieces.length <= 3, `one write for one turn, not ${page.pieces.length}`);
});

test("a page that comes back is told what it missed, and only of its topics", async () => {
  live.publish(["thread:a"], comment("before"));
  const lastSeen = live.lastId();
  live.publish(["thread:a"], comment("missed"));
  live.publish(["thread:b"], comment("of others"));
  live.publish(["thread:a"], comment("missed too"));
  await pause(20);
  const page = await openPage(["thread:a"], lastSeen);
  await page.until("missed too");
  assert.deepEqual(events(page), ["missed", "missed too"]);
});

test("what was told in the turn in which a page comes back reaches it once", async () => {
  const lastSeen = live.lastId();
  const arriving = openPage(["thread:a"], lastSeen);
  for (let turn = 0; live.listeners() === 0; turn += 1) {
    live.publish(["thread:a"], comment(`t${turn}`));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  live.publish(["thread:a"], comment("end"));
  const page = await arriving;
  await page.until("end");
  const received = events(page);
  assert.deepEqual(received, [...new Set(received)]);
  assert.equal(received[0], "t0");
});

test("a page that missed nothing is told nothing", async () => {
  live.publish(["thread:a"], comment("seen"));
  await pause(10);
  const page = await openPage(["thread:a"], live.lastId());
  await pause(20);
  assert.equal(page.text(), `retry: 2000\nid: ${live.lastId()}\n\n`);
});

test("a stream begins where its page was read, so that nothing falls between", async () => {
  const readAt = live.lastId();
  live.publish(["thread:a"], comment("meanwhile"));
  const page = await openPage(["thread:a"], undefined, readAt);
  await page.until("meanwhile");
  assert.deepEqual(events(page), ["meanwhile"]);
});

test("a page kept for long has missed nothing while nothing it shows was told", async () => {
  live.publish(["thread:a"], comment("shown"));
  const readAt = live.lastId();
  for (let at = 0; at < 600; at += 1) live.publish(["home"], comment(`m${at}`));
  await pause(10);
  const page = await openPage(["thread:a"], undefined, readAt);
  await pause(20);
  assert.equal(page.text(), `retry: 2000\nid: ${live.lastId()}\n\n`);
});

test("what a page saw last counts more than when it was read", async () => {
  const readAt = live.lastId();
  live.publish(["thread:a"], comment("seen"));
  const page = await openPage(["thread:a"], live.lastId(), readAt);
  await pause(20);
  assert.deepEqual(events(page), []);
});

test("a page that was away for too long, or for a restart, is told to read itself anew", async () => {
  for (let at = 0; at < 600; at += 1) live.publish(["home"], comment(`m${at}`));
  await pause(10);
  const ofAnEarlierProcess = (STARTED_MS - 1) * 1000 + 5;
  for (const lost of [live.lastId() - 599, ofAnEarlierProcess, live.lastId() + 1, 0, -1]) {
    const page = await openPage(["home"], lost);
    await page.until("event: stale");
    assert.deepEqual(events(page), [], String(lost));
    assert.ok(page.text().includes(`id: ${live.lastId()}\n`), "from here on it follows again");
  }
  const page = await openPage(["home"], live.lastId() - 511);
  await page.until("m599");
  assert.equal(events(page).length, 511);
});

test("pages that all come back after a start are read anew one after another, the first at once", async () => {
  const begun = performance.now();
  const pages = await Promise.all(Array.from({ length: 200 }, () => openPage(["home"], 5)));
  await Promise.all(pages.map((page) => page.until("event: stale")));
  const passedMs = performance.now() - begun;
  const turns = pages.map((page) => Number(/"afterMs":(\d+)/.exec(page.text())?.[1]));
  assert.equal(Math.min(...turns), 0);
  assert.ok(Math.max(...turns) + passedMs > 199 * 5 - 1, `${Math.max(...turns)} ms after ${passedMs} ms`);
});

test("nobody waits longer than half a minute, however many ask", () => {
  const turnMs = takeTurns();
  const turns = Array.from({ length: 10_000 }, () => turnMs());
  assert.equal(turns[0], 0);
  assert.ok(Math.max(...turns) > 29_000 && Math.max(...turns) <= 30_000, `${Math.max(...turns)} ms`);
});

test("what nobody was there to hear makes a page that comes back read itself anew", async () => {
  live.publish(["home"], comment("heard"));
  const lastSeen = live.lastId();
  live.invalidate(["home"]);
  const page = await openPage(["home"], lastSeen);
  await page.until("event: stale");
});

test("of what changed since it was told, who comes back is told the newest words only, in the old place", async () => {
  const readAt = live.lastId();
  live.publish(["thread:a"], comment("first words"), { about: "comment:a" });
  live.publish(["thread:a"], comment("an answer"), { about: "comment:b" });
  live.publish(["thread:a"], comment("a count"));
  live.publish(["thread:a"], comment("newest words"), { about: "comment:a" });
  for (const [lastEventId, since] of [
    [undefined, readAt],
    [readAt, undefined],
  ] as const) {
    const page = await openPage(["thread:a"], lastEventId, since);
    await page.until("a count");
    assert.deepEqual(events(page), ["newest words", "an answer", "a count", "newest words"]);
  }
});

test("a number that is none is no number: the page begins with now", async () => {
  live.publish(["home"], comment("old"));
  await pause(10);
  const page = await openPage(["home"], "'; drop table facts");
  assert.equal(page.text(), `retry: 2000\nid: ${live.lastId()}\n\n`);
});

test("a running score counts as a change, and not where running scores are left aside", () => {
  const score = { kind: "score", match: "a", version: 3, game: 1, score: [3, 2], won: [0, 0] } as const;
  live.publish(["home"], score);
  assert.deepEqual([live.versionOf("home"), live.versionButScores("home")], [live.lastId(), 0]);
  live.publish(["home"], { kind: "count", thread: "a", count: COUNT });
  assert.equal(live.versionButScores("home"), live.lastId());
  live.publish(["home"], score);
  live.invalidate(["home"]);
  assert.equal(live.versionButScores("home"), live.lastId());
});

test("the version of a topic rises with what is told under it, and of no other", () => {
  const versions = () => ["home", "thread:a", "thread:b"].map((topic) => live.versionOf(topic));
  assert.deepEqual(versions(), [0, 0, 0]);
  live.publish(["home", "thread:a"], comment("a"));
  live.invalidate(["home"]);
  const told = STARTED_MS * 1000 + 1;
  assert.deepEqual(versions(), [told + 1, told, 0]);
});

test("listeners are counted while they are there, however they go", async () => {
  await Promise.all([openPage(["home"]), openPage(["home", "thread:a"]), openPage(["thread:b"])]);
  assert.equal(live.listeners(), 3);
  const [one, ...others] = open;
  one?.destroy();
  for (let wait = 0; live.listeners() > 2 && wait < 200; wait += 1) await pause(5);
  assert.equal(live.listeners(), 2);
  for (const page of others) page.destroy();
  for (let wait = 0; live.listeners() > 0 && wait < 200; wait += 1) await pause(5);
  assert.equal(live.listeners(), 0);
  live.publish(["home"], comment("to nobody"));
});

test("a reader who does not read is cut off; the others hear everything", async () => {
  const reader = await openPage(["home"]);
  const slow = connect(port, "127.0.0.1", () => slow.write("GET /live?topic=home HTTP/1.1\r\nhost: here\r\n\r\n"));
  slow.on("error", () => {});
  slow.pause();
  open.add(slow);
  for (let wait = 0; live.listeners() < 2 && wait < 200; wait += 1) await pause(5);
  const long = "x".repeat(100_000);
  for (let at = 0; at < 400 && live.listeners() > 1; at += 1) {
    live.publish(["home"], comment(`${at} ${long}`));
    await pause(1);
  }
  assert.equal(live.listeners(), 1);
  live.publish(["home"], comment("still here"));
  await reader.until("still here");
});

test("closing ends every stream", async () => {
  const pages = await Promise.all([openPage(["home"]), openPage(["thread:a"])]);
  live.close();
  await Promise.all(pages.map((page) => page.ended));
  for (let wait = 0; live.listeners() > 0 && wait < 200; wait += 1) await pause(5);
  assert.equal(live.listeners(), 0);
});

test("heartbeats go out a share at a time, and once in twenty seconds to everybody", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  live.close();
  live = openLive(STARTED_MS);
  const pages: LivePageFile[] = [];
  for (let page = 0; page < 10; page += 1) pages.push(await openPage(["home"]));
  const beats = () =>
    pages.reduce(
      (sum, page) =>
        sum +
        page.pieces
          .join("")
          .split("\n")
          .filter((line) => line === ":").length,
      0,
    );
  const before = beats();
  for (let step = 0; step < 100; step += 1) t.mock.timers.tick(200);
  for (let wait = 0; beats() - before < 10 && wait < 400; wait += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  assert.equal(beats() - before, 10);
  t.mock.timers.tick(200);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  assert.ok(beats() - before <= 11, "one share holds one of ten listeners at most");
});
