import type { EntryCode, MatchCode } from "../brand.ts";
import type { Side } from "../sides.ts";
import type { TieRules } from "../sports/match-rules.ts";

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
  /** Code of the phase it belongs to; left out: `groups` or `main`, as its kind is. */
  readonly phaseCode?: string;
  /**
   * `r64`, `r32`, `r16`, `qf`, `sf`, `bronze`, `final`; `p5-8`, `p5` where places are played for; `w1`, `l1`, `final-2` in a
   * double elimination; in groups and in a qualification `1`, `2`, ..., in a Swiss system `s1`, `s2`, ... In other phases than `main` with the code of the phase before it.
   */
  readonly round: string;
  /** Position from the top of its round, from 1. */
  readonly order: number;
  readonly group: string | null;
  readonly home: Source;
  readonly away: Source;
  /** Played only when this side won that match: the second final of a double elimination. */
  readonly onlyIf?: { readonly match: MatchCode; readonly wonBy: Side };
  /** Best of this many games, where it is not what the event plays. */
  readonly bestOf?: number;
}

export interface Group {
  readonly name: string;
  /** In their ranking order; empty where `slots` tells where they come from. */
  readonly entries: readonly EntryCode[];
  /** Where its entries come from, when that is decided in an earlier phase. */
  readonly slots?: readonly Source[];
  /** Code of its phase; `groups` when left out. */
  readonly phaseCode?: string;
  /** Id of another ranking law than that of the plan, or the criteria of the event itself, by name. */
  readonly ranking?: string | readonly string[];
  /** Best of this many games, where it is not what the event plays. */
  readonly bestOf?: number;
  /** The order in which lots were drawn among entries that nothing else could separate (3.7.5.4), or that the record gives. */
  readonly lots?: readonly EntryCode[];
}

export const FORMATS = ["knock-out", "double-elimination", "groups", "swiss"] as const;
export type Format = (typeof FORMATS)[number];

/** A part of an event with a format of its own. Who goes on from it is said by the phases that take from it. */
export interface PlannedPhase {
  readonly code: string;
  readonly format: Format;
  /** What people call it, by language. */
  readonly title?: Readonly<Record<string, string>>;
  /** The best place that can be reached in it, where that does not follow from where its entries come from. */
  readonly firstPlace?: number;
}

/**
 * What was decided about an entry beside the results. `withheld`: it keeps its place without a medal, and nobody moves up.
 * `annulled`: its place and its medal are taken from it, and who stands below moves up.
 */
interface MedalRuling {
  readonly entry: EntryCode;
  readonly ruling: "withheld" | "annulled";
  /** In the words of whoever decided it. */
  readonly reason: string;
}

/**
 * The draw is kept as it was played: this entry goes on from the match whatever its result says, and the other one is out.
 * It says nothing while the match is not over, or when others play it.
 */
export interface DrawRuling {
  readonly match: MatchCode;
  readonly entry: EntryCode;
  readonly ruling: "goes-on";
  readonly reason: string;
}

/**
 * The entry plays no more. What it has played stands; every match it does not play is a walkover for its opponent, and the
 * law of the group says what that is worth. With `replacedBy` another entry takes its place, where the draw names it last.
 */
export interface WithdrawalRuling {
  readonly entry: EntryCode;
  readonly ruling: "withdrawn";
  readonly replacedBy?: EntryCode;
  readonly reason: string;
}

export type Ruling = MedalRuling | DrawRuling | WithdrawalRuling;

/** For whom there are medals: the whole event, every group for itself, or nobody. */
export const MEDALS_FOR = ["event", "each-group", "nobody"] as const;

/** Everything that is decided before the first rally of an event. */
export interface EventPlan {
  readonly groups: readonly Group[];
  readonly matches: readonly PlannedMatch[];
  /** In the order in which they are played; left out: groups, knock-out, or groups and then a knock-out. */
  readonly phases?: readonly PlannedPhase[];
  /** The event when left out. */
  readonly medalsFor?: (typeof MEDALS_FOR)[number];
  /** How many bronze medals; left out: two where the losing semi-finalists share the third place, else one. */
  readonly bronzes?: 1 | 2;
  /** What was decided beside the results: about the draw, places and medals. */
  readonly rulings?: readonly Ruling[];
  /** Whether the losing semi-finalists play for bronze; otherwise both get it. */
  readonly bronzeMatch: boolean;
  /** The sport whose laws credit and rank the groups; table tennis when left out. */
  readonly sport?: string;
  readonly edition?: string;
  /** Id of another ranking law than the sport's own. */
  readonly rankingLaw?: string;
  /** Best of this many games, odd; needed to credit a walkover when no other match of the group tells it. */
  readonly bestOf?: number;
  /** Where teams play: how their ties are won. */
  readonly tie?: TieRules;
}
