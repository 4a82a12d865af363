import type { RecordClaim } from "../history/record-claim.ts";
import { type Facts, gameScore, gamesOfWinner, type KnownEntry, type KnownEvent, type KnownMatch } from "./facts.ts";

/** Whether the record bears something out, and how many of the comparable cases on record are like it: how rare it is. */
export interface HeldAnswer {
  readonly holds: boolean;
  readonly like: number;
  readonly of: number;
}

/** What a verifier reads: the event that is spoken of, and everything else on record. */
export interface VerifierFacts {
  readonly event: KnownEvent;
  readonly facts: Facts;
}

type SaidAs<Says extends RecordClaim["says"]> = Extract<RecordClaim, { readonly says: Says }>;

/** A verifier for each kind; null where the record cannot tell. */
export type Verifiers<Says extends RecordClaim["says"]> = {
  readonly [Kind in Says]: (claim: SaidAs<Kind>, at: VerifierFacts) => HeldAnswer | null;
};

/** One case among these. */
export function among<Case>(holds: boolean, cases: readonly Case[], isLike: (one: Case) => boolean): HeldAnswer {
  return { holds, like: cases.filter(isLike).length, of: cases.length };
}

/** Everything that was played to its end by play. */
export function playedMatches({ events }: Facts): KnownMatch[] {
  return events.flatMap(({ matches }) => matches).filter(({ by, winner }) => by === "play" && winner !== null);
}

export function matchesOf(event: KnownEvent, entry: string): KnownMatch[] {
  return event.matches.filter(({ home, away }) => home === entry || away === entry);
}

export function winsOver(event: KnownEvent, winner: string, loser: string): KnownMatch[] {
  return matchesOf(event, winner).filter((match) => {
    const isOfBoth = match.home === loser || match.away === loser;
    return isOfBoth && match.winner === winner && match.by === "play";
  });
}

export function medallist(event: KnownEvent, medal: string): KnownEntry[] {
  return event.facts.medals.flatMap((won) => {
    const entry = event.entries.get(won.entry);
    return won.medal === medal && entry !== undefined ? [entry] : [];
  });
}

/** All who won a medal, gold first. */
export function medallists(event: KnownEvent): KnownEntry[] {
  return ["gold", "silver", "bronze"].flatMap((medal) => medallist(event, medal));
}

export function yearOfEvent({ competition }: KnownEvent): number {
  return Number(competition.from.slice(0, 4));
}

/** How many games a match had; null where nobody noted it. */
export function lengthOf(match: KnownMatch): number | null {
  const score = gameScore(match);
  return score && score[0] + score[1];
}

/** The most games by which the winner was behind. */
export function behind(match: KnownMatch): number {
  let [stand, low] = [0, 0];
  for (const [own, other] of gamesOfWinner(match)) {
    stand += own > other ? 1 : -1;
    low = Math.min(low, stand);
  }
  return -low;
}
