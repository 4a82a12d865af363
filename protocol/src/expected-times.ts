import type { MatchRow } from "./matches.ts";

const MINUTE_MS = 60_000;
/** A day that runs this little otherwise than planned is on time; nobody is told another time for less. */
export const ON_TIME_MS = 2 * MINUTE_MS;

/** When a match is expected, where that is said beside the time it is planned for; null where it is on time. */
export function expectedBeside({ startMs, expectedMs }: Pick<MatchRow, "startMs" | "expectedMs">): number | null {
  if (startMs === null || expectedMs === null) return null;
  return Math.abs(expectedMs - startMs) > ON_TIME_MS ? expectedMs : null;
}
