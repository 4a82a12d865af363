import type { EntryCode } from "../brand.ts";
import type { EventPlan, Group } from "../draw/plan.ts";
import { isRefused } from "../refusal.ts";
import type { GroupMatch } from "./credit.ts";
import { type GroupLaws, groupLaws } from "./ranking-law.ts";
import type { GroupStanding, MatchInEvent } from "./result.ts";
import { type StandingsRequest, standings } from "./standings.ts";

/** What the plan says about the laws of its groups. */
type GroupRules = Pick<EventPlan, "sport" | "edition" | "rankingLaw" | "bestOf" | "tie">;

/** A group with its matches as they stand, and the entries that are known. */
interface GroupOfMatches {
  readonly group: Group;
  readonly entries?: readonly EntryCode[];
  readonly matches: readonly MatchInEvent[];
}

/** The table of one group by the ranking law of its event: provisional until every match is over. */
export function groupStanding({ group, entries, matches }: GroupOfMatches, rules: GroupRules): GroupStanding {
  const ranked = standings(requestFor({ group, entries: entries ?? group.entries, matches }, rules));
  return {
    group: group.name,
    complete: matches.every((match) => match.status === "over" || match.status === "bye"),
    rows: ranked.rows,
    steps: ranked.steps,
  };
}

function requestFor(
  { group, entries, matches }: Required<GroupOfMatches>,
  rules: GroupRules,
): StandingsRequest<EntryCode> {
  const bestOf = group.bestOf ?? rules.bestOf;
  return {
    entries,
    matches: matches.flatMap(asGroupMatch),
    laws: lawsOfGroup(group, rules),
    ...(bestOf === undefined ? {} : { gamesNeeded: (bestOf + 1) / 2 }),
    ...(group.lots === undefined ? {} : { lots: group.lots }),
  };
}

/** Stands for nobody in the table, as the opponent of who has a bye in a Swiss system. */
const NOBODY = "" as EntryCode;

function asGroupMatch(match: MatchInEvent): GroupMatch<EntryCode>[] {
  const { home, away } = match.entries;
  if (match.status === "bye" && match.away.from === "bye" && home !== null) {
    return [{ home, away: NOBODY, games: [], outcome: { winner: "home", by: "walkover" } }];
  }
  if (!match.result || home === null || away === null) return [];
  const { games, outcome, tie } = match.result;
  return [{ home, away, games, outcome, ...(tie === undefined ? {} : { tie }) }];
}

/** The plan was accepted with its sport, so a refusal here is a bug. */
function lawsOfGroup({ ranking }: Group, rules: GroupRules): GroupLaws {
  const laws = groupLaws(
    typeof ranking === "string" ? { ...rules, rankingLaw: ranking } : { ...rules, ...own(ranking) },
  );
  if (isRefused(laws)) throw new Error(laws.message);
  return laws;
}

function own(criteria: readonly string[] | undefined) {
  return criteria === undefined ? {} : { criteria };
}
