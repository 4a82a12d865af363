import { createHash } from "node:crypto";
import { isRefused, type Placement, type Refusal } from "@podium/engine";
import {
  dayPlanForm,
  type DayPlanAnswer,
  type DayPlanForm,
  type DayPlanPage,
  type DayPlanView,
  type EventOfDay,
  type RoundOfDay,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow, type CompetitionRow } from "../competitions/competitions.ts";
import { byNumber, tablesOfCompetition } from "../competitions/tables.ts";
import { presentCompetition } from "../competitions/present.ts";
import { writtenTables } from "../competitions/sessions.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { callIn, presentMatch } from "../matches/present.ts";
import { holders } from "../people/policy.ts";
import { assumedMinutes } from "../schedule/assumed-lengths.ts";
import { hoursOf, settingsIn } from "../schedule/day-request.ts";
import type { ReasonedSchedule } from "../schedule/scheduling-thread.ts";
import { codeOf, competitionIn, eventOf } from "../storage/codes.ts";
import { dayPlanned, type EventAtDesk, eventsAtDesk, isOpen, roundOf } from "./day-at-desk.ts";
import { PLAN_MOVED_ON, putInForce, scheduleAsked } from "./plan-in-force.ts";

const atTheDesk = holders("organiser", "referee");
const PLAN = "/desk/:competition/plan";

/** Laying the matches of a day on tables and times. */
export const deskPlanRoutes: readonly Route[] = [
  { method: "GET", path: PLAN, policy: atTheDesk, answer: (request) => showPlan(request, {}) },
  { method: "POST", path: PLAN, policy: atTheDesk, reads: dayPlanForm, answer: takePlan },
];

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
    if (request.wantsJson) return answer.refusal(PLAN_MOVED_ON);
    return showPlan(request, { entered: await request.fields(), form, schedule, refusal: PLAN_MOVED_ON });
  }
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    putInForce(unit, competition, { form, events, plan: schedule.plan }),
  );
  if (isRefused(done)) return refused(done);
  if (request.wantsJson) return answer.json({ matches: schedule.plan.length });
  return answer.seeOther(`/order-of-play/${competition.id}?day=${form.date}`);
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
  const called = events.flatMap((event) =>
    [...event.matches.values()].filter((row) => callIn(row) !== null).map((row) => presentMatch(row, event.setting)),
  );
  return { matches, called, tables, end: schedule.end, bound: schedule.bound, shown: markOf(schedule.plan) };
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
