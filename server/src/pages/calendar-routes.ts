import type { EntryId } from "@podium/engine";
import { inLanguage, type Language, type MatchRow, type Slot, type Text } from "@podium/protocol";
import { competitionRow, eventRow, eventRows, eventsWithCompetitions } from "../competitions/competitions.ts";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { originFor } from "../http/own-name.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { matchRowsOfEntries, type StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { readers } from "../people/policy.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import { competitionIn, eventIn, playerIn } from "../storage/codes.ts";
import { inParts } from "../storage/parts.ts";
import type { Db } from "../storage/storage.ts";
import { type CalendarEntry, calendarText } from "./calendar.ts";
import { rowsOnPaper } from "./paper-sheets.ts";

const MINUTE_MS = 60_000;
const IDS_AT_ONCE = 200;
/** Events of a player whose matches are followed: the latest. */
const EVENTS_FOLLOWED = 100;

/** Calendars that a phone follows: of a competition, of an event, of a player. */
export const calendarRoutes: readonly Route[] = [
  { method: "GET", path: "/competitions/:competition/matches.ics", policy: readers, answer: ofCompetition },
  { method: "GET", path: "/competitions/:competition/:event/matches.ics", policy: readers, answer: ofEvent },
  { method: "GET", path: "/players/:player/matches.ics", policy: readers, answer: ofPlayer },
];

async function ofCompetition(request: RouteRequest): Promise<Answer> {
  const { db } = request.app.storage;
  const row = await competitionRow(db, competitionIn(request.params));
  if (row === undefined) return answer.refusal(notFound(request.path));
  const events = (await eventRows(db, row.id)).map(({ id }) => id);
  return answerCalendar(request, words(row.title, request.language), await rowsOnPaper(db, events));
}

async function ofEvent(request: RouteRequest): Promise<Answer> {
  const { db } = request.app.storage;
  const row = await eventRow(db, eventIn(request.params));
  if (row === undefined) return answer.refusal(notFound(request.path));
  return answerCalendar(request, words(row.title, request.language), await rowsOnPaper(db, [row.id]));
}

async function ofPlayer(request: RouteRequest): Promise<Answer> {
  const { db } = request.app.storage;
  const player = await playerRow(db, playerIn(request.params));
  if (player === undefined) return answer.refusal(notFound(request.path));
  const entries = await entriesOfPlayer(db, player.id, { offset: 0, limit: EVENTS_FOLLOWED });
  const ids: EntryId[] = entries.map(({ id }) => id);
  return answerCalendar(request, `${player.family} ${player.given}`.trim(), await matchRowsOfEntries(db, ids));
}

function words(json: string, language: Language): string {
  const text: Text = JSON.parse(json);
  return inLanguage(text, language);
}

/** The matches that have a time; a tie between teams stands for its rubbers. */
async function answerCalendar(request: RouteRequest, name: string, rows: readonly StoredMatchRow[]): Promise<Answer> {
  const { app, headers, language } = request;
  const { db } = app.storage;
  const timed = rows.filter(
    ({ tie, status, start_ms: ms, day }) => tie === null && status !== "bye" && ms !== null && day === null,
  );
  const origin = originFor(app.config, headers.get("host") ?? "");
  const places = new Map<string, { readonly minutes: number; readonly place: string }>();
  for (const event of await eventsWithCompetitions(db, [...new Set(timed.map((row) => row.event_id))]))
    places.set(event.id, {
      minutes: assumedMinutes(event),
      place: event.place === null ? "" : words(event.place, language),
    });
  const changes = await changesOf(db, timed);
  const entries = (await presentMatches(db, timed)).map((match): CalendarEntry => {
    const { minutes = 0, place = "" } = places.get(match.event) ?? {};
    const startMs = match.startMs ?? 0;
    return {
      uid: `${match.id.replaceAll("/", ".")}@${new URL(origin).hostname}`,
      sequence: changes.get(match.id) ?? 0,
      isCancelled: match.outcome?.by === "walkover",
      startMs,
      endMs: startMs + minutes * MINUTE_MS,
      summary: summaryOf(match, language),
      description: inLanguage(match.eventTitle, language),
      location: [match.table === null ? "" : `#${match.table}`, place].filter((part) => part !== "").join(", "),
      url: `${origin}/matches/${match.id}`,
    };
  });
  const text = calendarText({ name, atMs: app.clock(), entries });
  return {
    kind: "response",
    response: new Response(text, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "cache-control": "private, no-cache",
        "x-content-type-options": "nosniff",
      },
    }),
  };
}

/** How much was recorded of each match: never less than before, and more whenever its time or table changed. */
async function changesOf(db: Db, rows: readonly StoredMatchRow[]): Promise<Map<string, number>> {
  const changes = new Map<string, number>();
  for (const part of inParts(rows, IDS_AT_ONCE)) {
    const counted = await db
      .selectFrom("facts")
      .select(({ fn }) => ["subject_id", fn.max("subject_seq").as("changes")])
      .where("subject_kind", "=", "result")
      .where(
        "subject_id",
        "in",
        part.map(({ id }) => id),
      )
      .groupBy("subject_id")
      .execute();
    for (const { subject_id: id, changes: count } of counted) changes.set(id, Number(count));
  }
  return changes;
}

/** Who plays whom, with the games once it is over. */
function summaryOf(match: MatchRow, language: Language): string {
  const { home, away, gamesWon, status } = match;
  const score = status === "over" && gamesWon !== null ? ` ${gamesWon.home}–${gamesWon.away}` : "";
  return `${sideName(home, language)} – ${sideName(away, language)}${score}`;
}

/** A side that nobody has reached yet is open. */
function sideName({ entry }: Slot, language: Language): string {
  if (entry === null) return "?";
  if (entry.name !== null) return inLanguage(entry.name, language);
  return entry.players.map((player) => player.names[language] ?? `${player.family} ${player.given}`.trim()).join(" / ");
}
