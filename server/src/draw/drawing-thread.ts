import { type PersonId, type Refusal, refuse } from "@podium/engine";
import type { ProvenDraw } from "@podium/protocol";
import { stateIn, type App } from "../app.ts";
import { admitHere } from "../people/pacing.ts";
import { answerOfThread } from "../thread.ts";
import type { DrawWish } from "./drawing.ts";

/** Draws of one person: a few at once, then one in some seconds. */
const DRAWS_PACE = { everyMs: 5_000, burst: 12 };
const THREADS_MAX = 2;
const LONGEST_MS = 60_000;

/** Who has a draw made now. */
const drawing = { make: () => new Set<string>() };

/**
 * Draws as drawPhases does, in a thread of its own: a draw of many entries would be a pause for everybody who reads or scores.
 * Refuses `draw-under-way` while another draw of the same person is made, or too many of others, and `too-often`.
 */
export async function drawThread(app: App, who: PersonId, wish: DrawWish): Promise<readonly ProvenDraw[] | Refusal> {
  const underWay = stateIn(app, drawing);
  if (underWay.has(who) || underWay.size >= THREADS_MAX)
    return refuse("draw-under-way", "Another draw is being made just now. Wait for its end; nothing was drawn.");
  const admitted = admitHere(app, DRAWS_PACE, [`draws of ${who}`]);
  if (admitted !== true) return admitted;
  underWay.add(who);
  try {
    return await drawInThread(wish);
  } finally {
    underWay.delete(who);
  }
}

const TOO_LONG = refuse(
  "draw-too-long",
  "This draw takes too long to be made here: it has too many seeds and entries.",
);

function drawInThread(wish: DrawWish): Promise<readonly ProvenDraw[] | Refusal> {
  const late = { afterMs: LONGEST_MS, answer: TOO_LONG };
  return answerOfThread<readonly ProvenDraw[] | Refusal>(new URL("drawing.worker.ts", import.meta.url), wish, late);
}
