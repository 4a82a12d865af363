import { type Cost, inOrder, levelsOf, sectionOf } from "./levels.ts";

/**
 * How badly a line (from 0) sits with others that were placed before it, half by half, quarter by quarter: in every section
 * it should go to the side that holds fewer of them. All 0 is as even as can be; halves come first.
 */
export function crowding(others: readonly number[], size: number): (line: number) => Cost {
  const levels = levelsOf(size);
  const counts = countsOf(others, size);
  return (line) =>
    levels.map((level) => {
      const near = counts[2 ** level + sectionOf(line, level, size)] ?? 0;
      const around = counts[2 ** (level - 1) + sectionOf(line, level - 1, size)] ?? 0;
      return near > around - near ? 1 : 0;
    });
}

/**
 * How badly a line (from 0) sits with the better ones of its association: the second must not stand in the half of the first,
 * the third and fourth in no quarter of the first two, and so on (ITTF 3.6.3). Levels in the order of the law.
 */
function trespass(better: readonly number[], size: number): (line: number) => Cost {
  const levels = inOrder(size);
  const counts = countsOf(better, size);
  const isHeld = (line: number, level: number) => (counts[2 ** level + sectionOf(line, level, size)] ?? 0) > 0;
  return (line) => levels.map((level) => (better.length < 2 ** level && isHeld(line, level) ? 1 : 0));
}

/** How far a line is from standing apart from the better ones of its association: first by the law, then evenly. */
export function apartFrom(better: readonly number[], size: number): (line: number) => Cost {
  const [byLaw, evenly] = [trespass(better, size), crowding(better, size)];
  return (line) => [...byLaw(line), ...evenly(line)];
}

/** How many of these lines lie in each section, numbered as in a heap: 1 is the whole draw, 2 and 3 its halves. */
export function countsOf(lines: readonly number[], size: number): Int32Array {
  const counts = new Int32Array(Math.max(2, size));
  for (const line of lines) {
    for (let section = (size + line) >> 1; section >= 1; section >>= 1) counts[section] = (counts[section] ?? 0) + 1;
  }
  return counts;
}
