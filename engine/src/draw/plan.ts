import type { EntryCode, MatchCode } from "../brand.ts";
import type { Side } from "../sides.ts";

/** Where the side of a match comes from. Slots look backward, so that a correction upstream is carried down by itself. */
export type Source =
  | { readonly from: "entry"; readonly entry: EntryCode }
  | { readonly from: "bye" }
  | { readonly from: "winner" | "loser"; readonly match: MatchCode }
  /** Place 1.. in a group of the phase before. */
  | { readonly from: "place"; readonly group: string; readonly place: number }
  /** To be drawn. */
  | { readonly from: "open" };

/** A match as the plan knows it, before anybody has played. */
export interface PlannedMatch {
  readonly code: MatchCode;
  readonly phase: "groups" | "knock-out";
  /** `r64`, `r32`, `r16`, `qf`, `sf`, `bronze`, `final`; in groups `1`, `2`, ... */
  readonly round: string;
  /** Position from the top of its round, from 1. */
  readonly order: number;
  readonly group: string | null;
  readonly home: Source;
  readonly away: Source;
  /** Played only when this side won that match: the second final of a double elimination. */
  readonly onlyIf?: { readonly match: MatchCode; readonly wonBy: Side };
}

export interface Group {
  readonly name: string;
  readonly entries: readonly EntryCode[];
  /** The order in which lots were drawn among entries that nothing else could separate (3.7.5.4). */
  readonly lots?: readonly EntryCode[];
}

/** Everything that is decided before the first rally of an event. */
export interface EventPlan {
  readonly groups: readonly Group[];
  readonly matches: readonly PlannedMatch[];
  /** Whether the losing semi-finalists play for bronze; otherwise both get it. */
  readonly bronzeMatch: boolean;
  /** The sport whose laws credit and rank the groups; table tennis when left out. */
  readonly sport?: string;
  readonly edition?: string;
  /** Id of another ranking law than the sport's own. */
  readonly rankingLaw?: string;
  /** Best of this many games, odd; needed to credit a walkover when no other match of the group tells it. */
  readonly bestOf?: number;
}
