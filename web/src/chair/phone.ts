import type { PhoneLimits } from "./phone-limits.ts";
import type { ReturnCount } from "./returns.ts";
import type { Clock } from "./stoppage.ts";
import { notesToSend, type WaitingNote } from "../client/notes.ts";
import { type Outbox, unsentCount } from "../client/outbox.ts";
import type { TranslateChair } from "./translation.ts";

/** What the script adds to the page: the outbox, and what the umpire answers to it. */
export interface Phone {
  readonly box: Outbox;
  /** Whether the server was there when it was last asked or heard. */
  readonly connected: boolean;
  /** Whether lines survive when the page is closed. */
  readonly stored: boolean;
  /** The clock of the stoppage that play waits for, or of the warm-up; null while there is none. */
  readonly clock: Clock | null;
  /** Begins the warm-up, which no log records; null where the laws give none, and once it runs. */
  readonly startWarmUp: (() => void) | null;
  /** The returns of the rally in progress, which are counted under expedite; null else. */
  readonly returns: ReturnCount | null;
  /** What this phone lacks at this address; null when nothing. */
  readonly limits: PhoneLimits | null;
  /** Whether that was read on this phone. */
  readonly knowsLimits: boolean;
  readonly readLimits: () => void;
  readonly acknowledge: () => void;
  /** What the umpire noted beside the play, as far as it was not sent. */
  readonly notes: readonly WaitingNote[];
  readonly dropNote: (id: string) => void;
  /** How many lines the referee was handed. */
  readonly handedIn: number;
  /** Leaves what is in conflict to the referee. */
  readonly handIn: () => void;
  readonly addConflicting: () => void;
  readonly dropConflicting: () => void;
}

/** The state of the network as a word: "sent", "3 waiting". */
export function networkWord({ box, connected, notes }: Phone, t: TranslateChair): string {
  const count = unsentCount(box) + notesToSend(notes).length;
  if (count === 0) return t(connected ? "chair.sent" : "chair.disconnected");
  if (box.conflict !== null || box.closed !== null) return t("chair.held", { count });
  return t(connected ? "chair.sending" : "chair.waiting", { count });
}
