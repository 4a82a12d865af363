import type { EntryCode, MatchCode } from "../brand.ts";
import type { PlannedMatch, PlannedPhase } from "../draw/plan.ts";
import type { Outcome } from "../matches/state.ts";
import type { BySide } from "../sides.ts";
import type { TieFigures } from "./credit.ts";
import type { Step } from "./trace.ts";

/** How a match ended. The games stand in the order of the sides: home, away. */
export interface MatchResult {
  readonly match: MatchCode;
  readonly outcome: Outcome;
  readonly games: readonly BySide<number>[];
  /** Of a tie between two teams: what is known of its rubbers beside its score. */
  readonly tie?: TieFigures;
  /** Who played it. When given, the result is void as soon as a correction upstream puts others into the match. */
  readonly entries?: BySide<EntryCode>;
}

/** A planned match with the entries known so far. */
export interface MatchInEvent extends PlannedMatch {
  readonly entries: BySide<EntryCode | null>;
  readonly result: MatchResult | null;
  /** "waiting": a side is not known yet; "bye": decided without play. */
  readonly status: "waiting" | "ready" | "over" | "bye";
  readonly winner: EntryCode | null;
  readonly loser: EntryCode | null;
  /** Who goes on in the place of the winner, where a ruling keeps the draw as it was played. */
  readonly goesOn?: EntryCode;
  /** Its result is a walkover that nobody recorded: a side has withdrawn. */
  readonly byWithdrawal?: true;
}

/** Who leaves a match as its winner or its loser: by its result, unless a ruling keeps the draw as it was played. */
export function leaving(match: MatchInEvent, as: "winner" | "loser"): EntryCode | null {
  const { goesOn, entries } = match;
  if (goesOn === undefined) return match[as];
  if (as === "winner") return goesOn;
  return entries.home === goesOn ? entries.away : entries.home;
}

/** One entry's line in the final ranking of the event; several entries may share a place. */
export interface Placing {
  readonly place: number;
  readonly entry: EntryCode;
  /** The place it was played to, where it moved up because a better one was annulled. */
  readonly playedTo?: number;
}

export interface GroupStanding {
  readonly group: string;
  readonly complete: boolean;
  readonly rows: readonly GroupRow[];
  /** How the order came about. */
  readonly steps: readonly Step<EntryCode>[];
}

export interface GroupRow {
  readonly place: number;
  readonly entry: EntryCode;
  readonly played: number;
  readonly won: number;
  readonly lost: number;
  readonly matchPoints: number;
  /** Of teams: rubbers won and lost in all ties; null where they are not known. */
  readonly rubbers?: readonly [number, number] | null;
  /** Won and lost; null where they are not known of every match. */
  readonly games: readonly [number, number] | null;
  readonly points: readonly [number, number] | null;
}

/** The whole event as its results make it: a fold, never edited. */
export interface EventState {
  readonly phases: readonly PlannedPhase[];
  readonly matches: readonly MatchInEvent[];
  readonly groups: readonly GroupStanding[];
  readonly complete: boolean;
  /** Best first; only what is decided. */
  readonly placings: readonly Placing[];
}
