import type { EntryCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import type { EventState, MatchInEvent } from "../results/result.ts";

export const MEDALS = ["gold", "silver", "bronze"] as const;
export type Medal = (typeof MEDALS)[number];

export interface MedalWon {
  readonly medal: Medal;
  readonly entry: EntryCode;
}

/**
 * The medals that are decided so far: gold first. Third place is one entry after a bronze match and both losing
 * semi-finalists without one. Who was disqualified in its last match, or lost one that nobody won, gets none, and nobody moves
 * up for it; a place that several entries share because
 * lots are still to be drawn gives none yet. Several groups without a knock-out after them give none at all. A tie of two for bronze in a round robin waits in the same way.
 */
export function medals(state: EventState, plan: EventPlan): MedalWon[] {
  if (areGroupsApart(plan)) return [];
  const without = new Set([...entriesOfUnwonMatches(state), ...disqualified(state)]);
  return MEDALS.flatMap((medal, index) => {
    const placed = state.placings.filter((placing) => placing.place === index + 1);
    const most = medal === "bronze" && sharesBronze(plan) ? 2 : 1;
    if (placed.length > most) return [];
    return placed.filter(({ entry }) => !without.has(entry)).map(({ entry }) => ({ medal, entry }));
  });
}

/** Several groups and no knock-out: nobody is ranked against those of another group. */
function areGroupsApart({ groups, matches }: EventPlan): boolean {
  return groups.length > 1 && matches.every((match) => match.phase === "groups");
}

/** Two bronzes: a knock-out whose losing semi-finalists play no further match. */
function sharesBronze(plan: EventPlan): boolean {
  const playsOn = plan.matches.some((match) => match.home.from === "loser" || match.away.from === "loser");
  return plan.matches.some((match) => match.round === "sf") && !playsOn;
}

/** Entries out after a match without a winner in the knock-out: both were absent. */
function entriesOfUnwonMatches(state: EventState): Set<EntryCode> {
  const unwon = state.matches.filter(
    (match) => match.phase === "knock-out" && match.status === "over" && match.winner === null,
  );
  const entries = unwon.flatMap((match) => [match.entries.home, match.entries.away]);
  return new Set(entries.filter((entry) => entry !== null));
}

/** Entries whose last match of the knock-out ended with their disqualification. */
function disqualified(state: EventState): EntryCode[] {
  const lastMatch = new Map<EntryCode, MatchInEvent>();
  for (const match of state.matches) {
    if (match.phase !== "knock-out" || match.status !== "over") continue;
    for (const entry of [match.entries.home, match.entries.away]) if (entry !== null) lastMatch.set(entry, match);
  }
  return [...lastMatch].flatMap(([entry, { loser, result }]) =>
    loser === entry && result?.outcome.by === "disqualification" ? [entry] : [],
  );
}

/** What an association, a club or a person has won. */
interface MedalCount {
  readonly name: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

interface MedalRank extends MedalCount {
  readonly place: number;
  readonly total: number;
}

/** The medal table: by gold, then silver, then bronze; equal rows share a place and stand in the order of their names. */
export function medalTable(counts: readonly MedalCount[]): MedalRank[] {
  const sorted = [...counts].sort((a, b) => byMedals(a, b) || (a.name < b.name ? -1 : 1));
  const rows: MedalRank[] = [];
  for (const [index, count] of sorted.entries()) {
    const before = rows.at(-1);
    const place = before && byMedals(before, count) === 0 ? before.place : index + 1;
    rows.push({ ...count, place, total: count.gold + count.silver + count.bronze });
  }
  return rows;
}

/** Adds up medals by the name they are counted under. */
export function countMedals(won: readonly { readonly medal: Medal; readonly name: string }[]): MedalCount[] {
  const counts = new Map<string, MedalCount>();
  for (const { medal, name } of won) {
    const count = counts.get(name) ?? { name, gold: 0, silver: 0, bronze: 0 };
    counts.set(name, { ...count, [medal]: count[medal] + 1 });
  }
  return [...counts.values()];
}

function byMedals(a: MedalCount, b: MedalCount): number {
  return b.gold - a.gold || b.silver - a.silver || b.bronze - a.bronze;
}
