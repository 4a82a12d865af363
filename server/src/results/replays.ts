import { eventState, isRefused, refuse, type MatchId, type Refusal } from "@podium/engine";
import type { ReplayForm } from "@podium/protocol";
import { withdrawChairs } from "../matches/chairs.ts";
import { replayMatch, resetMatch } from "../matches/matches.ts";
import { matchRow, type StoredMatchRow } from "../matches/match-rows.ts";
import { matchCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { eventWithResults, movedOn } from "./results.ts";

/**
 * Sets aside what was played of a match that was abandoned or did not count: it stands to be played again, and the journal
 * keeps what was and why. Refuses `nothing-to-replay`, `match-moved-on`, and `later-match-begun` where play goes on from it.
 */
export async function orderReplay(
  unit: UnitOfWork,
  match: MatchId,
  { version, reason }: ReplayForm,
): Promise<undefined | Refusal> {
  const row = await matchRow(unit.db, match);
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  if (row.version !== version) return movedOn(row);
  const replayed = await replayMatch(unit.db, match, unit.replayCache);
  if (isRefused(replayed)) return replayed;
  if (replayed.length === 0 || replayed.state.byRubbers === true)
    return refuse("nothing-to-replay", "Nothing was played or recorded here that could be set aside.");
  const begun = await begunAfter(unit.db, row);
  if (begun !== undefined)
    return refuse(
      "later-match-begun",
      `${begun} is played on from this match and has begun: correct the result instead.`,
      {
        match: begun,
      },
    );
  await withdrawChairs(unit, match);
  const reset = await resetMatch(unit, match, reason);
  return isRefused(reset) ? reset : undefined;
}

/** A later match that others would play, or nobody yet, without the result of this one, and that has begun; its code. */
async function begunAfter(db: Db, row: StoredMatchRow): Promise<string | undefined> {
  const event = await eventWithResults(db, row.event_id);
  if (event === null) return undefined;
  const without = new Map(event.results);
  without.delete(matchCode(row.tie ?? row.code));
  const after = eventState(event.plan, without);
  const changed = new Set(
    after.matches.flatMap(({ code, entries }, at) => {
      const before = event.state.matches[at]?.entries;
      return entries.home === before?.home && entries.away === before.away ? [] : [code as string];
    }),
  );
  return event.rows.find(
    ({ code, status, by_withdrawal: gone }) =>
      changed.has(code) && (status === "live" || (status === "over" && gone === 0)),
  )?.code;
}
