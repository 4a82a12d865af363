import {
  SIDES,
  isRefused,
  otherSide,
  refuse,
  type BySide,
  type LogEntry,
  type MatchRules,
  type Refusal,
  type Side,
} from "@podium/engine";
import type { MatchLine, RubberLine } from "@podium/protocol";
import { lineOfAbandoned, lineOfOutcome, linesOfResult, type WrittenResult } from "../matches/lines-of-result.ts";

/** What the scores of a line are read by. */
interface Reading {
  readonly rules: MatchRules;
  /** The entries in the order in which the line has its scores. */
  readonly sides: BySide<string | null>;
}

/** The log as it is, one line for each game and one for an end without play, or the one line of an end of which no more is known. */
export function logIn(line: MatchLine | RubberLine, reading: Reading): LogEntry[] | Refusal {
  if (line.log !== undefined && (line.games ?? line.outcome ?? line.score) !== undefined)
    return refuse("log-and-games", "A match is told by its log or by its games and outcome, not by both.");
  if (line.log !== undefined) return line.log.map((entry): LogEntry => JSON.parse(JSON.stringify(entry)));
  const games = withoutPadding(line.games ?? []).map(([home, away]) => ({ home, away }));
  if (line.score !== undefined && games.length > 0)
    return refuse(
      "games-and-score",
      "The games tell the score; write the score alone where their points are not known.",
    );
  const end = endIn(line, reading);
  if (isRefused(end)) return end;
  const isWalkover = end?.by === "walkover";
  if (isWalkover && line.score !== undefined && !isWorthOf(line.score, end, reading))
    return refuse("games-and-score", "A match that was not played has no score, or the one that it counts for.");
  const known = end === null || isWalkover ? null : wonInRubbers(line, reading);
  if (end?.by === "abandoned" && games.length === 0) return [abandonedIn(line, end.against, known)];
  if (known !== null && end !== null && end.by !== "abandoned" && end.against !== "both" && end.by !== "walkover")
    return [lineOfOutcome({ winner: otherSide(end.against), gamesWon: known, by: end.by })];
  if (!isWalkover && games.length === 0 && (line.score ?? line.winner) !== undefined)
    return outcomeIn(line, reading, end);
  return linesOfResult(reading.rules, { games, end });
}

/** Of an end without play how it came and against whom; null for a match that was played out. */
function endIn(line: MatchLine | RubberLine, { sides }: Reading): WrittenResult["end"] | Refusal {
  if (line.outcome === undefined || line.outcome === "play") return null;
  const winner = SIDES.find((side) => line.winner !== undefined && sides[side] === line.winner);
  const named = SIDES.find((side) => line.against !== undefined && sides[side] === line.against);
  const against = line.against === undefined && winner !== undefined ? otherSide(winner) : named;
  if (against !== undefined) return { by: line.outcome, against };
  if (line.outcome === "abandoned" && line.winner === undefined)
    return line.against === undefined || line.against === "both"
      ? { by: "abandoned", against: line.against ?? null }
      : againstUnknown(line.outcome);
  if (line.against === "both" && line.outcome === "walkover") return { by: "walkover", against: "both" };
  return againstUnknown(line.outcome);
}

function againstUnknown(outcome: NonNullable<MatchLine["outcome"]>): Refusal {
  return refuse("against-unknown", "Say by against which of the two entries was absent, gave up or was disqualified.", {
    outcome,
  });
}

/** A match that was abandoned and of which at most its score is known; of a tie what its rubbers add up to. */
function abandonedIn(
  line: MatchLine | RubberLine,
  against: Side | "both" | null,
  known: BySide<number> | null,
): LogEntry {
  const gamesWon = line.score === undefined ? known : { home: line.score[0], away: line.score[1] };
  return lineOfAbandoned(against, gamesWon === null ? {} : { gamesWon });
}

/** Tables of leagues write a tie that a team did not come to with the score it counts for: 3-0. */
function isWorthOf([home, away]: readonly [number, number], end: WrittenResult["end"], { rules }: Reading): boolean {
  if (rules.tie === undefined) return false;
  const all = rules.tie.wonBy ?? rules.tie.of;
  if (end === null || end.against === "both") return home === 0 && away === 0;
  return end.against === "away" ? home === all && away === 0 : away === all && home === 0;
}

/** What the rubbers of a tie add up to that a side gave up; null where it is told otherwise, or they do not tell it. */
function wonInRubbers(line: MatchLine | RubberLine, { rules, sides }: Reading): BySide<number> | null {
  if (!("rubbers" in line) || line.rubbers === undefined || isToldByScoreOrWinner(line)) return null;
  const won = { home: 0, away: 0 };
  for (const rubber of line.rubbers) {
    if (rubber.log !== undefined) return null;
    const games = gamesWonIn(rubber);
    const winner = winnerOfRubber(rubber, sides);
    if (rules.tie?.counts === "games") {
      won.home += games?.home ?? 0;
      won.away += games?.away ?? 0;
    } else if (winner !== undefined) won[winner] += 1;
  }
  return won;
}

function isToldByScoreOrWinner({ score, winner }: MatchLine): boolean {
  return score !== undefined || winner !== undefined;
}

function winnerOfRubber(rubber: RubberLine, sides: Reading["sides"]): Side | undefined {
  const named = SIDES.find((side) => rubber.winner !== undefined && sides[side] === rubber.winner);
  const other = SIDES.find((side) => rubber.against !== undefined && sides[side] === rubber.against);
  if (named !== undefined || other !== undefined) return named ?? (other && otherSide(other));
  const games = gamesWonIn(rubber);
  if (games === null || games.home === games.away) return undefined;
  return games.home > games.away ? "home" : "away";
}

function gamesWonIn({ score, games = [] }: RubberLine): BySide<number> | null {
  if (score !== undefined) return { home: score[0], away: score[1] };
  const played = withoutPadding(games);
  if (played.length === 0) return null;
  const home = played.filter(([own, other]) => own > other).length;
  return { home, away: played.length - home };
}

/** A match of which the points are not known, or nothing but who won. */
function outcomeIn(
  { score, winner }: MatchLine | RubberLine,
  { sides, rules }: Reading,
  end: WrittenResult["end"],
): LogEntry[] | Refusal {
  const gamesWon = score === undefined ? null : { home: score[0], away: score[1] };
  const named = SIDES.find((side) => winner !== undefined && sides[side] === winner);
  const isLevel = end === null && gamesWon !== null && gamesWon.home === gamesWon.away;
  const won = winnerIn({ gamesWon, named }, end) ?? (rules.tie !== undefined && isLevel ? null : undefined);
  if (won === undefined)
    return refuse("winner-unknown", "Neither of the two entries has won by what is told of this match.", {
      winner: winner ?? "",
    });
  const by = end === null || end.by === "walkover" || end.by === "abandoned" ? "play" : end.by;
  return [lineOfOutcome({ winner: won, gamesWon, by })];
}

function winnerIn(
  told: { readonly gamesWon: BySide<number> | null; readonly named: Side | undefined },
  end: WrittenResult["end"],
): Side | undefined {
  if (end !== null) return end.against === "both" || end.against === null ? undefined : otherSide(end.against);
  if (told.gamesWon === null || told.gamesWon.home === told.gamesWon.away) return told.named;
  return told.gamesWon.home > told.gamesWon.away ? "home" : "away";
}

/** Published results often fill the games that were not needed with 0-0. */
export function withoutPadding(games: NonNullable<MatchLine["games"]>): NonNullable<MatchLine["games"]> {
  const played = games.findLastIndex(([home, away]) => home + away > 0);
  return games.slice(0, played + 1);
}
