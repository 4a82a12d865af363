import type { PlannedPhase } from "@podium/engine";
import type { BracketView, GroupView, MatchRow, PhaseView, RoundView } from "@podium/protocol";

interface Drawn {
  readonly matches: readonly MatchRow[];
  readonly groups: readonly GroupView[];
}

/** A phase of an event with those of its matches that are shown. */
export function phaseView({ code, format, title }: PlannedPhase, { matches, groups }: Drawn): PhaseView {
  const own = matches.filter((match) => codeOfPhase(match) === code);
  const rounds = roundsOf(own.filter((match) => match.phase === "knock-out"));
  const isShown = new Set(own.map(({ group }) => group));
  return {
    code,
    title: title ?? null,
    format,
    groups: groups.filter(({ standing }) => isShown.has(standing.group)),
    rounds: format === "swiss" ? roundsOf(own).reverse() : [],
    brackets: bracketsOf(rounds),
    placing: rounds.filter(({ round }) => partOf(round) === "placing"),
  };
}

function codeOfPhase({ phaseCode, phase }: MatchRow): string {
  return phaseCode ?? (phase === "groups" ? "groups" : "main");
}

function roundsOf(matches: readonly MatchRow[]): RoundView[] {
  return [...Map.groupBy(matches, ({ round }) => round)].map(([round, inRound]) => ({ round, matches: inRound }));
}

const PARTS = ["all", "upper", "lower", "finals"] as const;

function bracketsOf(rounds: readonly RoundView[]): BracketView[] {
  const isDouble = rounds.some(({ round }) => partOf(round) === "upper");
  const bronze = rounds.find(({ round }) => partOf(round) === "bronze")?.matches[0] ?? null;
  return PARTS.flatMap((part) => {
    const inPart = rounds.filter(({ round }) => {
      const found = partOf(round);
      return (found === "finals" && !isDouble ? "all" : found) === part;
    });
    return inPart.length === 0 ? [] : [{ part, rounds: inPart, bronze: part === "all" ? bronze : null }];
  });
}

/** Where a round stands, by its name without the code of its phase: `w1` above, `l1` below, `p5-8` on the way to a place. */
function partOf(round: string): BracketView["part"] | "bronze" | "placing" {
  if (/(^|-)p\d+(-\d+)?$/.test(round)) return "placing";
  if (/(^|-)bronze$/.test(round)) return "bronze";
  if (/(^|-)w\d+$/.test(round)) return "upper";
  if (/(^|-)l\d+$/.test(round)) return "lower";
  return /(^|-)final(-2)?$/.test(round) ? "finals" : "all";
}
