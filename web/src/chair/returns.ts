import type { MatchState, Side } from "@podium/engine";
import { isRefused, lawsOf, otherSide, sideOf } from "@podium/engine";

/** The good returns of the receiving side in the rally in progress, and how many of them win it. */
export interface ReturnCount {
  readonly count: number;
  readonly of: number;
  readonly add: () => void;
  readonly takeBack: () => void;
}

/** What the receiving side wins a rally with while the expedite system is in force (ITTF 2.15.4); null else. */
export interface ReturnLaw {
  readonly returns: number;
  readonly receiving: Side;
}

/** The law of returns for the next rally; null where it is not under expedite, or nobody knows who serves. */
export function returnLawOf({ rules, expedite, service, progress, timeOut, medical }: MatchState): ReturnLaw | null {
  const laws = lawsOf(rules);
  if (!expedite || service === null || progress !== "playing" || timeOut !== null || medical !== null) return null;
  if (isRefused(laws) || laws.numbers.expedite === null) return null;
  return { returns: laws.numbers.expedite.returns, receiving: otherSide(sideOf(service.server)) };
}
