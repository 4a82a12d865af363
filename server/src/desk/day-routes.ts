import { isRefused, type CallLine, obstaclesTo, type Refusal } from "@podium/engine";
import {
  callForm,
  callLineForm,
  type DayOfPlayPage,
  type DeskMatch,
  deskSectionOf,
  deskState,
  screenForm,
} from "@podium/protocol";
import { stateIn, transact, type UnitOfWork } from "../app.ts";
import { competitionRow, type CompetitionRow, eventRows } from "../competitions/competitions.ts";
import { shownOnScreens, steerScreens } from "../competitions/hall-screen.ts";
import { presentCompetition } from "../competitions/present.ts";
import { byNumber, tablesOfCompetition } from "../competitions/tables.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { callMatch, hallOf, noteCallLine, takeCallBack } from "../matches/table-calls.ts";
import { tableAddress } from "../matches/table-address.ts";
import { installationSecret } from "../people/loaded-auth.ts";
import { holders } from "../people/policy.ts";
import { keptDayPlan } from "../schedule/day-plans.ts";
import { codeOf, competitionIn, matchIn } from "../storage/codes.ts";
import { deskMatchesOf, isPlayed } from "./present.ts";

const atTheDesk = holders("organiser", "referee");
const CALL = "/desk/matches/:competition/:event/:match/call";
const MINUTE_MS = 60_000;
const REST_MINUTES = 5;

/** The day of play: who is called to which table, who has come, what may begin. */
export const deskDayRoutes: readonly Route[] = [
  { method: "GET", path: "/desk/:competition/day", policy: atTheDesk, answer: (request) => showDay(request, null) },
  { method: "POST", path: "/desk/:competition/screen", policy: atTheDesk, reads: screenForm, answer: steer },
  { method: "POST", path: CALL, policy: atTheDesk, reads: callForm, answer: takeCall },
  { method: "POST", path: `${CALL}/lines`, policy: atTheDesk, reads: callLineForm, answer: takeLine },
  { method: "POST", path: `${CALL}/withdrawal`, policy: atTheDesk, answer: takeBack },
];

async function showDay(request: RouteRequest, refusal: Refusal | null): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const nowMs = request.app.clock();
  const matches: DeskMatch[] = [];
  const events = await eventRows(db, competition.id);
  for (const { id } of events) matches.push(...(await deskMatchesOf(db, id)));
  const played = matches.filter(isPlayed);
  const hall = await hallOf(db, competition.id);
  const tables = tablesOfDay(competition, played);
  const secret = stateIn(request.app, installationSecret);
  const plan = await keptDayPlan(db, competition.id, wallClock(competition.zone, nowMs).date);
  const restMs = (plan?.restMinutes ?? REST_MINUTES) * MINUTE_MS;
  const data: DayOfPlayPage = {
    competition: presentCompetition(competition),
    tables,
    addresses: Object.fromEntries(tables.map((table) => [table, tableAddress(secret, competition.id, table)])),
    matches: inOrderOfPlay(played.filter(({ row }) => row.status !== "over" && row.tie === null)),
    obstacles: Object.fromEntries(
      hall
        .filter(({ status, call }) => status === "ready" && call === null)
        .map((match) => [match.id, obstaclesTo(match, hall, { nowMs, restMs })]),
    ),
    screen: {
      shows: await shownOnScreens(db, competition.id),
      events: events.map(({ id, title }) => ({ code: codeOf(id), title: JSON.parse(title) })),
    },
    toDecide: played.filter((match) => deskSectionOf(deskState(match, nowMs)) === "decide").length,
    forked: played.filter(({ forks }) => forks.length > 0),
    refusal,
  };
  return answer.form({ page: "desk-day", data }, refusal);
}

async function steer(request: RouteRequest): Promise<Answer> {
  const form = await request.read(screenForm);
  if (isRefused(form)) return refused(request, form);
  const competition = await competitionRow(request.app.storage.db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    steerScreens(unit, competition.id, form.shows),
  );
  if (refusal !== undefined) return refused(request, refusal);
  return request.wantsJson ? answer.json(form) : answer.seeOther(`/desk/${competition.id}/day`);
}

function tablesOfDay(competition: CompetitionRow, matches: readonly DeskMatch[]): string[] {
  const others = byNumber(matches.flatMap(({ row }) => (row.status === "over" ? [] : (row.table ?? []))));
  return [...new Set([...tablesOfCompetition(competition), ...others])];
}

/** By the time at which they are expected, then by the time that was planned. */
function inOrderOfPlay(matches: readonly DeskMatch[]): DeskMatch[] {
  const timeOf = ({ row }: DeskMatch) => row.expectedMs ?? row.startMs ?? Number.MAX_SAFE_INTEGER;
  return matches.toSorted((one, other) => timeOf(one) - timeOf(other));
}

async function takeCall(request: RouteRequest): Promise<Answer> {
  const form = await request.read(callForm);
  return isRefused(form) ? refused(request, form) : act(request, (unit, match) => callMatch(unit, match, form.table));
}

async function takeLine(request: RouteRequest): Promise<Answer> {
  const form = await request.read(callLineForm);
  if (isRefused(form)) return refused(request, form);
  return act(request, (unit, match) => {
    const line: CallLine = form.kind === "clock-started" ? { ...form, atMs: unit.nowMs } : form;
    return noteCallLine(unit, match, line);
  });
}

function takeBack(request: RouteRequest): Promise<Answer> {
  return act(request, takeCallBack);
}

async function act(
  request: RouteRequest,
  work: (unit: UnitOfWork, match: ReturnType<typeof matchIn>) => Promise<undefined | Refusal>,
): Promise<Answer> {
  const match = matchIn(request.params);
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => work(unit, match));
  if (refusal !== undefined) return refused(request, refusal);
  return request.wantsJson ? answer.json({ match }) : answer.seeOther(`/desk/${competitionIn(request.params)}/day`);
}

function refused(request: RouteRequest, refusal: Refusal): Answer | Promise<Answer> {
  return request.wantsJson ? answer.refusal(refusal) : showDay(request, refusal);
}
