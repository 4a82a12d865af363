import type { MatchId, PersonId, Side } from "@podium/engine";

/** What the steered screens of a competition show: `tables`, `ceremony:os`. */
export interface HallScreenTable {
  competition_id: string;
  shows: string;
}

/** What a day of a competition was planned with, as JSON: tables, hours, rest, lengths. */
export interface DayPlanTable {
  competition_id: string;
  day: string;
  settings: string;
}

/** What a phone told of a match that its log went on without. */
export interface ForkTable {
  id: string;
  match_id: MatchId;
  /** Null for what was handed in before that was kept. */
  chair_id: string | null;
  /** The id of the first of the lines that no other fork has: what is handed in twice counts once. */
  first_line: string;
  /** How many facts of the match lay before the log that it was told against; −1 for one that was replaced before. */
  log_began: number;
  /** The phone knew so many lines of it. */
  after_line: number;
  /** JSON. */
  lines: string;
  sent_at_ms: number;
  settled_at_ms: number | null;
  settled_by: PersonId | null;
}

/** A side that confirmed the result of a match on the phone of its chair, and the version of the match that it saw. */
export interface ConfirmationTable {
  match_id: MatchId;
  side: Side;
  version: number;
  at_ms: number;
}
