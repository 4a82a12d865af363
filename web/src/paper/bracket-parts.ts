import type { BracketView, MatchRow, RoundView } from "@podium/protocol";

/** What fits on a sheet of the smallest size that is read from a wall. */
const LINES_A_SHEET = 16;
const ROUNDS_A_SHEET = 5;

/** A sheet of a bracket: some of its rounds, or a stretch of its first ones. */
export interface BracketPart {
  readonly rounds: readonly RoundView[];
  readonly bronze: MatchRow | null;
}

/**
 * A bracket over as many sheets as it needs: a stretch of so many lines on each, down to the one who comes out of it, and
 * a last sheet on which these meet. Where two matches do not always lead to one, so many rounds on each.
 */
export function bracketParts(
  { rounds, bronze }: Pick<BracketView, "rounds" | "bronze">,
  linesAPart = LINES_A_SHEET,
): BracketPart[] {
  const lines = 2 * (rounds[0]?.matches.length ?? 0);
  const isHalving = rounds.every(
    ({ matches }, at) => at === 0 || 2 * matches.length === (rounds[at - 1]?.matches.length ?? 0),
  );
  if (!isHalving) return byRounds({ rounds, bronze });
  if (lines <= linesAPart) return [{ rounds, bronze }];
  const sections = lines / linesAPart;
  const stretches = Array.from({ length: sections }, (_, at) => ({
    rounds: rounds
      .filter(({ matches }) => matches.length >= sections)
      .map(({ round, matches }) => {
        const each = matches.length / sections;
        return { round, matches: matches.slice(at * each, (at + 1) * each) };
      }),
    bronze: null,
  }));
  return [...stretches, { rounds: rounds.filter(({ matches }) => matches.length <= sections), bronze }];
}

function byRounds({ rounds, bronze }: BracketPart): BracketPart[] {
  const sheets = Math.ceil(rounds.length / ROUNDS_A_SHEET);
  return Array.from({ length: sheets }, (_, at) => ({
    rounds: rounds.slice(at * ROUNDS_A_SHEET, (at + 1) * ROUNDS_A_SHEET),
    bronze: at === sheets - 1 ? bronze : null,
  }));
}
