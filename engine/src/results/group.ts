import type { EntryCode } from "../brand.ts";
import type { EventPlan, Group } from "../draw/plan.ts";
import type { GroupMatch } from "./credit.ts";
import { ITTF, rankingLaw } from "./ranking-law.ts";
import type { GroupStanding, MatchInEvent } from "./result.ts";
import { type StandingsRequest, standings } from "./standings.ts";

/** A group with its matches as they stand. */
export interface GroupOfMatches {
  readonly group: Group;
  readonly matches: readonly MatchInEvent[];
}

/** The table of one group by the ranking law of its event: provisional until every match is over. */
export function groupStanding(
  { group, matches }: GroupOfMatches,
  rules: Pick<EventPlan, "rankingLaw" | "bestOf">,
): GroupStanding {
  const ranked = standings(requestFor({ group, matches }, rules));
  return {
    group: group.name,
    complete: matches.every((match) => match.status === "over" || match.status === "bye"),
    rows: ranked.rows,
    trace: ranked.trace,
    steps: ranked.steps,
  };
}

function requestFor(
  { group, matches }: GroupOfMatches,
  rules: Pick<EventPlan, "rankingLaw" | "bestOf">,
): StandingsRequest<EntryCode> {
  return {
    entries: group.entries,
    matches: matches.flatMap(asGroupMatch),
    law: rankingLaw(rules.rankingLaw ?? ITTF.id) ?? unknownLaw(rules.rankingLaw),
    ...(rules.bestOf === undefined ? {} : { gamesNeeded: (rules.bestOf + 1) / 2 }),
    ...(group.lots === undefined ? {} : { lots: group.lots }),
  };
}

function asGroupMatch(match: MatchInEvent): GroupMatch<EntryCode>[] {
  const { home, away } = match.entries;
  if (!match.result || home === null || away === null) return [];
  return [{ home, away, games: match.result.games, outcome: match.result.outcome }];
}

function unknownLaw(id: string | undefined): never {
  throw new Error(`no ranking law is called ${id}`);
}
