import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { isRefused, type LogEntry, type MatchId } from "@podium/engine";
import { transact } from "../app.ts";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";
import { recordLines } from "./matches.ts";
import { matchId } from "../storage/codes.ts";

let here: Installation;

beforeEach(async () => {
  here = await install({ examples: [] });
  await load(here.app, JSON.stringify(smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] } })));
});

afterEach(() => here.close());

const SERVE: LogEntry = { kind: "service", server: "home1" };
const LET: LogEntry = { kind: "let" };
const UNDO: LogEntry = { kind: "undo" };
const NOT_NOW: LogEntry = { kind: "time-out-ended" };
const strike = (index: number): LogEntry => ({ kind: "void", index, reason: "wrong side" });

async function chairOf(match: string): Promise<string> {
  const { text } = await play(here, {
    name: match,
    method: "POST",
    path: `/desk/matches/cup/os/${match}/chair`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-issued"] },
  });
  return JSON.parse(text).chairHref;
}

/** Writes lets until the log of a match has so many lines. */
async function lengthen(match: MatchId, length: number): Promise<void> {
  const lines = Array.from({ length }, (_, at) => ({ entry: at === 0 ? SERVE : LET }));
  const recorded = await transact(here.app, null, (unit) => recordLines(unit, match, { after: 0, lines }));
  assert.ok(!isRefused(recorded));
}

async function send(chair: string, from: number, entries: readonly LogEntry[]): Promise<Response> {
  const lines = entries.map((entry, at) => ({ id: `line-${from}-${at}`, entry }));
  return fetch(`${here.url}${chair}/log`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ after: from, lines }),
  });
}

test("a chair that writes without end is told to wait, what is refused counted in; another chair is not", async () => {
  const chair = await chairOf("sf-1");
  const answers: number[] = [];
  for (let tries = 0; tries < 125; tries += 1) answers.push((await send(chair, 0, [SERVE, NOT_NOW])).status);
  assert.deepEqual([...new Set(answers.slice(0, 120))], [422]);
  assert.deepEqual([...new Set(answers.slice(120))], [429]);
  const refused = await send(chair, 0, [SERVE]);
  assert.equal(refused.headers.get("retry-after"), "1");
  assert.match(await refused.text(), /Try again in 1 s; nothing was lost\./);
  assert.equal((await send(await chairOf("sf-2"), 0, [SERVE])).status, 200);
  here.at.ms += 1_000;
  assert.equal((await send(chair, 0, [SERVE])).status, 200);
});

test("a log of any length goes in at once after an hour without a network", async () => {
  const chair = await chairOf("sf-1");
  for (let from = 0; from < 2_000; from += 500) {
    const entries = Array.from({ length: 500 }, (_, at): LogEntry => (from + at === 0 ? SERVE : LET));
    assert.equal((await send(chair, from, entries)).status, 200, `${from}`);
  }
});

test("the next rally waits neither for lines that were sent again nor for a long correction", async () => {
  const chair = await chairOf("sf-1");
  const whole = Array.from({ length: 500 }, (_, at): LogEntry => (at === 0 ? SERVE : LET));
  for (let again = 0; again < 40; again += 1) {
    assert.equal((await send(chair, 0, whole)).status, 200, `sent for the ${again + 1}. time`);
    here.at.ms += 250;
  }
  await lengthen(matchId("cup/os/sf-2"), 2_000);
  const other = await chairOf("sf-2");
  const early = [strike(1), UNDO, strike(1), UNDO, strike(1), UNDO, strike(1), UNDO, strike(1), UNDO];
  assert.equal((await send(other, 2_000, early)).status, 200);
  for (let rally = 0; rally < 10; rally += 1)
    assert.equal((await send(other, 2_010 + rally, [LET])).status, 200, `rally ${rally + 1}`);
  assert.equal((await send(other, 2_020, [strike(1), UNDO])).status, 429, "another long correction waits");
});

test("corrections that end in a refusal read the log of their match once, and are paid for by the lines they tell again", async () => {
  await lengthen(matchId("cup/os/sf-1"), 2_000);
  const chair = await chairOf("sf-1");
  here.app.replays.matches.clear();
  const pairs = Array.from({ length: 249 }, () => [LET, UNDO]).flat();
  assert.equal((await send(chair, 2_000, [...pairs, NOT_NOW])).status, 422);
  assert.ok(here.app.replays.matches.has("cup/os/sf-1"));
  const early = [strike(1), UNDO, strike(1), UNDO, strike(1), UNDO, NOT_NOW];
  assert.equal((await send(chair, 2_000, early)).status, 422);
  assert.equal((await send(chair, 2_000, early)).status, 429);
  here.at.ms += 60_000;
  assert.equal((await send(chair, 2_000, early)).status, 422);
});

test("nobody has the whole of a long log told again hundreds of times in one piece", async () => {
  await lengthen(matchId("cup/os/sf-1"), 2_000);
  const chair = await chairOf("sf-1");
  const refused = await send(chair, 2_000, Array.from({ length: 249 }, () => [strike(1), UNDO]).flat());
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /corrections-too-many/);
});
