import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { CompetitionFile } from "@podium/protocol";

/** Where and when in its days a competition is played: its tables, and its sessions with their hours. */

type Details = CompetitionFile["competition"];
export type PlayingSession = NonNullable<Details["sessions"]>[number];

const TABLES_MAX = 200;
const SESSIONS_MAX = 100;

/** `1-6, Centre`: each table once, in this order. Refuses `tables-unreadable`. */
export function readTables(text: string): string[] | Refusal {
  const parts = text.split(",").map((part) => part.trim());
  const tables = [...new Set(parts.filter((part) => part !== "").flatMap(tablesInPart))];
  if (tables.length > 0 && tables.length <= TABLES_MAX && tables.every((table) => table.length <= 20)) return tables;
  return refuse("tables-unreadable", `Write the tables as 1-6 or one by one, at most ${TABLES_MAX}.`, {
    most: TABLES_MAX,
    field: "tables",
  });
}

function tablesInPart(part: string): string[] {
  const range = /^(\d{1,3})\s?[-–]\s?(\d{1,3})$/.exec(part);
  if (range === null) return [part];
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => `${first + at}`);
}

/** Tables as they are written: numbers that follow one another as a range. */
export function writtenTables(tables: readonly string[]): string {
  const numbers = tables.map(Number);
  const isRun = numbers.length > 2 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  return isRun ? `${tables[0]}-${tables.at(-1)}` : tables.join(", ");
}

const SESSION =
  /^(?:(\d{4}-\d{2}-\d{2}) )?((?:[01]\d|2[0-3]):[0-5]\d) ?[-–] ?((?:[01]\d|2[0-3]):[0-5]\d|24:00)(?: (.{1,200}))?$/;

/**
 * One session a line: `2026-12-05 09:00-13:00 Groups`; the day may be left out where there is only one. Refuses
 * `sessions-unreadable` with the line.
 */
export function readSessions(text: string, { from, to }: Pick<Details, "from" | "to">): PlayingSession[] | Refusal {
  const sessions: PlayingSession[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const words = line.trim().replaceAll(/\s+/g, " ");
    if (words === "") continue;
    const [, date = from === to ? from : undefined, begins = "", ends = "", title] = SESSION.exec(words) ?? [];
    if (date === undefined || begins === "" || sessions.length === SESSIONS_MAX)
      return refuse("sessions-unreadable", `Line ${at + 1} is no session. Write 2026-12-05 09:00-13:00, one a line.`, {
        line: at + 1,
        field: "sessions",
      });
    sessions.push({ date, from: begins, to: ends, ...(title === undefined ? {} : { title }) });
  }
  return sessions;
}

/** Sessions as they are written. */
export function writtenSessions(sessions: readonly PlayingSession[]): string {
  return sessions
    .map(({ date, from, to, title }) => `${date} ${from}-${to}${title === undefined ? "" : ` ${title}`}`)
    .join("\n");
}

/** Refuses `session-outside-days` and `session-backwards`. */
export function refusedSessions({ from, to, sessions = [] }: Details): Refusal | undefined {
  const outside = sessions.find(({ date }) => date < from || date > to);
  if (outside !== undefined)
    return refuse("session-outside-days", `The session of ${outside.date} lies outside the days ${from} to ${to}.`, {
      date: outside.date,
      from,
      to,
      field: "sessions",
    });
  const backwards = sessions.find((session) => session.to <= session.from);
  if (backwards === undefined) return undefined;
  const { date } = backwards;
  return refuse("session-backwards", `The session of ${date} ends at ${backwards.to}, before it begins.`, {
    date,
    to: backwards.to,
    field: "sessions",
  });
}

/** Tables and sessions that were typed, where any were. */
export function givenHall(
  { tables, sessions }: { readonly tables?: string | undefined; readonly sessions?: string | undefined },
  days: Pick<Details, "from" | "to">,
): Pick<Details, "tables" | "sessions"> | Refusal {
  const named = tables === undefined || tables.trim() === "" ? undefined : readTables(tables);
  if (named !== undefined && isRefused(named)) return named;
  const held = sessions === undefined ? undefined : readSessions(sessions, days);
  if (held !== undefined && isRefused(held)) return held;
  return {
    ...(named === undefined ? {} : { tables: named }),
    ...(held === undefined || held.length === 0 ? {} : { sessions: held }),
  };
}

/** The sessions of an earlier competition on the days of another; those for which it has no day are left out. */
export function movedSessions(
  sessions: readonly PlayingSession[],
  { was, from, to }: { readonly was: string; readonly from: string; readonly to: string },
): PlayingSession[] {
  const byMs = Date.parse(from) - Date.parse(was);
  return sessions
    .map((session) => ({ ...session, date: new Date(Date.parse(session.date) + byMs).toISOString().slice(0, 10) }))
    .filter(({ date }) => date <= to);
}
