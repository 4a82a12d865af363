import { factorise, FACTOR_WEIGHT, INTERCEPT_WEIGHT, type Factorisation } from "./factorisation.ts";
import { countOf, tabulate, type Rating, type RatingTable } from "./rating.ts";
import { isHelpfulToBoth, sidesOf, withEnough, type Sides } from "./sides.ts";

/** What becomes of a note. A person's own factor is a political profile: it is in no answer. */
export interface NoteScore {
  readonly note: string;
  /** How helpful the note is to readers of every point of view; about 0 for one of which nothing is known. */
  readonly intercept: number;
  /** How much it pleases one point of view and displeases the other. */
  readonly factor: number;
  readonly status: "shown" | "hidden" | "needs-more";
}

/** Community Notes, mf_base_scorer.py. */
const SHOWN_FROM = 0.4;
const WIDEST_FACTOR = 0.5;
const HIDDEN_BELOW = { intercept: -0.05, forFactor: -0.8 };
const DIGITS = 1e6;

/**
 * Scores every note, in the order in which they first appear: a note is shown when readers who usually disagree both
 * find it helpful, and hidden when both find it is not. The same ratings give the same scores in whatever order.
 */
export function scoreNotes(ratings: readonly Rating[]): NoteScore[] {
  const all = tabulate(ratings);
  const table = withEnough(all);
  const fit = factorise(table);
  const raters = countOf(table.noteOf, table.notes.length);
  const sides = sidesOf(table, fit);
  const guesses = estimates(all, fit, countOf(table.raterOf, table.raters.length));
  const scores = new Map(
    all.notes.map((note, number): [string, NoteScore] => {
      const isFitted = (raters[number] ?? 0) > 0;
      const { intercept, factor } = (isFitted ? ownOf(fit, number) : guesses[number]) ?? NOTHING;
      const status = isFitted ? statusOf(intercept, factor, sides[number]) : "needs-more";
      return [note, { note, intercept: rounded(intercept), factor: rounded(factor), status }];
    }),
  );
  return [...new Set(ratings.map(({ note }) => note))].flatMap((note) => scores.get(note) ?? []);
}

const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS || 0;

interface Estimate {
  readonly intercept: number;
  readonly factor: number;
}

const NOTHING: Estimate = { intercept: 0, factor: 0 };

function ownOf(fit: Factorisation, number: number): Estimate {
  return { intercept: fit.noteIntercept[number] ?? 0, factor: fit.noteFactor[number] ?? 0 };
}

function statusOf(intercept: number, factor: number, sides: Sides | undefined): NoteScore["status"] {
  if (intercept < HIDDEN_BELOW.intercept + HIDDEN_BELOW.forFactor * Math.abs(factor)) return "hidden";
  if (intercept < SHOWN_FROM || Math.abs(factor) >= WIDEST_FACTOR || sides === undefined) return "needs-more";
  return isHelpfulToBoth(sides) ? "shown" : "needs-more";
}

/** What is known of a note from the readers whose point of view is known: the sums of its least squares. */
interface Sums {
  count: number;
  f: number;
  ff: number;
  y: number;
  fy: number;
}

/** A guess at every note, also of those with too few ratings, each by itself, by the readers that count; zeros without any. */
function estimates(all: RatingTable, fit: Factorisation, counted: Int32Array): readonly Estimate[] {
  const sums = all.notes.map((): Sums => ({ count: 0, f: 0, ff: 0, y: 0, fy: 0 }));
  for (const [index, value] of all.value.entries()) {
    const [rater, sum] = [all.raterOf[index] ?? 0, sums[all.noteOf[index] ?? 0]];
    if (sum === undefined || (counted[rater] ?? 0) === 0) continue;
    const factor = fit.raterFactor[rater] ?? 0;
    const left = value - fit.global - (fit.raterIntercept[rater] ?? 0);
    sum.count += 1;
    sum.f += factor;
    sum.ff += factor * factor;
    sum.y += left;
    sum.fy += factor * left;
  }
  const share = all.value.length / Math.max(1, all.notes.length);
  return sums.map(({ count, f, ff, y, fy }) => {
    const [a, b] = [count + INTERCEPT_WEIGHT * share, ff + FACTOR_WEIGHT * share];
    const determinant = a * b - f * f;
    return { intercept: (y * b - f * fy) / determinant, factor: (a * fy - f * y) / determinant };
  });
}
