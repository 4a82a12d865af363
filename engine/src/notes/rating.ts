/** What a reader said of a note: 1 helpful, 0.5 somewhat helpful, 0 not helpful. */
export interface Rating {
  readonly note: string;
  readonly rater: string;
  readonly rating: 0 | 0.5 | 1;
}

/**
 * Ratings by number instead of by name: raters and notes in the order of their names, so that nothing hangs on the
 * order in which ratings came. One reader has one say about a note; of several the least favourable counts.
 */
export interface RatingTable {
  readonly notes: readonly string[];
  readonly raters: readonly string[];
  readonly noteOf: Int32Array;
  readonly raterOf: Int32Array;
  readonly value: Float64Array;
}

/** Puts ratings into a table. */
export function tabulate(ratings: readonly Rating[]): RatingTable {
  const notes = names(ratings.map(({ note }) => note));
  const raters = names(ratings.map(({ rater }) => rater));
  const [noteNumber, raterNumber] = [numbers(notes), numbers(raters)];
  const said = new Map<number, number>();
  for (const { note, rater, rating } of ratings) {
    const key = (raterNumber.get(rater) ?? 0) * notes.length + (noteNumber.get(note) ?? 0);
    said.set(key, Math.min(said.get(key) ?? 1, rating));
  }
  const keys = Float64Array.from(said.keys()).sort();
  return {
    notes,
    raters,
    noteOf: Int32Array.from(keys, (key) => key % notes.length),
    raterOf: Int32Array.from(keys, (key) => Math.floor(key / notes.length)),
    value: Float64Array.from(keys, (key) => said.get(key) ?? 0),
  };
}

/** By code unit, which is the same everywhere. */
function names(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort((a, b) => (a < b ? -1 : 1));
}

function numbers(all: readonly string[]): ReadonlyMap<string, number> {
  return new Map(all.map((name, index) => [name, index]));
}

/** The same table with only those ratings that `keep` answers true for; the numbers of raters and notes stay. */
export function keepRatings(table: RatingTable, keep: (index: number) => boolean): RatingTable {
  const kept = Array.from(table.value.keys()).filter(keep);
  return {
    ...table,
    noteOf: Int32Array.from(kept, (index) => table.noteOf[index] ?? 0),
    raterOf: Int32Array.from(kept, (index) => table.raterOf[index] ?? 0),
    value: Float64Array.from(kept, (index) => table.value[index] ?? 0),
  };
}

/** How many ratings each number of a column has. */
export function countOf(column: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const number of column) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}
