import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import type { EventPart } from "@podium/protocol";
import { drawBeside } from "./drawing-thread.ts";
import { drawnEvent, type DrawWish } from "./drawing.ts";

const WISH: DrawWish = { format: "knock-out", bronzeMatch: false, randomness: "2026-05-02" };

function eventOf(size: number): EventPart {
  const entries = Array.from({ length: size }, (_, at) => ({
    code: `e${at + 1}`,
    players: [`p${at + 1}`],
    association: `A${at % 90}`,
    ...(at < 32 ? { seed: at + 1 } : {}),
  }));
  return { code: "ms", title: { en: "Singles" }, kind: "singles", bestOf: 5, entries } as EventPart;
}

/** Milliseconds of processor time that this thread, which answers requests, spends meanwhile. */
async function costHere<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const before = process.threadCpuUsage();
  const answer = await work();
  const { user, system } = process.threadCpuUsage(before);
  return { answer, ms: (user + system) / 1000 };
}

test("a draw of 1,024 entries is made in another thread, and is the same draw", async () => {
  const event = eventOf(1024);
  await drawBeside(eventOf(4), WISH);
  const { answer, ms } = await costHere(() => drawBeside(event, WISH));
  assert.ok(!isRefused(answer));
  assert.deepEqual(answer, drawnEvent(event, WISH));
  assert.ok(ms < 50, `${ms} ms of this thread`);
});

test("what the laws refuse comes back as their refusal", async () => {
  assert.deepEqual(await drawBeside(eventOf(1), WISH), drawnEvent(eventOf(1), WISH));
});
