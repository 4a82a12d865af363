import { otherSide, type BySide, type LogEntry, type Side } from "@podium/engine";
import type { MatchLine } from "@podium/protocol";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { present } from "./present-fields.ts";

/** What a file tells of the play of a match, from its log. */

/** By games where the log holds nothing else, else line by line. */
export function playIn(
  log: readonly LogEntry[],
  row: StoredMatchRow,
): Pick<MatchLine, "games" | "score" | "winner" | "log" | "outcome" | "against"> {
  if (log.length === 0) return {};
  const [only, ...others] = log;
  if (only?.kind === "outcome" && others.length === 0 && only.atMs === undefined) return outcomeAlone(only, row);
  const games = log.filter((entry) => entry.kind === "game");
  const [end, ...more] = log.slice(games.length);
  const told = log.slice(0, games.length).every((entry) => entry.kind === "game") && more.length === 0;
  const against = end && againstIn(end, row);
  const isOpen = end?.kind === "abandoned" && end.goesOn === undefined;
  const isUnderWay = end === undefined && row.outcome === null;
  if (!told || isUnderWay || (end !== undefined && against === undefined && !isOpen))
    return { log: JSON.parse(JSON.stringify(log)) };
  const { gamesWon } = end?.kind === "abandoned" ? end : {};
  if (gamesWon !== undefined)
    return { score: [gamesWon.home, gamesWon.away], outcome: "abandoned", ...present({ against }) };
  return {
    games: [...games.map(({ score }) => score), ...brokenOffIn(end)].map(({ home, away }): [number, number] => [
      home,
      away,
    ]),
    ...(end === undefined ? {} : { outcome: outcomeOf(end), ...present({ against }) }),
  };
}

/** A match of which only the end is known. */
function outcomeAlone(
  { winner, by, gamesWon }: Extract<LogEntry, { kind: "outcome" }>,
  { home_entry: home, away_entry: away }: StoredMatchRow,
): Pick<MatchLine, "score" | "winner" | "outcome" | "against"> {
  const [won, lost] = winner === "home" ? [home, away] : [away, home];
  return {
    ...(gamesWon === null ? {} : { score: [gamesWon.home, gamesWon.away] as [number, number] }),
    ...present({ winner: winner !== null && isWinnerOpen(gamesWon, by) ? (won ?? undefined) : undefined }),
    ...(by === "play" ? {} : { outcome: OUTCOMES[by], ...present({ against: lost ?? undefined }) }),
  };
}

/** Whether neither the score nor how it ended tells the winner. */
function isWinnerOpen(score: BySide<number> | null, by: "play" | "retirement" | "disqualification"): boolean {
  return score === null || (by === "play" && score.home === score.away);
}

const OUTCOMES = { retirement: "retired", disqualification: "disqualified" } as const;

/** The game that an end without play broke off, when it is known by its score. */
function brokenOffIn(end: LogEntry | undefined): BySide<number>[] {
  return end !== undefined && "unfinished" in end && end.unfinished !== undefined ? [end.unfinished] : [];
}

/** Against whom an end without play was, as the file names it; undefined for what only the log can tell. */
function againstIn(end: LogEntry, { home_entry: home, away_entry: away }: StoredMatchRow): string | undefined {
  const side = sideAgainst(end);
  // An entry may be called so; then the log tells it.
  if (side === "both") return home === "both" || away === "both" ? undefined : "both";
  return (side === undefined ? null : { home, away }[side]) ?? undefined;
}

function sideAgainst(end: LogEntry): Side | "both" | undefined {
  switch (end.kind) {
    case "walkover":
      return end.absent;
    case "retired":
    case "disqualified":
      return end.side;
    case "abandoned":
      return end.goesOn === undefined ? undefined : end.goesOn === "nobody" ? "both" : otherSide(end.goesOn);
    default:
      return undefined;
  }
}

const ENDS = ["walkover", "retired", "disqualified", "abandoned"] as const;

function outcomeOf({ kind }: LogEntry): NonNullable<MatchLine["outcome"]> {
  return ENDS.find((end) => end === kind) ?? "play";
}
