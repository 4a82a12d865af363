import type { EntryCode, MatchCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PlannedMatch, Source } from "./plan.ts";

/** One entry as it stands before the next round. */
export interface SwissStanding {
  readonly entry: EntryCode;
  /** Matches won so far, a bye among them. */
  readonly won: number;
  /** Whom it has met. */
  readonly met: readonly EntryCode[];
  readonly hadBye: boolean;
}

export interface SwissRound {
  /** From 1. */
  readonly number: number;
  readonly group: string;
}

/** The look-ahead gives up after so many tries; with fewer rounds than half the entries there is always a pairing. */
const LOOK_AHEAD_STEPS = 200_000;

/**
 * Pairs the next round of a Swiss system: equals meet equals, the upper half of a score group the lower one, nobody meets
 * anybody twice, and with an odd number the lowest who has had no bye gets one. `standings` come best first.
 * Codes are `s3-1`, ... in round 3. Refuses `no-pairing-left`, naming the entries.
 */
export function pairSwiss(standings: readonly SwissStanding[], round: SwissRound): PlannedMatch[] | Refusal {
  const bye = standings.length % 2 === 0 ? null : standings.findLast((standing) => !standing.hadBye);
  const playing = standings.filter((standing) => standing !== bye);
  const pairs = bye === undefined ? null : pairing(playing);
  if (pairs === null) {
    const entries = standings.map((standing) => standing.entry).join(", ");
    return refuse("no-pairing-left", `Round ${round.number} cannot be paired without a repetition: ${entries}.`, {
      entries,
      round: round.number,
    });
  }
  const sources = pairs.map(([home, away]): [Source, Source] => [entrySource(home), entrySource(away)]);
  if (bye) sources.push([entrySource(bye), { from: "bye" }]);
  return sources.map(([home, away], index) => ({
    code: `s${round.number}-${index + 1}` as MatchCode,
    phase: "groups",
    round: String(round.number),
    order: index + 1,
    group: round.group,
    home,
    away,
  }));
}

type Pair = readonly [SwissStanding, SwissStanding];

function pairing(standings: readonly SwissStanding[]): Pair[] | null {
  const pairs: Pair[] = [];
  return pairRest(standings, pairs, { steps: 0 }) ? pairs : null;
}

/** Pairs the best who is left with the opponent that suits best, and takes it back when the rest cannot be paired. */
function pairRest(left: readonly SwissStanding[], pairs: Pair[], spent: { steps: number }): boolean {
  spent.steps += 1;
  const [best, ...others] = left;
  if (!best) return true;
  if (spent.steps > LOOK_AHEAD_STEPS) return false;
  for (const opponent of opponentsOf(best, others)) {
    pairs.push([best, opponent]);
    if (
      pairRest(
        others.filter((other) => other !== opponent),
        pairs,
        spent,
      )
    )
      return true;
    pairs.pop();
  }
  return false;
}

/** Of the same score first, from the middle of the group down, then from the middle up; then of the next score. */
function opponentsOf(best: SwissStanding, others: readonly SwissStanding[]): SwissStanding[] {
  const free = others.filter((other) => !best.met.includes(other.entry));
  const equals = free.filter((other) => other.won === best.won);
  const middle = Math.floor(others.filter((other) => other.won === best.won).length / 2);
  const lowerHalf = equals.slice(Math.min(middle, equals.length));
  const upperHalf = equals.slice(0, Math.min(middle, equals.length)).reverse();
  return [...lowerHalf, ...upperHalf, ...free.filter((other) => other.won !== best.won)];
}

function entrySource({ entry }: SwissStanding): Source {
  return { from: "entry", entry };
}
