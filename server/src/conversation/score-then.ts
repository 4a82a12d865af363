import type { BySide } from "@podium/engine";
import type { ScoreThen } from "@podium/protocol";
import { matchRow } from "../matches/match-rows.ts";
import { matchId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { ThreadRow } from "./comment-rows.ts";

/** How the match that a thread is about stands while it is played; null for other threads and at other times. */
export async function scoreAt(db: Db, thread: ThreadRow): Promise<ScoreThen | null> {
  const match = await liveMatch(db, thread);
  const games: readonly BySide<number>[] = match === null ? [] : JSON.parse(match.games);
  const points = games.at(-1);
  return points === undefined ? null : { game: games.length, points };
}

/** The match that a thread is about, while it is played. */
export async function liveMatch(db: Db, thread: ThreadRow) {
  if (thread.subject_kind !== "match") return null;
  const match = await matchRow(db, matchId(thread.subject_id));
  return match?.status === "live" ? match : null;
}
