/** z of an 80 % confidence interval: how sure a score must be before it counts. */
const Z = 1.281551565545;
const KEY_STEPS = 65_535;
const DIGITS = 36;
/** Four digits of base 36: a thread holds at most 1,679,615 comments. */
const NUMBER_WIDTH = 4;

/** How readers may have the comments of a thread sorted. */
export type CommentSort = "best" | "new" | "old" | "controversial" | "across-borders";

/** The highest number a comment can have in its thread. */
export const MOST_COMMENTS = DIGITS ** NUMBER_WIDTH - 1;

/**
 * The lower bound of Wilson's score interval (Wilson 1927): the share of readers for a comment that its
 * votes prove with 80 % confidence. One vote of one proves less than ninety of a hundred. 0 without votes.
 */
export function wilsonLowerBound(up: number, down: number): number {
  const n = up + down;
  if (n === 0) return 0;
  const p = up / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const bound = (p + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n);
  return Math.min(1, Math.max(0, bound));
}

/** A comment's number as a digit string of fixed width, so that text order is number order. */
export function numberKey(number: number): string {
  return number.toString(DIGITS).padStart(NUMBER_WIDTH, "0");
}

/**
 * The place of a comment among its siblings by its votes, in 65,536 steps: 0 is best, so that ascending order
 * is best first. Equals are told apart by their number, so that they keep the order of posting on every load.
 */
export function bestKey(up: number, down: number): number {
  return KEY_STEPS - Math.floor(wilsonLowerBound(up, down) * KEY_STEPS);
}

/** Steps of the key for one doubling of what is disputed: 65,535 holds the votes of 60,000 readers. */
const DISPUTE_STEPS = 4096;

/**
 * The place of a comment among its siblings by how much it is disputed: 0 is most. Many votes weigh more than few, and
 * only where they are on both sides: the sum of the votes to the power of the smaller side's share of the larger one
 * (the formula that Reddit published as "controversy" in `_sorts.pyx`).
 */
export function disputeKey(up: number, down: number): number {
  if (up <= 0 || down <= 0) return KEY_STEPS;
  const dispute = (up + down) ** (Math.min(up, down) / Math.max(up, down));
  return Math.max(0, KEY_STEPS - Math.floor(DISPUTE_STEPS * Math.log2(dispute)));
}

/**
 * The place of a comment among its siblings by how much readers of different camps value it (`valuedAcross`): those come
 * first, in 65,536 steps; behind them, as the best, all of which that is not known.
 */
export function acrossKey(valued: number | null, bestKeyOfIt: number): number {
  return valued === null ? KEY_STEPS + 1 + bestKeyOfIt : KEY_STEPS - Math.floor(valued * KEY_STEPS);
}

/** Whether a key says that readers of different camps value a comment. */
export function isValuedAcross(key: number): boolean {
  return key <= KEY_STEPS;
}

/** The votes for and against a comment, and how much readers of different camps value it, where that is known. */
interface CommentVotes {
  readonly up: number;
  readonly down: number;
  readonly valuedAcross?: number | null;
}

/** The key by which siblings stand under one another: text that sorts byte by byte, smallest first. */
export function siblingKey(sort: CommentSort, votes: CommentVotes, number: number): string {
  const { up, down, valuedAcross = null } = votes;
  const digits = (key: number, width: number): string => key.toString(16).padStart(width, "0") + numberKey(number);
  if (sort === "best") return digits(bestKey(up, down), 4);
  if (sort === "controversial") return digits(disputeKey(up, down), 4);
  if (sort === "across-borders") return digits(acrossKey(valuedAcross, bestKey(up, down)), 5);
  return sort === "old" ? numberKey(number) : numberKey(MOST_COMMENTS - number);
}
