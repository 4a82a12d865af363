import type { CommentId, PersonId } from "@podium/engine";

/** A comment in another language, by a member or by the translation service of the installation. */
export interface TranslationTable {
  id: string;
  comment_id: CommentId;
  /** Of which words of the comment: 1, and one more after each edit. */
  revision: number;
  /** BCP 47. */
  language: string;
  /** The member; null of a service, whose name stands beside. */
  author_id: string | null;
  service: string | null;
  at_ms: number;
  body: string;
  /** As `markupOf` made it; null where there are only paragraphs. */
  html: string | null;
  held_at_ms: number | null;
  removed_at_ms: number | null;
  removed_by: string | null;
  removal_reason: string | null;
}

/** A reader asks moderators to look at a translation. */
export interface TranslationFlagTable {
  translation_id: string;
  person_id: PersonId;
  reason: string;
  words: string;
  at_ms: number;
  case_id: string;
}
