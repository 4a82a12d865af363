import type { MatchRow } from "@podium/protocol";
import { dayOf } from "../ui/times.ts";

/** The matches of one day where they are played; "" for those without a time. */
export interface Day {
  readonly day: string;
  readonly matches: readonly MatchRow[];
}

/** An order of play by its days, in the order in which they come. */
export function byDay(matches: readonly MatchRow[]): Day[] {
  const days = new Map<string, MatchRow[]>();
  for (const match of matches) {
    const day = match.startMs === null ? (match.day ?? "") : dayOf(match.startMs, match.zone);
    days.set(day, [...(days.get(day) ?? []), match]);
  }
  return [...days].map(([day, ofDay]) => ({ day, matches: ofDay }));
}
