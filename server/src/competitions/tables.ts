import type { CompetitionRow } from "./competitions.ts";

/** The tables that a competition was set up with, in their order; none where nobody has named any. */
export function tablesOfCompetition({ tables }: Pick<CompetitionRow, "tables">): string[] {
  return tables === null ? [] : JSON.parse(tables);
}

/** Each table once: 2 before 10. */
export function byNumber(tables: readonly string[]): string[] {
  return [...new Set(tables)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
