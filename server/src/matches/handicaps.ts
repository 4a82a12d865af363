import type { BySide, EventId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/** The column of a match: the score at which its games begin, as JSON; null where nobody is given anything. */
type HandicapOf = (entries: BySide<string | null>) => string | null;

/** What the matches of an event begin at: of two entries one is given what it has more than the other. */
export async function handicapsIn(db: Db, event: EventId): Promise<HandicapOf> {
  const rows = await db
    .selectFrom("entries")
    .select(["code", "handicap"])
    .where("event_id", "=", event)
    .where("handicap", "is not", null)
    .execute();
  const given = new Map(rows.map(({ code, handicap }) => [code, handicap ?? 0]));
  return ({ home, away }) => {
    if (home === null || away === null) return null;
    const more = (given.get(home) ?? 0) - (given.get(away) ?? 0);
    return more === 0 ? null : JSON.stringify({ home: Math.max(more, 0), away: Math.max(-more, 0) });
  };
}
