import { illegalFinal, type BySide, type LogEntry, type MatchRules, type Side } from "@podium/engine";

/** A result as people write it: the games, and for an end without play how it came and against whom. */
export interface WrittenResult {
  readonly games: readonly BySide<number>[];
  readonly end: { readonly by: "walkover" | "retired" | "disqualified"; readonly against: Side | "both" } | null;
}

/** A result of which no points are known: who won, and the games each side won, unless nobody noted even those. */
export interface WrittenOutcome {
  /** Null for a drawn tie. */
  readonly winner: Side | null;
  readonly gamesWon: BySide<number> | null;
  readonly by: "play" | "retired" | "disqualified";
}

const ENDED = { play: "play", retired: "retirement", disqualified: "disqualification" } as const;

/** The line of the log for a match of which only the end is known. */
export function lineOfOutcome({ winner, gamesWon, by }: WrittenOutcome): LogEntry {
  return { kind: "outcome", winner, by: ENDED[by], gamesWon };
}

/**
 * The lines of the log that a written result stands for. Where a side gave up or was disqualified, a last game that
 * could not end so was broken off.
 */
export function linesOfResult(rules: MatchRules, { games, end }: WrittenResult): LogEntry[] {
  const last = games.at(-1);
  const broken =
    end !== null && end.by !== "walkover" && last !== undefined && illegalFinal(rules, last, games.length) !== null
      ? last
      : undefined;
  const finished = (broken === undefined ? games : games.slice(0, -1)).map((score): LogEntry => ({
    kind: "game",
    score,
  }));
  if (end === null) return finished;
  if (end.by === "walkover" || end.against === "both") return [...finished, { kind: "walkover", absent: end.against }];
  return [...finished, { kind: end.by, side: end.against, ...(broken === undefined ? {} : { unfinished: broken }) }];
}
