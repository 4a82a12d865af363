import type { Rating } from "./rating.ts";

/** What the other implementation says of a note. */
interface OtherScore {
  readonly intercept: number;
  readonly factor: number;
  readonly shown: boolean;
}

const STEPS = 1_000;
const RATE = 0.02;

/** A parameter with the two running means of Adam (Kingma and Ba, 2015). */
class Parameter {
  value: number;
  #mean = 0;
  #square = 0;

  constructor(value: number) {
    this.value = value;
  }

  step(gradient: number, [round, rate]: readonly [number, number]): void {
    this.#mean = 0.9 * this.#mean + 0.1 * gradient;
    this.#square = 0.999 * this.#square + 0.001 * gradient * gradient;
    const mean = this.#mean / (1 - 0.9 ** round);
    const square = this.#square / (1 - 0.999 ** round);
    this.value -= (rate * mean) / (Math.sqrt(square) + 1e-12);
  }
}

interface Person {
  readonly intercept: Parameter;
  readonly factor: Parameter;
}

/**
 * The same scores by another way, written from the published description alone: gradient descent on the loss from a
 * start by chance, several times, the best kept. Shares no code with what it checks.
 */
export function scoredByGradient(ratings: readonly Rating[]): ReadonlyMap<string, OtherScore> {
  const kept = gated(ratings);
  const [best] = [1, 2, 3].map((seed) => descend(kept, seed)).sort((a, b) => a.loss - b.loss);
  const scores = new Map<string, OtherScore>();
  for (const { note } of ratings) scores.set(note, { intercept: 0, factor: 0, shown: false });
  if (best === undefined) return scores;
  for (const [note, { intercept, factor }] of best.notes) {
    const own = kept.filter((rating) => rating.note === note);
    const helpfulTo = (sign: number): boolean => {
      const side = own.filter(({ rater }) => (best.raters.get(rater)?.factor.value ?? 0) * sign >= 0.15);
      const helpful = side.filter(({ rating }) => rating === 1).length;
      const net = helpful - side.filter(({ rating }) => rating === 0).length;
      return helpful >= 5 && (net >= 10 || (net >= 4 && net / side.length >= 0.05));
    };
    const shown = intercept.value >= 0.4 && Math.abs(factor.value) < 0.5 && helpfulTo(1) && helpfulTo(-1);
    scores.set(note, { intercept: intercept.value, factor: factor.value, shown });
  }
  return scores;
}

function gated(ratings: readonly Rating[]): readonly Rating[] {
  const notes = new Set(ratings.map(({ note }) => note)).size;
  const count = (key: "note" | "rater", among: readonly Rating[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const rating of among) counts.set(rating[key], (counts.get(rating[key]) ?? 0) + 1);
    return counts;
  };
  const perRater = count("rater", ratings);
  const busy = ratings.filter(({ rater }) => (perRater.get(rater) ?? 0) >= Math.min(10, Math.ceil(notes / 2)));
  const perNote = count("note", busy);
  return busy.filter(({ note }) => (perNote.get(note) ?? 0) >= 5);
}

function descend(
  ratings: readonly Rating[],
  seed: number,
): { loss: number; notes: Map<string, Person>; raters: Map<string, Person> } {
  let state = seed * 7_919;
  const chance = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
  const everybody = (key: "note" | "rater"): Map<string, Person> =>
    new Map(ratings.map((rating) => [rating[key], { intercept: new Parameter(0), factor: new Parameter(chance()) }]));
  const [notes, raters, global] = [everybody("note"), everybody("rater"), new Parameter(0)];
  const rows = ratings.flatMap(({ note, rater, rating }) => {
    const [n, r] = [notes.get(note), raters.get(rater)];
    return n === undefined || r === undefined ? [] : [{ n, r, rating }];
  });
  let loss = 0;
  for (let round = 1; round <= STEPS; round += 1) {
    const gradient = new Map<Parameter, number>();
    const add = (parameter: Parameter, value: number): unknown =>
      gradient.set(parameter, (gradient.get(parameter) ?? 0) + value);
    loss = 0.15 * global.value ** 2;
    add(global, 0.3 * global.value);
    for (const side of [notes, raters]) {
      for (const { intercept, factor } of side.values()) {
        loss += (0.15 * intercept.value ** 2 + 0.03 * factor.value ** 2) / side.size;
        add(intercept, (0.3 * intercept.value) / side.size);
        add(factor, (0.06 * factor.value) / side.size);
      }
    }
    for (const { n, r, rating } of rows) {
      const error = rating - global.value - n.intercept.value - r.intercept.value - n.factor.value * r.factor.value;
      loss += error ** 2 / rows.length;
      const slope = (-2 * error) / rows.length;
      for (const parameter of [global, n.intercept, r.intercept]) add(parameter, slope);
      add(n.factor, slope * r.factor.value);
      add(r.factor, slope * n.factor.value);
    }
    const rate = RATE * (1 - (0.95 * round) / STEPS);
    for (const [parameter, slope] of gradient) parameter.step(slope, [round, rate]);
  }
  return { loss, notes, raters };
}
