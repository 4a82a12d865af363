/** z of an 80 % confidence interval: how sure a score must be before it counts. */
const Z = 1.281551565545;
const KEY_STEPS = 65_535;
const DIGITS = 36;
/** Four digits of base 36: a thread holds at most 1,679,615 comments. */
const NUMBER_WIDTH = 4;

/** How readers may have the comments of a thread sorted. */
export type CommentSort = "best" | "new" | "old" | "controversial";

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

/** The key by which siblings stand under one another: text that sorts byte by byte, smallest first. */
export function siblingKey(
  sort: CommentSort,
  votes: { readonly up: number; readonly down: number },
  number: number,
): string {
  if (sort === "best") return bestKey(votes.up, votes.down).toString(16).padStart(4, "0") + numberKey(number);
  if (sort === "controversial")
    return disputeKey(votes.up, votes.down).toString(16).padStart(4, "0") + numberKey(number);
  return sort === "old" ? numberKey(number) : numberKey(MOST_COMMENTS - number);
}
