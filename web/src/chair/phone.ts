import { type Outbox, unsentCount } from "../client/outbox.ts";
import type { SayChair } from "./voice.ts";

/** What the script adds to the page: the outbox, and what the umpire answers to it. */
export interface Phone {
  readonly box: Outbox;
  /** Whether the last attempt to send came through. */
  readonly connected: boolean;
  /** Whether lines survive when the page is closed. */
  readonly kept: boolean;
  /** How long play has stood still; null while it goes on. */
  readonly stoppedForMs: number | null;
  readonly acknowledge: () => void;
  readonly addContested: () => void;
  readonly dropContested: () => void;
}

/** The state of the network as a word: "sent", "3 waiting". */
export function networkWord({ box, connected }: Phone, say: SayChair): string {
  const count = unsentCount(box);
  if (count === 0) return say("chair.sent");
  if (box.contest !== null || box.closed !== null) return say("chair.held", { count });
  return say(connected ? "chair.sending" : "chair.waiting", { count });
}
