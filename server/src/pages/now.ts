import type { HomePage, MatchRow } from "@podium/protocol";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
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
  const { live, next } = await openRows(db, competition, OTHERS_SHOWN);
  const decided = await rowsOf(db, competition, { status: "over", order: "desc", limit: OTHERS_SHOWN });
  const shown = await presentMatches(db, [...live, ...next, ...decided]);
  return {
    live: shown.slice(0, live.length),
    next: shown.slice(live.length, live.length + next.length),
    decided: shown.slice(live.length + next.length),
  };
}

/** What is live, and what can begin next as far as a page of its own shows it. */
export async function liveAndNext(db: Db, competition: string | null): Promise<Pick<HomePage, "live" | "next">> {
  const { live, next } = await openRows(db, competition, LIVE_SHOWN);
  const shown = await presentMatches(db, [...live, ...next]);
  return { live: shown.slice(0, live.length), next: shown.slice(live.length) };
}

async function openRows(db: Db, competition: string | null, limit: number) {
  return {
    live: await rowsOf(db, competition, { status: "live", order: "asc", limit: LIVE_SHOWN }),
    next: await rowsOf(db, competition, { status: "ready", order: "asc", limit }),
  };
}

/** What was decided last in a competition, the latest first. */
export async function decidedLast(db: Db, competition: string, limit: number): Promise<MatchRow[]> {
  return presentMatches(db, await rowsOf(db, competition, { status: "over", order: "desc", limit }));
}

interface RowQuery {
  readonly status: StoredMatchRow["status"];
  readonly order: "asc" | "desc";
  readonly limit: number;
}

async function rowsOf(db: Db, competition: string | null, query: RowQuery): Promise<StoredMatchRow[]> {
  return competition === null ? rowsOfAll(db, query) : rowsOfCompetition(db, competition, query);
}

/** In the order of an index, of which only the first rows are read: without times, the latest competitions come first. */
async function rowsOfAll(db: Db, { status, order, limit }: RowQuery): Promise<StoredMatchRow[]> {
  const rows = db.selectFrom("matches").selectAll().where("status", "=", status).where("tie", "is", null);
  const inOrder =
    order === "asc"
      ? rows
          .orderBy("start_ms", (by) => by.asc().nullsLast())
          .orderBy("event_id")
          .orderBy("position")
      : rows.orderBy("day_ms", "desc").orderBy("event_id").orderBy("position", "desc");
  return inOrder.limit(limit).execute();
}

async function rowsOfCompetition(
  db: Db,
  competition: string,
  { status, order, limit }: RowQuery,
): Promise<StoredMatchRow[]> {
  return (
    db
      .selectFrom("matches")
      .innerJoin("events", "events.id", "matches.event_id")
      .selectAll("matches")
      .where("matches.status", "=", status)
      .where("matches.tie", "is", null)
      .where("events.competition_id", "=", competition)
      // Who is called is awaited at a table, whenever they were to play.
      .orderBy("matches.table_call", (by) => (order === "asc" ? by.asc() : by.desc()).nullsLast())
      .orderBy("matches.start_ms", (by) => (order === "asc" ? by.asc() : by.desc()).nullsLast())
      .orderBy("events.position", order)
      .orderBy("matches.position", order)
      .limit(limit)
      .execute()
  );
}
