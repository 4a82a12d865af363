import type { PersonId, ThreadId } from "@podium/engine";

/** What a reader adds to a comment, a report, a reaction or a photo. */
export interface NoteTable {
  id: string;
  subject_kind: string;
  subject_id: string;
  /** The conversation whose moderators look after it. */
  thread_id: ThreadId;
  /** The topic of the pages on which it is shown: `thread:ID` or `moment:ID`. */
  topic: string;
  author_id: string;
  at_ms: number;
  language: string | null;
  body: string;
  /** JSON: addresses, and what the record has. */
  sources: string;
  /** What its ratings say: `needs-more`, `shown` or `hidden`; with the intercept and the factor of the scoring. */
  status: string;
  intercept_millionths: number;
  factor_millionths: number;
  held_at_ms: number | null;
  removed_at_ms: number | null;
  removed_by: string | null;
  removal_reason: string | null;
  withdrawn_at_ms: number | null;
}

/** The pseudonym under which a member rates notes; it stays without them. */
export interface RaterTable {
  id: string;
  person_id: PersonId | null;
}

export interface NoteRatingTable {
  note_id: string;
  rater_id: string;
  /** Twice the rating: 2 helpful, 1 somewhat, 0 not. */
  halves: number;
  reason: string | null;
  at_ms: number;
}

/** A reader asks moderators to look at a note. */
export interface NoteFlagTable {
  note_id: string;
  person_id: PersonId;
  reason: string;
  words: string;
  at_ms: number;
  case_id: string;
}
