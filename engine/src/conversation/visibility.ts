/** What became of a comment. Every comment that was ever posted is in exactly one of these states. */
export const VISIBILITIES = ["shown", "removed", "deleted", "held"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** When each of the three acts that hide a comment was done; null where it was not. */
export interface CommentActs {
  /** By its author: the words are gone. */
  readonly deletedAtMs: number | null;
  /** By a moderator, with a reason. */
  readonly removedAtMs: number | null;
  /** Waiting for a moderator. */
  readonly heldAtMs: number | null;
}

/**
 * The one place that decides whether readers see a comment. What its author deleted stays deleted whatever
 * a moderator does before or after, because there are no words left to show.
 */
export function visibilityOf(acts: CommentActs): Visibility {
  if (acts.deletedAtMs !== null) return "deleted";
  if (acts.removedAtMs !== null) return "removed";
  return acts.heldAtMs === null ? "shown" : "held";
}

/** How many comments there are, and why fewer are shown. `posted` is the sum of the other four, always. */
export interface CommentCount {
  readonly posted: number;
  readonly shown: number;
  readonly removed: number;
  readonly deleted: number;
  readonly held: number;
}

/** The count that follows from how many comments are in each state; what is not named is none. */
export function commentCount(tally: Readonly<Partial<Record<Visibility, number>>>): CommentCount {
  const { shown = 0, removed = 0, deleted = 0, held = 0 } = tally;
  return { posted: shown + removed + deleted + held, shown, removed, deleted, held };
}

/** Counts comments by what became of them. */
export function countComments(comments: readonly CommentActs[]): CommentCount {
  const tally: Record<Visibility, number> = { shown: 0, removed: 0, deleted: 0, held: 0 };
  for (const comment of comments) tally[visibilityOf(comment)] += 1;
  return commentCount(tally);
}
