import type { ClaimPattern } from "./patterns.ts";
import type { NamedSide } from "./sides.ts";
import type { Gap } from "./subject.ts";

/** `A and B lost to C and D respectively`: which of how many a statement is. */
export interface ListTurn {
  readonly index: number;
  readonly of: number;
}

/** A stretch of items. */
export interface ClauseStretch {
  readonly from: number;
  readonly to: number;
}

/** A pattern that a sentence fits, with who stands in its places. */
export interface Found {
  readonly pattern: ClaimPattern;
  /** Where its first part stands when that is not where it hangs. */
  readonly begin?: number;
  readonly at: number;
  readonly until: number;
  readonly after: readonly NamedSide[];
  readonly before: readonly NamedSide[];
  readonly isSure: boolean;
  readonly isRelative: boolean;
  readonly gap: Gap | null;
  readonly turn?: ListTurn;
  /** Said of several sides at once without a word on which is meant. */
  readonly isOfSeveral?: boolean;
  /** Its own words, where it is one of a list. */
  readonly stretch?: ClauseStretch;
}
