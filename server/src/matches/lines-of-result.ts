import { illegalFinal, otherSide, type BySide, type LogEntry, type MatchRules, type Side } from "@podium/engine";

/** A result as people write it: the games, and for an end without play how it came and against whom. */
export interface WrittenResult {
  readonly games: readonly BySide<number>[];
  readonly end:
    | { readonly by: "walkover" | "retired" | "disqualified"; readonly against: Side | "both" }
    | Abandoned
    | null;
}

/** Abandoned: who does not go on, both where it counts for neither, null while that is not decided. */
interface Abandoned {
  readonly by: "abandoned";
  readonly against: Side | "both" | null;
}

/** A result of which no points are known: who won, and the games each side won, unless nobody noted even those. */
export interface WrittenOutcome {
  /** Null for a drawn tie. */
  readonly winner: Side | null;
  readonly gamesWon: BySide<number> | null;
  readonly by: "play" | "retired" | "disqualified";
}

const ENDED = { play: "play", retired: "retirement", disqualified: "disqualification" } as const;

/** The line of the log for a match that was abandoned, with what is known of its score. */
export function lineOfAbandoned(
  against: Side | "both" | null,
  score: Pick<Extract<LogEntry, { kind: "abandoned" }>, "unfinished" | "gamesWon">,
): LogEntry {
  const goesOn = against === null ? {} : { goesOn: against === "both" ? ("nobody" as const) : otherSide(against) };
  return { kind: "abandoned", ...goesOn, ...score };
}

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
  const unfinished = broken === undefined ? {} : { unfinished: broken };
  if (end.by === "abandoned") return [...finished, lineOfAbandoned(end.against, unfinished)];
  if (end.by === "walkover" || end.against === "both") return [...finished, { kind: "walkover", absent: end.against }];
  return [...finished, { kind: end.by, side: end.against, ...unfinished }];
}
