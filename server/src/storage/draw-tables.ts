import type { EventId } from "@podium/engine";

/** The published draw of an event. */
export interface DrawTable {
  event_id: EventId;
  /** The EventPlan as JSON. */
  plan: string;
  /** The knock-out lines and groups as they were given, as JSON. */
  draw: string;
}

/** A draw of an event as it was made. What was taken back stays. `showing` is null once it is published. */
export interface DrawRecordTable {
  event_id: EventId;
  number: number;
  /** The DrawRecord of the file format as JSON. */
  record: string;
  showing: string | null;
}
