import { Worker } from "node:worker_threads";
import type { Refusal } from "@podium/engine";
import type { DrawPart, EventPart } from "@podium/protocol";
import type { DrawWish } from "./drawing.ts";

/** Draws as drawnEvent does, in a thread of its own: a draw of many entries would be a pause for everybody who reads or scores. */
export function drawBeside(event: EventPart, wish: DrawWish): Promise<DrawPart | Refusal> {
  const worker = new Worker(new URL("drawing.worker.ts", import.meta.url), { workerData: { event, wish } });
  const { promise, resolve, reject } = Promise.withResolvers<DrawPart | Refusal>();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("The thread of a draw ended without an answer.")));
  return promise;
}
