import type { Factorisation } from "./factorisation.ts";
import { countOf, keepRatings, type RatingTable } from "./rating.ts";

/** Community Notes, mf_base_scorer.py, and the guide to ranking notes: "Net Helpful Minimums". */
const FEWEST_RATINGS = 10;
const FEWEST_RATERS = 5;
const BOTH_SIDES = { helpful: 5, net: 10, fewerNet: 4, share: 0.05 };
/** Community Notes, score_posts.py: nearer to the middle a rater belongs to neither side. */
const SIDE_FROM = 0.15;

/**
 * The ratings of readers who rated ten notes and of notes that five of them rated. Where there are fewer than twenty
 * notes, half of them is enough: of eight nobody can rate ten.
 */
export function withEnough(table: RatingTable): RatingTable {
  const perRater = countOf(table.raterOf, table.raters.length);
  const enough = Math.min(FEWEST_RATINGS, Math.ceil(table.notes.length / 2));
  const busy = keepRatings(table, (index) => (perRater[table.raterOf[index] ?? 0] ?? 0) >= enough);
  const perNote = countOf(busy.noteOf, busy.notes.length);
  return keepRatings(busy, (index) => (perNote[busy.noteOf[index] ?? 0] ?? 0) >= FEWEST_RATERS);
}

/** Ratings of one side of the point of view: how many said helpful, how many not, and how many there are. */
export interface SideCount {
  helpful: number;
  unhelpful: number;
  all: number;
}

export interface Sides {
  readonly positive: SideCount;
  readonly negative: SideCount;
}

/** How the ratings of each note divide between the two points of view, by the factors of who gave them. */
export function sidesOf(table: RatingTable, fit: Factorisation): readonly Sides[] {
  const none = (): SideCount => ({ helpful: 0, unhelpful: 0, all: 0 });
  const sides = table.notes.map(() => ({ positive: none(), negative: none() }));
  for (const [index, value] of table.value.entries()) {
    const factor = fit.raterFactor[table.raterOf[index] ?? 0] ?? 0;
    const side = sides[table.noteOf[index] ?? 0]?.[factor > 0 ? "positive" : "negative"];
    if (side === undefined || Math.abs(factor) < SIDE_FROM) continue;
    side.all += 1;
    if (value === 1) side.helpful += 1;
    if (value === 0) side.unhelpful += 1;
  }
  return sides;
}

/** Whether both sides find it helpful. With thin data the thresholds alone let partisan notes through; this gate does not. */
export function isHelpfulToBoth({ positive, negative }: Sides): boolean {
  return isHelpfulTo(positive) && isHelpfulTo(negative);
}

function isHelpfulTo({ helpful, unhelpful, all }: SideCount): boolean {
  const net = helpful - unhelpful;
  return (
    helpful >= BOTH_SIDES.helpful &&
    (net >= BOTH_SIDES.net || (net >= BOTH_SIDES.fewerNet && net >= BOTH_SIDES.share * all))
  );
}
