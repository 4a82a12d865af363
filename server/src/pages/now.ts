import type { HomePage, MatchRow } from "@podium/protocol";
import type { StoredMatchRow } from "../matches/matches.ts";
import { presentMatch, settingOf, type EventSetting } from "../matches/present.ts";
import { eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const LIVE_SHOWN = 60;
const OTHERS_SHOWN = 6;

/**
 * What is live, what can begin next and what was decided last, by time; what has no time stands at the end. Of all competitions, or
 * of one. Only the events of what is shown are read: rallies make this page anew, however much was ever played.
 */
export async function matchesOfNow(
  db: Db,
  competition: string | null,
): Promise<Pick<HomePage, "live" | "next" | "decided">> {
  const live = await rowsOf(db, competition, { status: "live", order: "asc", limit: LIVE_SHOWN });
  const next = await rowsOf(db, competition, { status: "ready", order: "asc", limit: OTHERS_SHOWN });
  const decided = await rowsOf(db, competition, { status: "over", order: "desc", limit: OTHERS_SHOWN });
  const settings = new Map<string, EventSetting | null>();
  for (const { event_id: event } of [...live, ...next, ...decided]) {
    if (!settings.has(event)) settings.set(event, await settingOf(db, event));
  }
  const present = (row: StoredMatchRow): MatchRow[] => {
    const setting = settings.get(eventOf(row.id));
    return setting == null ? [] : [presentMatch(row, setting)];
  };
  return { live: live.flatMap(present), next: next.flatMap(present), decided: decided.flatMap(present) };
}

interface RowQuery {
  readonly status: StoredMatchRow["status"];
  readonly order: "asc" | "desc";
  readonly limit: number;
}

async function rowsOf(
  db: Db,
  competition: string | null,
  { status, order, limit }: RowQuery,
): Promise<StoredMatchRow[]> {
  const rows = db
    .selectFrom("matches")
    .innerJoin("events", "events.id", "matches.event_id")
    .selectAll("matches")
    .where("matches.status", "=", status)
    .orderBy("matches.start_ms", (by) => (order === "asc" ? by.asc() : by.desc()).nullsLast())
    .orderBy("events.competition_id")
    .orderBy("events.position", order)
    .orderBy("matches.position", order)
    .limit(limit);
  return (competition === null ? rows : rows.where("events.competition_id", "=", competition)).execute();
}
