import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type LogEntry } from "@podium/engine";
import { transact } from "../app.ts";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";
import { openStream, type OpenedStream, type StreamEvent } from "../live/stream.testing.ts";
import { recordLines } from "./matches.ts";
import { matchId } from "../storage/codes.ts";

const MATCH = matchId("club-championship-2026/os/sf-1");
const RALLY_BYTES_MAX = 250;
const SCORE_BYTES_MAX = 150;

let here: Installation;
let page: OpenedStream;
let list: OpenedStream;

before(async () => {
  here = await install({ examples: [] });
  const competition = {
    id: "club-championship-2026",
    title: { en: "Club championship", ko: "클럽 선수권 대회" },
    zone: "UTC",
    from: "2026-05-02",
    to: "2026-05-03",
  };
  const draw = { lines: ["e1", "e2", "e3", "e4"] };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, bestOf: 7 }, { competition })));
  page = await openStream(here.url, [`match:${MATCH}`]);
  list = await openStream(here.url, ["event:club-championship-2026/os"]);
});

after(async () => {
  page.close();
  list.close();
  await here.close();
});

let length = 0;

async function record(...entries: readonly LogEntry[]): Promise<void> {
  const lines = entries.map((entry) => ({ entry }));
  const recorded = await transact(here.app, null, (unit) => recordLines(unit, MATCH, { after: length, lines }));
  assert.ok(!isRefused(recorded), JSON.stringify(recorded));
  length = recorded.length;
}

function bytesOf({ id, event, data }: StreamEvent): number {
  return Buffer.byteLength(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
}

const rally = (winner: "home" | "away"): LogEntry => ({ kind: "rally", winner });

test("the first service is told in full: the match begins", async () => {
  await record({ kind: "service", server: "home1", receiver: "away1" });
  for (const stream of [page, list]) {
    const told = await stream.next();
    assert.equal(told.event, "match");
    assert.deepEqual(Object.keys(JSON.parse(told.data)), ["match"]);
    assert.equal(JSON.parse(told.data).match.status, "live");
  }
});

test("a rally is told in a few bytes, as many at the 200th as at the first, and its version is the next one", async () => {
  await record(rally("home"));
  const first = await page.next();
  assert.equal(first.event, "rally");
  assert.deepEqual(JSON.parse(first.data), {
    match: MATCH,
    version: 2,
    game: 1,
    score: [1, 0],
    won: [0, 0],
    by: "home",
    server: "home1",
    receiver: "away1",
  });
  assert.equal((await list.next()).event, "score");
  let version = 2;
  for (let played = 2; played <= 200; played += 1) {
    await record(rally(played % 2 === 0 ? "away" : "home"));
    const [own, listed] = [await page.next(), await list.next()];
    version += 1;
    assert.deepEqual([own.event, JSON.parse(own.data).version], ["rally", version]);
    assert.deepEqual([listed.event, JSON.parse(listed.data).version], ["score", version]);
    assert.ok(bytesOf(own) <= RALLY_BYTES_MAX, `${bytesOf(own)} bytes: ${own.data}`);
    assert.ok(bytesOf(listed) <= SCORE_BYTES_MAX, `${bytesOf(listed)} bytes: ${listed.data}`);
  }
  const names = /P1|P2|클럽/;
  assert.doesNotMatch(first.data, names);
});

test("what else happens is told in full: a time-out, a rally taken back", async () => {
  for (const entry of [{ kind: "time-out", side: "home" }, { kind: "undo" }, { kind: "undo" }] as const) {
    await record(entry);
    assert.equal((await page.next()).event, "match", entry.kind);
    assert.equal((await list.next()).event, "match", entry.kind);
  }
});

test("lines that come together are told once, in full: the pages have missed what was between them", async () => {
  const { event, data } = await told(rally("home"), rally("home"));
  assert.deepEqual([event, JSON.parse(data).match.version], ["match", length]);
  assert.equal((await told(rally("home"), { kind: "undo" }, rally("away"))).event, "match");
});

async function told(...entries: readonly LogEntry[]): Promise<StreamEvent> {
  await record(...entries);
  await list.next();
  return page.next();
}
