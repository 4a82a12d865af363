/** A match that was played: the best of so many games took so many minutes. */
export interface PlayedLength {
  readonly bestOf: number;
  readonly minutes: number;
}

/** How many played matches weigh as much as what was assumed before. */
const WEIGHT_OF_ASSUMPTION = 4;
/** Next to no match is that much shorter or longer than assumed; a forgotten clock is. */
const LONGEST_SHARE = 3;

/**
 * How long a match of the best of so many games is expected to take, in whole minutes, rounded up: the mean of what was played that
 * day and of the assumption, which weighs as much as four matches. Other numbers of games count by the share of the
 * games that must be won; a length of more than three times what was assumed counts as three times.
 */
export function expectedMinutes(assumed: PlayedLength, played: readonly PlayedLength[]): number {
  const needed = gamesToWin(assumed.bestOf);
  const lengths = played
    .map(({ bestOf, minutes }) => (minutes * needed) / gamesToWin(bestOf))
    .map((minutes) => Math.min(minutes, LONGEST_SHARE * assumed.minutes));
  const sum = lengths.reduce((total, minutes) => total + minutes, WEIGHT_OF_ASSUMPTION * assumed.minutes);
  return Math.ceil(sum / (WEIGHT_OF_ASSUMPTION + lengths.length));
}

function gamesToWin(bestOf: number): number {
  return Math.floor(bestOf / 2) + 1;
}
