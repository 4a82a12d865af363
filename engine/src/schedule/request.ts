/** What is to be scheduled. Times are whole minutes since midnight and may go on past it; lengths are whole minutes. */
export interface ScheduleRequest {
  readonly tables: readonly string[];
  /** Nothing begins before. */
  readonly from: number;
  readonly matches: readonly MatchToSchedule[];
  /** Between the end of a match and the beginning of another one of the same person, or of one that waits for it. */
  readonly restMinutes: number;
  /** No match reaches into one; it may end when a break begins and begin when it ends. */
  readonly breaks?: readonly Break[];
}

export interface MatchToSchedule {
  readonly id: string;
  /** Everybody who is needed at the table: players, and an umpire who plays, too. */
  readonly people: readonly string[];
  readonly minutes: number;
  /** The matches that must be over, and rested from, before this one begins. */
  readonly after: readonly string[];
  /** The tables it may be played on; any when left out. */
  readonly tables?: readonly string[];
  readonly notBefore?: number;
}

export interface Break {
  readonly from: number;
  readonly to: number;
}

/** One match on its table at its time. */
export interface Placement {
  readonly match: string;
  readonly table: string;
  readonly start: number;
}
