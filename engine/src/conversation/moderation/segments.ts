import { BREAK, type Reading } from "./reading.ts";

/** The words of a dictionary in a reading: from which code to which (not included) the word around a code reaches. */
export interface Segments {
  around(index: number): readonly [from: number, to: number];
}

/** So long a stretch is cut at once; the edges of longer ones may fall inside a word. */
const CHUNK = 400;
// Chinese and Japanese share one dictionary; in which of them it is asked makes no difference.
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** Cuts a reading into words by the dictionary: each stretch between breaks by itself, and only when it is asked for. */
export function segmentsOf(text: string, reading: Reading): Segments {
  const begin: number[] = [];
  const end: number[] = [];
  return {
    around: (index) => {
      if (begin[index] === undefined) cut({ text, reading }, stretchAround(reading, index), { begin, end });
      return [begin[index] ?? index, end[index] ?? index + 1];
    },
  };
}

/** The codes around an index up to the next break, or to the next multiple of `CHUNK`. */
function stretchAround({ codes }: Reading, index: number): readonly [number, number] {
  const chunk = index - (index % CHUNK);
  let from = index;
  while (from > chunk && codes[from - 1] !== BREAK) from -= 1;
  let to = index + 1;
  while (to < Math.min(codes.length, chunk + CHUNK) && codes[to] !== BREAK) to += 1;
  return [from, to];
}

interface Cut {
  readonly begin: number[];
  readonly end: number[];
}

function cut(
  { text, reading }: { readonly text: string; readonly reading: Reading },
  [first, until]: readonly [number, number],
  { begin, end }: Cut,
): void {
  const shown: string[] = [];
  for (let index = first; index < until; index += 1) shown.push(shownAs(text, reading, index));
  let at = first;
  let open = 0;
  for (const { segment } of segmenter.segment(shown.join(""))) {
    open += segment.length;
    let next = at;
    while (next < until && open >= (shown[next - first]?.length ?? 1)) {
      open -= shown[next - first]?.length ?? 1;
      next += 1;
    }
    for (let index = at; index < next; index += 1) [begin[index], end[index]] = [at, next];
    at = next;
  }
}

/** The letter as it was written, so that バカ is cut as katakana; without width, and without what is not seen. */
function shownAs(text: string, { letters, from, codes }: Reading, index: number): string {
  const letter = letters[from[index] ?? 0];
  const code = String.fromCodePoint(codes[index] ?? 0);
  if (letter === undefined || letter.script !== "katakana") return code;
  const [shown = code] = text.slice(letter.start, letter.end).normalize("NFKC");
  return shown;
}
