/** What became of a comment where it comes from. */
export type SourceState = "shown" | "deleted" | "removed" | "not-approved" | "not-public" | "spam";

/** A comment as another site exports it, in plain text. */
export interface SourceComment {
  /** Its name at the source, unique in its thread. */
  readonly id: string;
  readonly parent: string | null;
  /** Who wrote it, by whatever distinguishes people there; null when the source does not say. Never stored. */
  readonly author: string | null;
  /** Null when the source does not say. */
  readonly atMs: number | null;
  readonly editedAtMs: number | null;
  readonly body: string;
  readonly state: SourceState;
  readonly up: number;
  readonly down: number;
}

/** Comments that the source has and the file has not: a placeholder in their place. */
export interface MoreComments {
  readonly parent: string | null;
  readonly count: number;
  readonly ids: readonly string[];
}

/** One thread of a file: what the source claims of it, and what the file holds. */
export interface SourceThread {
  /** What distinguishes it from other threads of any source, and stays the same in a later export. */
  readonly key: string;
  /** Within which the same author is the same person. */
  readonly site: string;
  readonly title: string | null;
  readonly postedBy: string | null;
  /** What was posted at its head, where there is such a text. */
  readonly text: string | null;
  readonly atMs: number | null;
  /** How many comments the source says there are. */
  readonly claimed: number | null;
  readonly comments: readonly SourceComment[];
  readonly more: readonly MoreComments[];
  /** Whether the source took answers when the file was made; null when it does not say. */
  readonly open: boolean | null;
  /** Lines of a page behind the comments that belong to none. */
  readonly ignored: readonly string[];
}

/** A comment of which only what the source has is known. */
export const PLAIN_COMMENT: Omit<SourceComment, "id" | "body"> = {
  parent: null,
  author: null,
  atMs: null,
  editedAtMs: null,
  state: "shown",
  up: 0,
  down: 0,
};
