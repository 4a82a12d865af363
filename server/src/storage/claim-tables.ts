/** A statement of a published text, as it was last held against the record. */
export interface ClaimTable {
  id: string;
  competition_id: string;
  /** `report` or `reaction`. */
  subject_kind: string;
  subject_id: string;
  /** Its place among those of its text. */
  position: number;
  /** Which paragraph it stands in, from 0. */
  paragraph: number;
  sentence: string;
  /** The words of the sentence that say it. */
  words: string;
  /** What is said: its type, and its value. */
  type: string;
  claim: string;
  verdict: string;
  /** What the record has in its place; empty where it agrees. */
  truth: string;
  /** What that rests on, in English, and its page. */
  label: string;
  href: string | null;
  /** 1: the record once bore it out. */
  was_supported: number;
  /** When the record was seen to contradict what it had borne out; null otherwise. */
  turned_at_ms: number | null;
  /** What the editor says to the note. */
  answer: string | null;
  answered_by: PersonId | null;
  answered_at_ms: number | null;
}
import type { PersonId } from "@podium/engine";
