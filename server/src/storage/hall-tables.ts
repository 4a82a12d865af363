/** What the steered screens of a competition show: `tables`, `ceremony:os`. */
export interface HallScreenTable {
  competition_id: string;
  shows: string;
}

/** What a day of a competition was planned with, as JSON: tables, hours, rest, lengths. */
export interface DayPlanTable {
  competition_id: string;
  day: string;
  settings: string;
}
