import type { Refusal } from "@podium/engine";
import type { DrawPart, EventPart } from "@podium/protocol";
import { answerOfThread } from "../thread.ts";
import type { DrawWish } from "./drawing.ts";

/** Draws as drawnEvent does, in a thread of its own. */
export function drawBeside(event: EventPart, wish: DrawWish): Promise<DrawPart | Refusal> {
  return answerOfThread(new URL("drawing.worker.ts", import.meta.url), { event, wish });
}
