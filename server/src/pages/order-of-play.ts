import type { EventId } from "@podium/engine";
import type { OrderOfPlayPage } from "@podium/protocol";
import { competitionRow, eventRows, type CompetitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatch, settingsOf } from "../matches/present.ts";
import { readers } from "../people/policy.ts";
import { competitionIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";
import { topicsOf } from "./event-overview.ts";

const PATH = "/order-of-play/:competition";

/** Who plays where and when on a day, for the hall, the phone and the wall. */
export const orderOfPlayPages: readonly Route[] = [
  { method: "GET", path: PATH, policy: readers, answer: cachedAnswer(showOrderOfPlay, ["day", "by"]) },
];

async function showOrderOfPlay({ app, db, params, path, query }: PublicRequest): Promise<Answer> {
  const competition = await competitionRow(db, competitionIn(params));
  if (competition === undefined) return answer.refusal(notFound(path));
  const rows = await plannedRows(db, competition);
  const byDay = Map.groupBy(rows, (row) => dayOf(row, competition.zone));
  const days = [...byDay.keys()].sort();
  const day = query["day"] ?? dayToShow(days, wallClock(competition.zone, app.clock()).date);
  if (query["day"] !== undefined && !days.includes(query["day"])) return answer.refusal(notFound(path));
  const ofDay = (day === null ? undefined : byDay.get(day)) ?? [];
  const settings = await settingsOf(db, ofDay);
  const data: OrderOfPlayPage = {
    competition: presentCompetition(competition),
    days,
    day,
    matches: ofDay.flatMap((row) => {
      const setting = settings.get(row.event_id);
      return setting === undefined ? [] : [presentMatch(row, setting)];
    }),
    by: query["by"] === "table" ? "table" : "time",
  };
  return answer.page({ page: "order-of-play", data }, topicsOf([competition]));
}

/** Today where something is played today, else the next day of play, else the last. */
export function dayToShow(days: readonly string[], today: string): string | null {
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

/** The day on which a match is planned, in the zone of its competition. */
export function dayOf({ day, start_ms: ms }: StoredMatchRow, zone: string): string {
  return day ?? wallClock(zone, ms ?? 0).date;
}

/** The matches of a competition that have a time or a day, in the order of play; byes are none. */
async function plannedRows(db: Db, competition: CompetitionRow): Promise<StoredMatchRow[]> {
  const events: EventId[] = (await eventRows(db, competition.id)).map(({ id }) => id);
  if (events.length === 0) return [];
  return db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "in", events)
    .where("start_ms", "is not", null)
    .where("status", "!=", "bye")
    .orderBy("start_ms")
    .orderBy("table_name")
    .orderBy("event_id")
    .orderBy("position")
    .execute();
}
