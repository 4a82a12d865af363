import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { App } from "../app.ts";
import { readConfig } from "../config.ts";
import { openPodium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import type { EventToDraw } from "./draw-rules.ts";
import { drawThread } from "./drawing-thread.ts";
import { drawPhases, type DrawWish } from "./drawing.ts";
import { personId } from "../storage/codes.ts";

const podium = await openPodium({ ...readConfig({}), dataFolder: "/nowhere" }, openTestDatabase);
const app: App = { ...podium.app, clock: () => 0 };
after(() => podium.close());

function eventOf(size: number): EventToDraw {
  const entries = Array.from({ length: size }, (_, at) => ({
    code: `e${at + 1}`,
    name: `E${at + 1}`,
    association: `A${at % 90}`,
    ...(at < Math.min(32, size / 2) ? { seed: at + 1 } : {}),
  }));
  return { sport: "table-tennis", entries };
}

const wishOf = (size: number): DrawWish => ({
  event: eventOf(size),
  rules: { format: "knock-out" },
  randomness: "2026-05-02",
});

/** Milliseconds of processor time that this thread, which answers requests, spends meanwhile. */
async function costHere<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const before = process.threadCpuUsage();
  const answer = await work();
  const { user, system } = process.threadCpuUsage(before);
  return { answer, ms: (user + system) / 1000 };
}

const [ANN, BOB, CLEO] = [personId("ann"), personId("bob"), personId("cleo")];

test("a draw of 1,024 entries is made in another thread, and is the same draw", async () => {
  const wish = wishOf(1024);
  await drawThread(app, ANN, wishOf(4));
  const { answer, ms } = await costHere(() => drawThread(app, ANN, wish));
  assert.ok(!isRefused(answer));
  assert.deepEqual(answer, drawPhases(wish));
  assert.ok(ms < 80, `${ms} ms of this thread`);
});

test("what the laws refuse comes back as their refusal", async () => {
  assert.deepEqual(await drawThread(app, ANN, wishOf(1)), drawPhases(wishOf(1)));
});

test("a second draw of one person at the same time is refused, and one after it is not", async () => {
  const first = drawThread(app, BOB, wishOf(64));
  const second = await drawThread(app, BOB, wishOf(4));
  assert.equal(isRefused(second) && second.code, "draw-under-way");
  assert.ok(!isRefused(await first));
  assert.ok(!isRefused(await drawThread(app, BOB, wishOf(4))));
});

test("who draws again and again is asked to wait", async () => {
  const codes: unknown[] = [];
  for (let at = 0; at < 14; at += 1) {
    const drawn = await drawThread(app, CLEO, wishOf(1));
    codes.push(isRefused(drawn) ? drawn.code : "drawn");
  }
  assert.equal(codes[0], "too-few-for-a-draw");
  assert.equal(codes.at(-1), "too-often");
});
