import { type Outbox, unsentCount } from "../client/outbox.ts";
import type { TranslateChair } from "./translation.ts";

/** What the script adds to the page: the outbox, and what the umpire answers to it. */
export interface Phone {
  readonly box: Outbox;
  /** Whether the last attempt to send came through. */
  readonly connected: boolean;
  /** Whether lines survive when the page is closed. */
  readonly stored: boolean;
  /** How long play has stood still; null while it goes on. */
  readonly stoppedForMs: number | null;
  readonly acknowledge: () => void;
  readonly addConflicting: () => void;
  readonly dropConflicting: () => void;
}

/** The state of the network as a word: "sent", "3 waiting". */
export function networkWord({ box, connected }: Phone, t: TranslateChair): string {
  const count = unsentCount(box);
  if (count === 0) return t("chair.sent");
  if (box.conflict !== null || box.closed !== null) return t("chair.held", { count });
  return t(connected ? "chair.sending" : "chair.waiting", { count });
}
