import type { EntryCode } from "../brand.ts";
import type { Honour } from "../history/honours.ts";
import type { Medal } from "../medals/medals.ts";
import type { Outcome } from "../matches/state.ts";
import type { EntryKind } from "../sports/match-rules.ts";

/** Words by language: `{ en: "Mixed doubles", ko: "혼합 복식" }`. */
type ByLanguage = Readonly<Record<string, string>>;

export interface PersonFacts {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  /** The name in other scripts and spellings. */
  readonly names: ByLanguage;
}

/** Who plays an event. What is not known is null and never argued from. */
export interface EntryFacts {
  readonly code: EntryCode;
  /** Ids of its players. */
  readonly players: readonly string[];
  /** Of a team that is not called as its association. */
  readonly name?: ByLanguage;
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly unranked: boolean;
}

/**
 * When a match began, where it was played: `2024-07-30`, minutes after midnight, and minutes ahead of UTC; both null
 * where only the day is known.
 */
export interface StartFacts {
  readonly date: string;
  readonly minute: number | null;
  readonly offset: number | null;
}

export interface MatchFacts {
  /** `paris-2024/xd/final`. */
  readonly id: string;
  /** `r64` ... `r16`, `qf`, `sf`, `bronze`, `final`; null in groups. */
  readonly round: string | null;
  readonly home: EntryCode;
  readonly away: EntryCode;
  readonly winner: EntryCode | null;
  readonly by: Outcome["by"];
  /** Points of each game, home's first; none where nobody noted them. */
  readonly games: readonly (readonly [number, number])[];
  /** Where the points are not known: the games won, home's first, or null where not even these are. */
  readonly gamesWon?: readonly [number, number] | null;
  readonly start: StartFacts | null;
  readonly table: string | null;
}

export interface EventFacts {
  readonly id: string;
  readonly title: ByLanguage;
  readonly sport: string;
  readonly kind: EntryKind;
  readonly bestOf: number;
  readonly entries: readonly EntryFacts[];
  /** Matches that are over; byes are none. */
  readonly matches: readonly MatchFacts[];
  readonly medals: readonly { readonly medal: Medal; readonly entry: EntryCode }[];
  /** Whether all of it is played. */
  readonly complete: boolean;
}

export interface CompetitionFacts {
  readonly id: string;
  readonly title: ByLanguage;
  readonly place: ByLanguage;
  /** First and last day, `2024-07-27`. */
  readonly from: string;
  readonly to: string;
  readonly associations: readonly { readonly code: string; readonly name: ByLanguage }[];
  readonly players: readonly PersonFacts[];
  readonly events: readonly EventFacts[];
  readonly honours: readonly Honour[];
}
