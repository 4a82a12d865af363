import type { ClaimType, Verdict } from "./claim.ts";
import type { ClaimEvidence } from "./evidence.ts";
import type { KnownMatch } from "./facts.ts";

/** A claim before it is put in its sentence. */
export interface FoundClaim {
  readonly type: ClaimType;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly truth?: string;
  readonly evidence: readonly ClaimEvidence[];
  /** Where its words stand; null: the whole sentence. */
  readonly words: { readonly start: number; readonly end: number } | null;
}

/** How far a statement may be trusted to be about the record at all. */
export interface Trust {
  /** Said to have happened here: not hoped for, not denied, not of another competition, not quoted. */
  readonly isPlain: boolean;
  /** Whether who won is beyond doubt in the words. */
  readonly areRolesSure: boolean;
  /** `had beaten`: it lies before what is told. */
  readonly isEarlier: boolean;
  /** `on the way to the final`: in the competition that is told of. */
  readonly isOnTheWay: boolean;
  /** Whether the sentence speaks of the men or of the women alone: `m`, `w`. */
  readonly gender: string | null;
  /** The event the text is about. */
  readonly event: string | null;
  /** Where the sides are named. */
  readonly places: { readonly one: TextSpan | null; readonly other: TextSpan | null };
  /** The names as the text writes them. */
  readonly place: TextSpan;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface MatchMeant {
  readonly findings: readonly FoundClaim[];
  /** The match meant, where there is no doubt. */
  readonly match: KnownMatch | null;
}
