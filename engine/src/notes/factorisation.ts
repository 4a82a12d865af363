import { countOf, type RatingTable } from "./rating.ts";

/**
 * What explains the ratings: rating = global + rater's intercept + note's intercept + rater's factor x note's factor.
 * The factors hold what a rater and a note have in common by their point of view; what is left in a note's intercept
 * is helpful whatever the point of view. By number of the table; who has no rating has zeros.
 */
export interface Factorisation {
  readonly global: number;
  readonly raterIntercept: Float64Array;
  readonly raterFactor: Float64Array;
  readonly noteIntercept: Float64Array;
  readonly noteFactor: Float64Array;
}

/** Community Notes, matrix_factorization.py: weights of the intercepts and of the factors in the loss. */
export const INTERCEPT_WEIGHT = 0.15;
export const FACTOR_WEIGHT = 0.03;
const MOST_ROUNDS = 3_000;
const SETTLED = 1e-12;
const POWER_ROUNDS = 40;

/** One side of the table, raters or notes, with the ratings of each in order. */
interface Side {
  readonly intercept: Float64Array;
  readonly factor: Float64Array;
  /** The ratings of number n are `order[begin[n]]` to `order[begin[n + 1]]`, not included. */
  readonly begin: Int32Array;
  readonly order: Int32Array;
  /** Ratings for each one who has any: the loss takes the mean over raters and over notes. */
  readonly share: number;
}

/**
 * Finds the factorisation of least loss: the mean squared error of the ratings plus the weighted means of the squared
 * intercepts and factors over raters and over notes. Alternating least squares: with one side held, the best of the
 * other is a small linear equation for each. Without chance: it starts from the direction in which the ratings differ most.
 */
export function factorise(table: RatingTable): Factorisation {
  const raters = sideOf(table.raterOf, table.raters.length);
  const notes = sideOf(table.noteOf, table.notes.length);
  const fit: Fit = { table, raters, notes, global: 0 };
  settle(fit, false);
  beginWithFactors(fit);
  settle(fit, true);
  normaliseSign(fit);
  return {
    global: fit.global,
    raterIntercept: raters.intercept,
    raterFactor: raters.factor,
    noteIntercept: notes.intercept,
    noteFactor: notes.factor,
  };
}

interface Fit {
  readonly table: RatingTable;
  readonly raters: Side;
  readonly notes: Side;
  global: number;
}

function sideOf(column: Int32Array, size: number): Side {
  const counts = countOf(column, size);
  const begin = new Int32Array(size + 1);
  for (let number = 0; number < size; number += 1) begin[number + 1] = (begin[number] ?? 0) + (counts[number] ?? 0);
  const next = begin.slice();
  const order = new Int32Array(column.length);
  for (const [index, number] of column.entries()) {
    order[next[number] ?? 0] = index;
    next[number] = (next[number] ?? 0) + 1;
  }
  const present = counts.filter((count) => count > 0).length;
  const share = present === 0 ? 0 : column.length / present;
  return { intercept: new Float64Array(size), factor: new Float64Array(size), begin, order, share };
}

function settle(fit: Fit, withFactors: boolean): void {
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    improve(fit.raters, fit, { other: fit.notes, column: fit.table.noteOf, withFactors });
    improve(fit.notes, fit, { other: fit.raters, column: fit.table.raterOf, withFactors });
    fit.global = bestGlobal(fit);
    const now = lossOf(fit);
    // The loss of no ratings is not a number, and nothing is gained on it either.
    if (!(before - now > SETTLED)) return;
    before = now;
  }
}

interface Held {
  readonly other: Side;
  readonly column: Int32Array;
  readonly withFactors: boolean;
}

/** The best intercept and factor of everybody on a side, the other side held. */
function improve(side: Side, { table, global }: Fit, { other, column, withFactors }: Held): void {
  const { value } = table;
  const [a, b] = [INTERCEPT_WEIGHT * side.share, FACTOR_WEIGHT * side.share];
  for (let number = 0; number < side.intercept.length; number += 1) {
    const [from, to] = [side.begin[number] ?? 0, side.begin[number + 1] ?? 0];
    if (from === to) continue;
    let [f, ff, y, fy] = [0, 0, 0, 0];
    for (let at = from; at < to; at += 1) {
      const index = side.order[at] ?? 0;
      const across = column[index] ?? 0;
      const left = (value[index] ?? 0) - global - (other.intercept[across] ?? 0);
      const factor = other.factor[across] ?? 0;
      f += factor;
      ff += factor * factor;
      y += left;
      fy += factor * left;
    }
    const count = to - from + a;
    const determinant = count * (ff + b) - f * f;
    side.intercept[number] = withFactors ? (y * (ff + b) - f * fy) / determinant : y / count;
    if (withFactors) side.factor[number] = (count * fy - f * y) / determinant;
  }
}

function bestGlobal(fit: Fit): number {
  const { length } = fit.table.value;
  let sum = 0;
  for (let index = 0; index < length; index += 1) sum += errorAt(fit, index) + fit.global;
  return length === 0 ? 0 : sum / length / (1 + INTERCEPT_WEIGHT);
}

function errorAt({ table, raters, notes, global }: Fit, index: number): number {
  const [rater, note] = [table.raterOf[index] ?? 0, table.noteOf[index] ?? 0];
  const opinion = (raters.factor[rater] ?? 0) * (notes.factor[note] ?? 0);
  return (table.value[index] ?? 0) - global - (raters.intercept[rater] ?? 0) - (notes.intercept[note] ?? 0) - opinion;
}

function lossOf(fit: Fit): number {
  const { length } = fit.table.value;
  let squares = 0;
  for (let index = 0; index < length; index += 1) squares += errorAt(fit, index) ** 2;
  const sides = [fit.raters, fit.notes].map(
    ({ intercept, factor, share }) =>
      (share / length) * (INTERCEPT_WEIGHT * squaresOf(intercept) + FACTOR_WEIGHT * squaresOf(factor)),
  );
  return squares / length + INTERCEPT_WEIGHT * fit.global ** 2 + sides.reduce((sum, side) => sum + side, 0);
}

function squaresOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/**
 * The first factors: the direction in which the ratings differ most after the intercepts, by power iteration. It
 * begins with a fixed row of numbers that no camp can be square to.
 */
function beginWithFactors(fit: Fit): void {
  const { raters, notes, table } = fit;
  const errors = Float64Array.from(table.value.keys(), (index) => errorAt(fit, index));
  notes.factor.forEach((_, number) => {
    notes.factor[number] = 0.5 + ((number * 0.618_033_988_749_895) % 1);
    if (number % 2 === 1) notes.factor[number] = -(notes.factor[number] ?? 0);
  });
  for (let round = 0; round < POWER_ROUNDS; round += 1) {
    project(raters, errors, { values: notes.factor, column: table.noteOf });
    project(notes, errors, { values: raters.factor, column: table.raterOf });
  }
}

function project(
  side: Side,
  errors: Float64Array,
  from: { readonly values: Float64Array; readonly column: Int32Array },
): void {
  side.factor.fill(0);
  for (let number = 0; number < side.factor.length; number += 1) {
    for (let at = side.begin[number] ?? 0; at < (side.begin[number + 1] ?? 0); at += 1) {
      const index = side.order[at] ?? 0;
      side.factor[number] =
        (side.factor[number] ?? 0) + (errors[index] ?? 0) * (from.values[from.column[index] ?? 0] ?? 0);
    }
  }
  const size = Math.sqrt(squaresOf(side.factor) / Math.max(1, side.factor.length));
  if (size > 0) side.factor.forEach((value, number) => (side.factor[number] = value / size));
}

/** Which camp is positive says nothing: the first note of a marked point of view is. */
function normaliseSign({ raters, notes }: Fit): void {
  const most = notes.factor.reduce((widest, factor) => Math.max(widest, Math.abs(factor)), 0);
  const first = notes.factor.find((factor) => Math.abs(factor) >= most / 2) ?? 0;
  if (first >= 0) return;
  for (const { factor } of [raters, notes]) factor.forEach((value, number) => (factor[number] = -value));
}
