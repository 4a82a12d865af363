/** What is counted level by level, the weightiest first: compared number by number. */
export type Cost = readonly number[];

/** The levels of a draw: 1 halves, 2 quarters, ..., the last one the matches of the first round. */
export function levelsOf(size: number): number[] {
  const levels: number[] = [];
  for (let level = 1; 2 ** level < size; level += 1) levels.push(level);
  return levels;
}

/**
 * The levels as the law keeps an association apart: halves, quarters, the first round (ITTF 3.6.3.3 and 3.6.3.4), then what
 * lies between, as the law had it until 2019 (eighths for 5 to 8, sixteenths for 9 to 16).
 */
export function inOrder(size: number): number[] {
  const levels = levelsOf(size);
  return [...levels.slice(0, 2), ...levels.slice(2).slice(-1), ...levels.slice(2, -1)];
}

/** The section in which a line (from 0) lies, from 0 at its level. */
export function sectionOf(line: number, level: number, size: number): number {
  return Math.floor((line * 2 ** level) / size);
}

/** Negative when `a` costs less. */
export function compareCosts(a: Cost, b: Cost): number {
  for (const [index, cost] of a.entries()) if (cost !== b[index]) return cost - (b[index] ?? 0);
  return 0;
}

/** Both together; one of them may be empty. */
export function plus(a: Cost, b: Cost): Cost {
  return (a.length > 0 ? a : b).map((_, index) => (a[index] ?? 0) + (b[index] ?? 0));
}

export function isNothing(cost: Cost): boolean {
  return cost.every((one) => one === 0);
}

/** The lines that cost least. */
export function cheapest(lines: readonly number[], measure: (line: number) => Cost): number[] {
  const costs = new Map(lines.map((line) => [line, measure(line)]));
  let least: Cost | null = null;
  for (const cost of costs.values()) if (least === null || compareCosts(cost, least) < 0) least = cost;
  return lines.filter((line) => compareCosts(costs.get(line) ?? [], least ?? []) === 0);
}
