/** From here on a text is shown from right to left, whatever its letters; up to where that ends. */
const OVERRIDE = "\u202E";
const MIRRORED = /\u202E([^\u202C\u202D\u2066-\u2069\n]+)/gu;

/** A stretch of code units whose letters stand in the order in which they are not shown. */
type Stretch = readonly [from: number, to: number];

/** A text as it is shown where its order is overridden; null where it is not. */
export function shownOrder(text: string): { readonly text: string; readonly placeOf: (at: Stretch) => Stretch } | null {
  if (!text.includes(OVERRIDE)) return null;
  const stretches: Stretch[] = [];
  const shown = text.replaceAll(MIRRORED, (whole, letters: string, at: number) => {
    stretches.push([at + 1, at + whole.length]);
    return OVERRIDE + [...letters].reverse().join("");
  });
  const placeOf = ([start, end]: Stretch): Stretch => {
    const stretch = stretches.find(([from, to]) => start >= from && end <= to);
    return stretch === undefined ? [start, end] : [stretch[0] + stretch[1] - end, stretch[0] + stretch[1] - start];
  };
  return { text: shown, placeOf };
}
