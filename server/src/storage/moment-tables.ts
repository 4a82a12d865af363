import type { EventId } from "@podium/engine";

/** A ceremony as it stands. */
export interface CeremonyTable {
  event_id: EventId;
  /** 1, 2, 3 ...: a correction may call for another. */
  number: number;
  /** JSON: the medals it was prepared for. */
  awards: string;
  /** JSON: its steps, each with its instant. */
  steps: string;
  /** 1, 2, 3 ... with each step and each that is taken back. */
  version: number;
}
