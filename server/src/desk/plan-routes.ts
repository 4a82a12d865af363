import { createHash } from "node:crypto";
import { type EntryCode, isRefused, type Placement, type PlannedMatch, type Refusal, refuse } from "@podium/engine";
import {
  dayPlanForm,
  type DayPlanAnswer,
  type DayPlanForm,
  type DayPlanPage,
  type DayPlanView,
  type EventOfDay,
  type RoundOfDay,
} from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRow, type CompetitionRow, eventRows, type EventRow } from "../competitions/competitions.ts";
import { byNumber, tablesOfCompetition } from "../competitions/tables.ts";
import { presentCompetition } from "../competitions/present.ts";
import { writtenTables } from "../competitions/sessions.ts";
import { instantOf, wallClock } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import { type EntryRow, entryRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { planMatch } from "../matches/matches.ts";
import { pinOn, pinsOn } from "../matches/pins.ts";
import { type EventSetting, presentMatch, settingOf } from "../matches/present.ts";
import { holders } from "../people/policy.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import { keepDayPlan } from "../schedule/day-plans.ts";
import { dayRequest, type EventOnDay, hoursOf, settingsIn } from "../schedule/day-request.ts";
import { type ReasonedSchedule, scheduleBeside } from "../schedule/scheduling-thread.ts";
import { codeOf, competitionIn, entryCode, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const atTheDesk = holders("organiser", "referee");
const PLAN = "/desk/:competition/plan";

/** Laying the matches of a day on tables and times. */
export const deskPlanRoutes: readonly Route[] = [
  { method: "GET", path: PLAN, policy: atTheDesk, answer: (request) => showPlan(request, {}) },
  { method: "POST", path: PLAN, policy: atTheDesk, reads: dayPlanForm, answer: takePlan },
];

/** An event of the competition with everything that a day asks about it. */
interface EventAtDesk {
  readonly row: EventRow;
  readonly setting: EventSetting;
  readonly plan: NonNullable<Awaited<ReturnType<typeof planOf>>>;
  readonly matches: ReadonlyMap<string, StoredMatchRow>;
  readonly entries: ReadonlyMap<string, EntryRow>;
}

interface Shown {
  readonly entered?: Readonly<Record<string, string>>;
  readonly schedule?: ReasonedSchedule;
  readonly form?: DayPlanForm;
  readonly refusal?: Refusal;
}

async function showPlan(request: RouteRequest, shown: Shown): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const events = await eventsAtDesk(db, competition);
  const { schedule, form, refusal } = shown;
  const data: DayPlanPage = {
    competition: presentCompetition(competition),
    events: events.map((event) => presentEvent(event)),
    entered: shown.entered ?? usualFields(competition, events, request.app.clock()),
    plan: schedule === undefined || form === undefined ? null : presentPlan(events, { schedule, form }),
    people: schedule === undefined ? {} : namesIn(events, schedule),
    refusal: refusal ?? null,
  };
  return answer.form({ page: "day-plan", data }, refusal);
}

async function eventsAtDesk(db: Db, competition: CompetitionRow): Promise<EventAtDesk[]> {
  const events: EventAtDesk[] = [];
  for (const row of await eventRows(db, competition.id)) {
    const [plan, setting] = [await planOf(db, row.id), await settingOf(db, row.id)];
    if (plan === null || setting === null) continue;
    const matches = new Map((await matchRows(db, row.id)).map((match) => [match.code, match]));
    const entries = new Map((await entryRows(db, row.id)).map((entry) => [entry.code, entry]));
    events.push({ row, setting, plan, matches, entries });
  }
  return events;
}

/** Matches that may still be planned: neither over nor under way, and no byes. */
function isOpen(row: StoredMatchRow): boolean {
  return (row.status === "waiting" || row.status === "ready") && !isBye(row);
}

function isBye({ home_source: home, away_source: away }: StoredMatchRow): boolean {
  return [home, away].some((source) => JSON.parse(source).from === "bye");
}

function usualFields(
  competition: CompetitionRow,
  events: readonly EventAtDesk[],
  nowMs: number,
): Readonly<Record<string, string>> {
  const today = wallClock(competition.zone, nowMs).date;
  const isOn = competition.from_date <= today && today <= competition.to_date;
  const matches = events.flatMap((event) => [...event.matches.values()]);
  const planned = matches.filter(isOpen).flatMap((row) => dayPlanned(row, competition.zone) ?? []);
  const tables = byNumber(matches.flatMap((row) => row.table_name ?? []));
  const date = planned.sort()[0] ?? (isOn ? today : competition.from_date);
  const told = tablesOfCompetition(competition);
  return {
    date,
    ...hoursOf(competition, date),
    tables: told.length > 0 ? writtenTables(told) : tables.length > 0 ? writtenTables(tables) : "1-4",
    rest: "5",
    ...Object.fromEntries(events.map(({ row }) => [`minutes-${row.code}`, `${assumedMinutes(row)}`])),
  };
}

function presentEvent(event: EventAtDesk): EventOfDay {
  const open = [...event.matches.values()].filter(isOpen);
  return {
    code: event.row.code,
    title: JSON.parse(event.row.title),
    matches: open.length,
    minutes: assumedMinutes(event.row),
    rounds: roundsOf(event),
  };
}

/** The rounds that have matches left, each phase of groups as one, in the order of the plan. */
function roundsOf({ matches, setting }: EventAtDesk): RoundOfDay[] {
  const rounds = new Map<string, RoundOfDay>();
  for (const row of matches.values()) {
    const value = roundOf(row);
    if (isOpen(row) && !rounds.has(value)) rounds.set(value, { value, match: presentMatch(row, setting) });
  }
  return [...rounds.values()];
}

function roundOf({ phase, phase_code: code, round }: StoredMatchRow): string {
  return phase === "groups" ? (code ?? "groups") : `${code ?? "main"} ${round}`;
}

/** What a day takes of an event: how long, how far, and who is needed. */
function eventOnDay(
  event: EventAtDesk,
  { form, zone }: { readonly form: DayPlanForm; readonly zone: string },
): EventOnDay {
  const { row, plan, matches, entries } = event;
  const minutes = Number(form[`minutes-${row.code}`] ?? assumedMinutes(row));
  const until = form[`until-${row.code}`];
  const rounds = [...new Set([...matches.values()].map(roundOf))];
  const last = until === undefined || until === "" ? rounds.length - 1 : rounds.indexOf(String(until));
  const isDue = (code: string) => {
    const match = matches.get(code);
    if (match === undefined || !isOpen(match)) return false;
    // What is pinned keeps its table, its time and its people, also where its round is not planned.
    return pinOn(match, { date: form.date, zone }) !== null || (isPlanned(match) && isOfDay(match));
  };
  const isPlanned = (match: StoredMatchRow) => rounds.indexOf(roundOf(match)) <= last;
  const isOfDay = (match: StoredMatchRow) => (dayPlanned(match, zone) ?? form.date) === form.date;
  return {
    id: row.id,
    plan,
    minutesOf: ({ bestOf = row.best_of }: PlannedMatch) => Math.ceil((minutes * (bestOf + 1)) / (row.best_of + 1)),
    peopleOf: (entry) => entries.get(entry)?.players.map(({ id }) => id) ?? [],
    knownIn: (code) => knownIn(matches.get(code)),
    isDue,
  };
}

function codesOf(events: readonly EventAtDesk[]): string[] {
  return events.map(({ row }) => row.code);
}

/** The day that a match is planned for; null where it has none yet. */
function dayPlanned({ day, start_ms: ms }: StoredMatchRow, zone: string): string | null {
  return day ?? (ms === null ? null : wallClock(zone, ms).date);
}

function knownIn(row: StoredMatchRow | undefined): EntryCode[] {
  return [row?.home_entry, row?.away_entry].flatMap((code) => (typeof code === "string" ? [entryCode(code)] : []));
}

/** The schedule that the form asks for. Refuses what cannot be read or cannot be scheduled, and what `pinsOn` refuses. */
async function scheduleAsked(
  events: readonly EventAtDesk[],
  asked: { readonly form: DayPlanForm; readonly zone: string },
): Promise<ReasonedSchedule | Refusal> {
  const settings = settingsIn(asked.form, codesOf(events));
  if (isRefused(settings)) return settings;
  const stray = events.find(({ row }) => !isLength(asked.form[`minutes-${row.code}`]));
  if (stray !== undefined)
    return refuse("minutes-unreadable", "A match takes from 1 to 600 minutes.", { event: stray.row.code });
  const request = dayRequest(
    events.map((event) => eventOnDay(event, asked)),
    settings,
  );
  if (request.matches.length === 0) return refuse("nothing-to-plan", "No match is left to be planned on this day.");
  const rows = events.flatMap(({ matches }) => [...matches.values()]);
  const pins = pinsOn(rows, { date: asked.form.date, zone: asked.zone, tables: settings.tables });
  return isRefused(pins) ? pins : scheduleBeside(request, pins);
}

function isLength(written: unknown): boolean {
  if (written === undefined) return true;
  const minutes = Number(written);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600;
}

async function takePlan(request: RouteRequest): Promise<Answer> {
  const form = await request.read(dayPlanForm);
  const refused = async (refusal: Refusal) =>
    request.wantsJson ? answer.refusal(refusal) : showPlan(request, { entered: await request.fields(), refusal });
  if (isRefused(form)) return refused(form);
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const events = await eventsAtDesk(db, competition);
  const schedule = await scheduleAsked(events, { form, zone: competition.zone });
  if (isRefused(schedule)) return refused(schedule);
  const shown = markOf(schedule.plan);
  if (form.confirm === undefined) {
    const { plan, end, bound } = schedule;
    if (request.wantsJson) return answer.json({ plan, end, bound, shown } satisfies DayPlanAnswer);
    return showPlan(request, { entered: await request.fields(), form, schedule });
  }
  if (form.shown !== shown) {
    const refusal = refuse("plan-moved-on", "Something has changed since this plan was shown. Look at it again.");
    if (request.wantsJson) return answer.refusal(refusal);
    return showPlan(request, { entered: await request.fields(), form, schedule, refusal });
  }
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    putInForce(unit, competition, { form, events, plan: schedule.plan }),
  );
  if (isRefused(done)) return refused(done);
  if (request.wantsJson) return answer.json({ matches: schedule.plan.length });
  return answer.seeOther(`/order-of-play/${competition.id}?day=${form.date}`);
}

/** Lays the plan, and keeps what the day was planned with. Refuses what `layPlan` refuses. */
async function putInForce(
  unit: UnitOfWork,
  { id, zone }: CompetitionRow,
  {
    form,
    events,
    plan,
  }: { readonly form: DayPlanForm; readonly events: readonly EventAtDesk[]; readonly plan: readonly Placement[] },
): Promise<undefined | Refusal> {
  const settings = settingsIn(form, codesOf(events));
  if (isRefused(settings)) return settings;
  const minutes = events.map(({ row }) => [row.code, Number(form[`minutes-${row.code}`] ?? assumedMinutes(row))]);
  await keepDayPlan(
    unit,
    { competition: id, day: form.date },
    { ...settings, tables: [...settings.tables], breaks: [...settings.breaks], minutes: Object.fromEntries(minutes) },
  );
  return layPlan(unit, plan, { date: form.date, zone });
}

/** Gives every match its table and its time. Refuses `match-under-way` for one that began meanwhile. */
async function layPlan(
  unit: UnitOfWork,
  plan: readonly Placement[],
  { date, zone }: { readonly date: string; readonly zone: string },
): Promise<undefined | Refusal> {
  const rows = new Map<string, StoredMatchRow>();
  for (const event of new Set(plan.map(({ match }) => eventOf(match))))
    for (const row of await matchRows(unit.db, event)) rows.set(row.id, row);
  for (const { match, table, start } of plan) {
    const row = rows.get(match);
    if (row === undefined || !isOpen(row))
      return refuse("match-under-way", "A match of the plan has begun meanwhile. Look at it again.", { match });
    const refusal = await planMatch(unit, row.id, {
      when: instantOf(zone, date, start),
      table,
      demoUmpire: row.demo_umpire === 1,
    });
    if (refusal) return refusal;
  }
  return undefined;
}

function markOf(plan: readonly Placement[]): string {
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex").slice(0, 32);
}

function presentPlan(
  events: readonly EventAtDesk[],
  { schedule, form }: { readonly schedule: ReasonedSchedule; readonly form: DayPlanForm },
): DayPlanView {
  const settings = settingsIn(form, []);
  const tables = isRefused(settings) ? [] : settings.tables;
  const byEvent = new Map(events.map((event) => [String(event.row.id), event]));
  const reasons = new Map(schedule.reasons.map((reason) => [reason.match, reason.because]));
  const matches = schedule.plan.flatMap(({ match, table, start }) => {
    const event = byEvent.get(eventOf(match));
    const row = event?.matches.get(codeOf(match));
    if (event === undefined || row === undefined) return [];
    const because = reasons.get(match) ?? [];
    return [{ row: presentMatch(row, event.setting), table, start, because, pinned: row.pinned === 1 }];
  });
  matches.sort((a, b) => a.start - b.start || tables.indexOf(a.table) - tables.indexOf(b.table));
  return { matches, tables, end: schedule.end, bound: schedule.bound, shown: markOf(schedule.plan) };
}

/** The people whom reasons name. */
function namesIn(events: readonly EventAtDesk[], schedule: ReasonedSchedule): DayPlanPage["people"] {
  const named = new Set(
    schedule.reasons.flatMap(({ because }) =>
      because.flatMap((limit) => (limit.code === "rested" ? [limit.person] : [])),
    ),
  );
  const players = events.flatMap(({ entries }) => [...entries.values()].flatMap((entry) => entry.players));
  return Object.fromEntries(
    players.filter(({ id }) => named.has(id)).map((player) => [player.id, presentPlayer(player)]),
  );
}
