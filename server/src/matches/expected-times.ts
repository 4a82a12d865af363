import {
  type CompetitionId,
  expectedMinutes,
  type Fixed,
  isRefused,
  type Placement,
  type PlannedMatch,
  type PlayedLength,
  replanned,
} from "@podium/engine";
import { ON_TIME_MS } from "@podium/protocol";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { competitionRow, eventRows, type CompetitionRow, type EventRow } from "../competitions/competitions.ts";
import { instantOf, wallClock } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import { entryRows } from "../entries/entries.ts";
import type { Fact } from "../facts/fact.ts";
import type { JobKind } from "../jobs/queue.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import { dayRequest, type EventOnDay } from "../schedule/day-request.ts";
import { hasDayPlan, type KeptDayPlan, keptDayPlan } from "../schedule/day-plans.ts";
import { competitionId, competitionOf, entryCode, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { matchRows, type StoredMatchRow } from "./match-rows.ts";
import { callIn, publishMatchById } from "./present.ts";

const MINUTE_MS = 60_000;
/** Time alone makes a day late: while matches are left it is looked at again. */
const AGAIN_MS = MINUTE_MS;

/** `isAgain` tells the look after a minute from the one after something has happened, which does not wait for it. */
const expecting = {
  name: "expected-times",
  data: z.strictObject({ competition: z.string().max(60), isAgain: z.boolean() }),
};

/** After a match of a planned day was called, moved or decided: when the others are expected is worked out anew. */
export async function followDay(unit: UnitOfWork, { subject }: Fact): Promise<void> {
  const competition = competitionOf(eventOf(subject.id));
  unit.atEnd(`expected-times ${competition}`, async () => {
    if (await hasDayPlan(unit.db, competition))
      await unit.enqueue(expecting, { data: { competition, isAgain: false }, isOnce: true });
  });
}

/** Works out when the matches of today are expected to begin, and tells open pages which of them have changed. */
export function expectedTimesOf(app: App): JobKind<z.infer<typeof expecting.data>> {
  return {
    ...expecting,
    run: async (data) => {
      await transact(app, null, async (unit) => {
        const isLeft = await expectDay(unit, competitionId(data.competition));
        const again = { competition: data.competition, isAgain: true };
        if (isLeft) await unit.enqueue(expecting, { data: again, afterMs: AGAIN_MS, isOnce: true });
      });
    },
  };
}

/** Writes the expected times of today; answers whether a match of today is left to be played. */
export async function expectDay(unit: UnitOfWork, id: CompetitionId): Promise<boolean> {
  const competition = await competitionRow(unit.db, id);
  if (competition === undefined) return false;
  const today = wallClock(competition.zone, unit.nowMs);
  const plan = await keptDayPlan(unit.db, id, today.date);
  if (plan === null) return false;
  const day = await dayOf(unit.db, competition, { plan, date: today.date });
  const toCome = day.rows.filter(isToCome);
  const expected = expectedOf(day, { plan, now: today.minute, nowMs: unit.nowMs });
  for (const row of toCome) {
    const minute = expected.get(row.id);
    const ms = minute === undefined ? null : instantOf(competition.zone, today.date, minute);
    if (isToldAlready(row.expected_ms, ms)) continue;
    await unit.db.updateTable("matches").set({ expected_ms: ms }).where("id", "=", row.id).execute();
    publishMatchById(unit, row.id);
  }
  return toCome.length > 0;
}

/** A minute more or less is not told: on a late day every match would be written, and every page told, each minute. */
function isToldAlready(told: number | null, ms: number | null): boolean {
  return told === null || ms === null ? told === ms : Math.abs(told - ms) <= ON_TIME_MS;
}

interface DayInPlay {
  readonly zone: string;
  readonly rows: readonly StoredMatchRow[];
  readonly events: readonly EventOnDay[];
}

async function dayOf(
  db: Db,
  { id, zone }: CompetitionRow,
  { plan, date }: { readonly plan: KeptDayPlan; readonly date: string },
): Promise<DayInPlay> {
  const rows: StoredMatchRow[] = [];
  const events: EventOnDay[] = [];
  for (const event of await eventRows(db, id)) {
    const drawn = await planOf(db, event.id);
    if (drawn === null) continue;
    const all = await matchRows(db, event.id);
    const ofDay = all.filter((row) => isOfDay(row, { zone, date }));
    const players = new Map((await entryRows(db, event.id)).map((row) => [row.code, row.players.map(({ id }) => id)]));
    const byCode = new Map(all.map((row) => [row.code, row]));
    const due = new Set(ofDay.map(({ code }) => code));
    rows.push(...ofDay);
    events.push({
      id: event.id,
      plan: drawn,
      minutesOf: minutesIn(event, { assumed: plan.minutes[event.code], played: playedIn(ofDay, event) }),
      peopleOf: (entry) => players.get(entry) ?? [],
      knownIn: (code) => {
        const row = byCode.get(code);
        return [row?.home_entry, row?.away_entry].flatMap((one) => (typeof one === "string" ? [entryCode(one)] : []));
      },
      isDue: (code) => due.has(code),
    });
  }
  return { zone, rows, events };
}

function isOfDay(
  { status, day, start_ms: ms, table_name: table }: StoredMatchRow,
  { zone, date }: { readonly zone: string; readonly date: string },
): boolean {
  return status !== "bye" && day === null && ms !== null && table !== null && wallClock(zone, ms).date === date;
}

function isToCome({ status }: StoredMatchRow): boolean {
  return status === "waiting" || status === "ready";
}

/** How long a match is expected to take, by what its event has played today. */
function minutesIn(
  event: EventRow,
  {
    assumed = assumedMinutes(event),
    played,
  }: { readonly assumed?: number | undefined; readonly played: readonly PlayedLength[] },
): (match: PlannedMatch) => number {
  const byBestOf = new Map<number, number>();
  return ({ bestOf = event.best_of }) => {
    const minutes = Math.ceil((assumed * (bestOf + 1)) / (event.best_of + 1));
    const known = byBestOf.get(bestOf) ?? expectedMinutes({ bestOf, minutes }, played);
    byBestOf.set(bestOf, known);
    return known;
  };
}

/** The lengths of the matches that were played from their beginning, or from their call, to their end. */
function playedIn(rows: readonly StoredMatchRow[], event: EventRow): PlayedLength[] {
  return rows.flatMap(({ begun_ms: begun, ended_ms: ended, outcome, best_of: bestOf }) => {
    if (outcome === null || JSON.parse(outcome).by !== "play" || begun === null || ended === null || ended <= begun)
      return [];
    return [{ bestOf: bestOf ?? event.best_of, minutes: (ended - begun) / MINUTE_MS }];
  });
}

/** By match, in minutes since midnight; nothing where the day cannot be carried on as it was planned. */
function expectedOf(
  day: DayInPlay,
  { plan, now, nowMs }: { readonly plan: KeptDayPlan; readonly now: number; readonly nowMs: number },
): ReadonlyMap<string, number> {
  const tables = [...new Set([...plan.tables, ...day.rows.flatMap((row) => row.table_name ?? [])])];
  const request = dayRequest(day.events, { ...plan, tables });
  const minutes = new Map(request.matches.map((match) => [match.id, match.minutes]));
  const known = day.rows.filter(({ id }) => minutes.has(id));
  const minuteOf = (ms: number) => wallClock(day.zone, ms).minute;
  const placed = known.map((row): Placement => ({
    match: row.id,
    table: row.table_name ?? "",
    start: minuteOf(row.start_ms ?? 0),
  }));
  const fixed = known.flatMap((row): Fixed[] => {
    const start = startOf(row);
    if (start === null) return [];
    const from = minuteOf(start);
    const length = minutes.get(row.id) ?? 0;
    const end = row.status === "over" ? minuteOf(row.ended_ms ?? nowMs) : Math.max(now + 1, from + length);
    return [{ match: row.id, table: row.table_name ?? "", start: from, end: Math.max(end, from + 1) }];
  });
  const carried = replanned(request, { plan: placed, fixed, now });
  return new Map(isRefused(carried) ? [] : carried.plan.map(({ match, start }) => [match, start]));
}

/** When a match began, was called or was decided; null for one that is still only planned. */
function startOf(row: StoredMatchRow): number | null {
  if (row.status === "over") return row.begun_ms ?? row.ended_ms ?? row.start_ms;
  if (row.status === "live") return row.begun_ms ?? row.start_ms;
  return callIn(row)?.calledMs ?? null;
}
