import type { PersonId } from "@podium/engine";

/** A competition that is being prepared. */
export interface DraftTable {
  id: string;
  /** A competition file as JSON, of which there may be no events yet. */
  file: string;
  /** 1, 2, 3 ... with each change: of two who change it at once, the second is told. */
  version: number;
  made_by: PersonId;
  changed_at_ms: number;
}

/** A ranking list that was pasted once, to seed by. */
export interface RankingListTable {
  id: string;
  title: string;
  source: string;
  published: string;
  list: string;
  given_by: PersonId;
  at_ms: number;
}

/** On which terms people may enter themselves for a competition that is being prepared. */
export interface EntryTermsTable {
  draft_id: string;
  closes_at_ms: number;
  remark: string | null;
  /** The events that are open, as JSON by code: fee as text, and limit. */
  events: string;
  opened_by: PersonId;
  at_ms: number;
}

/** Somebody who asked to be entered. */
export interface ApplicationTable {
  id: string;
  draft_id: string;
  event: string;
  person_id: PersonId;
  family: string;
  given: string;
  association: string | null;
  /** The name of the partner; null in singles, and where one is wanted. */
  partner: string | null;
  remark: string | null;
  at_ms: number;
  state: "waiting" | "entered" | "reserve" | "declined" | "withdrawn";
  reason: string | null;
  /** The code of the entry that was made of it. */
  entry: string | null;
  decided_by: PersonId | null;
  decided_at_ms: number | null;
}
