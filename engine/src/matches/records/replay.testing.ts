import { isRefused } from "../../refusal.ts";
import type { Side } from "../../sides.ts";
import { logOf } from "../folded-log.ts";
import type { LogEntry } from "../log.ts";
import { gameInProgress } from "../games.ts";
import { newMatch, record } from "../match.ts";
import type { MatchState } from "../state.ts";
import type { FeedLine, FeedMatch } from "./rally-feed.testing.ts";
import { readFeed } from "./rally-feed.testing.ts";

/** A record replayed: the state it led to, or why it is not sound. */
type Replayed = { readonly state: MatchState } | { readonly unsound: string };

/** Replays a feed line by line, and compares every score it shows with ours. */
export function replayFeed(match: FeedMatch): Replayed {
  const { rules, lines } = readFeed(match);
  let state = newMatch(rules);
  if (isRefused(state)) return { unsound: state.message };
  for (const line of lines) {
    for (const entry of entriesOf(state, line)) {
      const next = record(state, entry);
      if (isRefused(next)) return { unsound: `${where(line)}: ${next.message}` };
      state = next;
    }
    const ours = shownBy(state);
    if (line.shown !== null && ours !== `${line.shown.home}:${line.shown.away}` && !isEmptyGame(line)) {
      return { unsound: `${where(line)}: the points so far make ${ours}` };
    }
  }
  return { state };
}

function where({ shown }: FeedLine): string {
  return shown === null ? "between points" : `game ${shown.game} shows ${shown.home}:${shown.away}`;
}

/** A point taken back is the newest of that side: undone when it was the last line, struck out otherwise. */
function entriesOf(state: MatchState, { entries, takenBack }: FeedLine): readonly LogEntry[] {
  if (takenBack === null) return entries;
  const log = logOf(state) ?? [];
  const standing = standingLines(log);
  const newest = standing.findLast((at) => isRallyOf(log[at], takenBack)) ?? -1;
  return newest === standing.at(-1)
    ? [{ kind: "undo" }]
    : [{ kind: "void", index: newest, reason: "corrected in the feed" }];
}

function isRallyOf(line: LogEntry | undefined, winner: Side): boolean {
  return line?.kind === "rally" && line.winner === winner;
}

/** Positions of the lines no undo has taken back. */
function standingLines(log: readonly LogEntry[]): number[] {
  const standing: number[] = [];
  for (const [at, { kind }] of log.entries()) {
    if (kind === "undo") standing.pop();
    else standing.push(at);
  }
  return standing;
}

function shownBy(state: MatchState): string {
  const game = gameInProgress(state) ?? state.games.at(-1);
  return game === undefined ? "0:0" : `${game.score.home}:${game.score.away}`;
}

/** When the first point of a game is taken back, the game has not begun any more. */
function isEmptyGame({ shown }: FeedLine): boolean {
  return shown !== null && shown.home + shown.away === 0;
}
