/**
 * How badly a line (from 0) sits with others that were placed before it, half by half, quarter by quarter: in every section
 * it should go to the side that holds fewer of them. 0 is as even as can be; a half weighs most.
 */
export function crowding(line: number, others: readonly number[], size: number): number {
  let cost = 0;
  for (let length = size; length > 2; length /= 2) {
    const near = others.filter((other) => sameSection(other, line, length / 2)).length;
    const around = others.filter((other) => sameSection(other, line, length)).length;
    cost = cost * 16 + (near > around - near ? 1 : 0);
  }
  return cost;
}

/** The lines that sit best, by one measure after the other. */
export function leastCrowded(lines: readonly number[], measures: readonly ((line: number) => number)[]): number[] {
  let best = [...lines];
  for (const measure of measures) {
    const costs = new Map(best.map((line) => [line, measure(line)]));
    const least = Math.min(...costs.values());
    best = best.filter((line) => costs.get(line) === least);
  }
  return best;
}

function sameSection(a: number, b: number, length: number): boolean {
  return Math.floor(a / length) === Math.floor(b / length);
}
