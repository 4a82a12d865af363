import type { Claim } from "@podium/engine";

/** A text as it stands in a field, for the worker that checks it. */
export interface TypedRequest {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  /** `all`: any. */
  readonly competition: string;
}

/** A claim, and what to write in its place where that is plain. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly mended: string | null;
}

/** What the worker answers: of which text, and its claims. */
export interface TypedAnswer {
  readonly text: string;
  readonly claims: readonly CheckedClaim[];
}
