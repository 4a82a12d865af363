import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { LiveMessage } from "@podium/protocol";
import { listen } from "./stream.ts";

/** What a browser offers to listen with, as far as a page uses it. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readonly url: string;
  readyState = 1;
  onopen = () => {};
  onerror = () => {};

  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }

  send(kind: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
  }

  /** The server refused: the browser does not come back by itself. */
  giveUp(): void {
    this.readyState = Stream.CLOSED;
    this.onerror();
  }
}

const received: LiveMessage[] = [];
let missed = 0;
let isThere: boolean | null = null;

beforeEach(() => {
  Stream.opened.length = 0;
  received.length = 0;
  missed = 0;
  mock.timers.enable({ apis: ["setTimeout"] });
  Object.assign(globalThis, { EventSource: Stream, document: { querySelector: () => ({ content: "41" }) } });
});

afterEach(() => mock.timers.reset());

function open(): Stream {
  listen(["match:a/b/c", "thread:t"], {
    onMessage: (message) => received.push(message),
    missed: () => {
      missed += 1;
    },
    connection: (is) => {
      isThere = is;
    },
  });
  return newest();
}

function newest(): Stream {
  return Stream.opened.at(-1) ?? assert.fail("nobody listens");
}

test("a page asks for its topics from where it was read, and hears each message with its kind", () => {
  const stream = open();
  assert.equal(stream.url, "/live?topic=match%3Aa%2Fb%2Fc&topic=thread%3At&since=41");
  stream.send("count", { thread: "t", count: { shown: 3 } });
  assert.deepEqual(received, [{ kind: "count", thread: "t", count: { shown: 3 } }]);
  assert.equal(missed, 0);
});

test("a node that has lost the others says so, and what it tells is live again when it has found them", () => {
  const stream = open();
  stream.onopen();
  stream.send("behind", {});
  assert.equal(isThere, false);
  stream.send("current", {});
  assert.equal(isThere, true);
  assert.deepEqual([Stream.opened.length, missed], [1, 0]);
});

test("a connection that breaks is the browser's to mend; only when told so has the page missed something", () => {
  const stream = open();
  stream.onopen();
  assert.equal(isThere, true);
  stream.readyState = 0;
  stream.onerror();
  assert.equal(isThere, false);
  mock.timers.tick(120_000);
  stream.onopen();
  assert.equal(isThere, true);
  assert.equal(Stream.opened.length, 1);
  assert.equal(missed, 0);
  stream.send("stale", { afterMs: 0 });
  mock.timers.tick(1);
  assert.equal(missed, 1);
});

test("a page that has missed too much waits for its turn before it is read anew", () => {
  const stream = open();
  stream.send("stale", { afterMs: 9_000 });
  mock.timers.tick(8_999);
  assert.equal(missed, 0);
  mock.timers.tick(1);
  assert.equal(missed, 1);
});

test("no turn is longer than half a minute", () => {
  const stream = open();
  stream.send("stale", { afterMs: 3_600_000 });
  mock.timers.tick(30_000);
  assert.equal(missed, 1);
});

test("where the browser gave up it is asked again, later each time and at most a minute or so apart, and the page has missed something", () => {
  open();
  const waits: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const before = Stream.opened.length;
    newest().giveUp();
    let wait = 0;
    for (; Stream.opened.length === before && wait < 100_000; wait += 250) mock.timers.tick(250);
    waits.push(wait);
  }
  for (const [round, wait] of waits.entries()) {
    const usual = Math.min(1000 * 2 ** round, 60_000);
    assert.ok(wait >= usual * 0.75 && wait <= usual * 1.25 + 250, `${round}: ${wait}`);
  }
  assert.equal(missed, 0);
  newest().onopen();
  assert.equal(missed, 1);
  newest().giveUp();
  mock.timers.tick(1500);
  assert.equal(Stream.opened.length, 12, "once open, the next wait is the first again");
});
