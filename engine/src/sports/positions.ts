import type { Seat } from "../sides.ts";

/** Who serves, and who receives. */
export interface Service {
  readonly server: Seat;
  readonly receiver: Seat;
}

/** A half of a side's court, as its players see it. */
export type Court = "right" | "left";

/** Whether the first or the second of a pair serves, where both do before the service goes over. */
export type ServerNumber = 1 | 2;

/** An end of the table, as the umpire sees it. */
export type End = "left" | "right";
