/**
 * Minutes that a game takes with the change of ends after it, by sport: what a field begins with before anything was played.
 * Assumptions, not measurements; the organiser writes what the hall is used to.
 */
const MINUTES_A_GAME: Readonly<Record<string, number>> = {
  "table-tennis": 7,
  badminton: 18,
  squash: 11,
  pickleball: 15,
  tennis: 40,
};
const OTHER_SPORTS = 15;
const TO_THE_TABLE_AND_AWAY = 4;
/** Rubbers of a tie that is won by three. */
const RUBBERS = 4;

/** How many minutes a match of an event is assumed to take on its table, in steps of five; a tie that long for each of four rubbers. */
export function assumedMinutes(event: {
  readonly sport: string;
  readonly kind: string;
  readonly best_of: number;
}): number {
  const usualGames = (Math.floor(event.best_of / 2) + 1 + event.best_of) / 2;
  const match = usualGames * (MINUTES_A_GAME[event.sport] ?? OTHER_SPORTS) + TO_THE_TABLE_AND_AWAY;
  return Math.ceil((event.kind === "team" ? RUBBERS * match : match) / 5) * 5;
}
