/** One line of the table: what was measured, and the figure with its unit. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly note: string;
}

/** `1234567` as `1,234,567`. */
export function count(number: number): string {
  return Math.round(number).toLocaleString("en");
}

/** The value below which `share` of the sorted values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
