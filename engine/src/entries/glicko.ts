/**
 * Ratings by Glicko-2: Mark E. Glickman, "Example of the Glicko-2 system", Boston University, 22 March 2022
 * (http://www.glicko.net/glicko/glicko2.pdf). The numbers of the steps are those of that paper.
 */

export interface GlickoRating {
  /** On the scale on which a newcomer has 1500. */
  readonly rating: number;
  /** The rating deviation, on the same scale: 95 of 100 times the strength lies within two of it. */
  readonly deviation: number;
  /** How much the results of this player swing. */
  readonly volatility: number;
}

/** Step 1: who has not played yet. */
export const UNRATED: GlickoRating = { rating: 1500, deviation: 350, volatility: 0.06 };

/** The paper recommends 0.3 to 1.2; a smaller one lets the volatility change less. */
const TAU = 0.5;
/** From the paper's scale to the one that ratings are told on. */
const SCALE = 173.7178;
const TOLERANCE = 0.000001;
/** Of the iteration of step 5; it is done after a few. */
const STEPS_MAX = 1000;

/** A game of a rating period against an opponent as rated at its beginning: 1 for a win, 0 for a loss. */
export interface RatedGame {
  readonly opponent: GlickoRating;
  readonly score: 0 | 0.5 | 1;
}

/** The rating after a period with these games, which count together. Without a game only the deviation grows (step 6). */
export function rated(player: GlickoRating, games: readonly RatedGame[]): GlickoRating {
  const phi = player.deviation / SCALE;
  if (games.length === 0)
    return { ...player, deviation: Math.min(UNRATED.deviation, SCALE * Math.hypot(phi, player.volatility)) };
  const mu = (player.rating - UNRATED.rating) / SCALE;
  const terms = games.map(({ opponent, score }) => {
    const g = weight(opponent.deviation / SCALE);
    const expected = 1 / (1 + Math.exp(-g * (mu - (opponent.rating - UNRATED.rating) / SCALE)));
    return { information: g * g * expected * (1 - expected), surprise: g * (score - expected) };
  });
  const variance = 1 / sum(terms.map(({ information }) => information)); // step 3
  const surprise = sum(terms.map((term) => term.surprise));
  const delta = variance * surprise; // step 4
  const volatility = newVolatility({ phi, variance, delta, volatility: player.volatility });
  const before = Math.hypot(phi, volatility); // step 6
  const after = 1 / Math.sqrt(1 / (before * before) + 1 / variance); // step 7
  return {
    rating: SCALE * (mu + after * after * surprise) + UNRATED.rating,
    deviation: SCALE * after,
    volatility,
  };
}

function weight(phi: number): number {
  return 1 / Math.sqrt(1 + (3 * phi * phi) / (Math.PI * Math.PI));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

interface Period {
  readonly phi: number;
  readonly variance: number;
  readonly delta: number;
  readonly volatility: number;
}

/** Step 5, by the Illinois algorithm. */
function newVolatility({ phi, variance, delta, volatility }: Period): number {
  const a = Math.log(volatility * volatility);
  const f = (x: number) => {
    const e = Math.exp(x);
    const all = phi * phi + variance + e;
    return (e * (delta * delta - all)) / (2 * all * all) - (x - a) / (TAU * TAU);
  };
  let low = a;
  const beyond = delta * delta - phi * phi - variance;
  // f(a - TAU) is more than 1 / TAU - 1 / 2, so that the paper's search for a second bound ends where it begins.
  let high = beyond > 0 ? Math.log(beyond) : a - TAU;
  let [atLow, atHigh] = [f(low), f(high)];
  for (let step = 0; Math.abs(high - low) > TOLERANCE && step < STEPS_MAX; step += 1) {
    const next = low + ((low - high) * atLow) / (atHigh - atLow);
    const atNext = f(next);
    if (atNext * atHigh <= 0) [low, atLow] = [high, atHigh];
    else atLow /= 2;
    [high, atHigh] = [next, atNext];
  }
  return Math.exp(low / 2);
}

/** A match of a rating period, by the keys of those who played it. */
export interface RatedMatch<Key extends string> {
  readonly winner: Key;
  readonly loser: Key;
}

/** The ratings after some periods, oldest first. Who has not played in a period is known a little less well after it. */
export function ratingsAfter<Key extends string>(
  periods: readonly (readonly RatedMatch<Key>[])[],
): Map<Key, GlickoRating> {
  let ratings = new Map<Key, GlickoRating>();
  for (const matches of periods) {
    const games = new Map<Key, RatedGame[]>([...ratings.keys()].map((key) => [key, []]));
    const add = (key: Key, opponent: Key, score: 0 | 1) => {
      const of = games.get(key) ?? [];
      of.push({ opponent: ratings.get(opponent) ?? UNRATED, score });
      games.set(key, of);
    };
    for (const { winner, loser } of matches) {
      add(winner, loser, 1);
      add(loser, winner, 0);
    }
    const before = ratings;
    ratings = new Map([...games].map(([key, played]) => [key, rated(before.get(key) ?? UNRATED, played)]));
  }
  return ratings;
}
