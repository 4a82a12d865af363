import { isRefused, type Refusal } from "@podium/engine";
import {
  anyStaffRemovalForm,
  GIVEN_ROLES,
  sessionsEndForm,
  staffForm,
  staffRemovalForm,
  type CompetitionView,
  type StaffPage,
  type StaffRow,
} from "@podium/protocol";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { holders, organisersOfAll } from "../people/policy.ts";
import {
  appointByCode,
  endSessionsAt,
  endSessionsOf,
  heldRoles,
  takeRoleBack,
  type RoleHeld,
} from "../people/roles.ts";
import { competitionId } from "../storage/codes.ts";

const CODES_TRIED = { everyMs: 5_000, burst: 20 };

const organisers = holders("organiser");
const ALL = "/desk/staff";
const ONE = "/desk/:competition/staff";

/** Who holds which role, in a competition and in all of them: given and taken back. */
export const staffRoutes: readonly Route[] = [
  { method: "GET", path: ALL, policy: organisersOfAll, answer: (request) => showStaff(request) },
  { method: "POST", path: ALL, policy: organisersOfAll, reads: staffForm, answer: give },
  {
    method: "POST",
    path: `${ALL}/removal`,
    policy: organisersOfAll,
    reads: anyStaffRemovalForm,
    answer: takeBackAnywhere,
  },
  { method: "POST", path: `${ALL}/sessions/end`, policy: organisersOfAll, reads: sessionsEndForm, answer: signOut },
  { method: "GET", path: ONE, policy: organisers, answer: (request) => showStaff(request) },
  { method: "POST", path: ONE, policy: organisers, reads: staffForm, answer: give },
  { method: "POST", path: `${ONE}/removal`, policy: organisers, reads: staffRemovalForm, answer: takeBackHere },
];

async function showStaff(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const data: StaffPage = {
    competition,
    staff: await staffOf(request, competition),
    runsAll: organisersOfAll.allows(request.viewer, {}),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return { kind: "page", page: { page: "staff", data }, status: refusal === null ? 200 : statusOf(refusal) };
}

/** The competition that the address names; null for all of them. */
async function competitionOfRequest({ app, params, path }: RouteRequest): Promise<CompetitionView | null | Refusal> {
  const id = params["competition"];
  if (id === undefined) return null;
  const row = await competitionRow(app.storage.db, competitionId(id));
  return row === undefined ? notFound(path) : presentCompetition(row);
}

/** Who holds a role there; those who hold one in all competitions come first. */
async function staffOf({ app }: RouteRequest, competition: CompetitionView | null): Promise<StaffRow[]> {
  const rows = competition === null ? (await competitionRows(app.storage.db)).map(presentCompetition) : [competition];
  const known = new Map(rows.map(({ id, title }) => [id, { id, title }]));
  return (await heldRoles(app)).flatMap(({ person, name, role: held, competition: place, sinceMs, givenBy }) => {
    const role = GIVEN_ROLES.find((each) => each === held);
    const there = place === "*" ? null : known.get(place);
    return role === undefined || there === undefined
      ? []
      : [{ person, name, role, competition: there, sinceMs, givenBy }];
  });
}

/** Back to the page, with what was done; or the page once more, with why it was not and what was typed. */
async function done(request: RouteRequest, outcome: unknown, notice: string): Promise<Answer> {
  if (isRefused(outcome)) return request.wantsJson ? answer.refusal(outcome) : showStaff(request, outcome);
  if (request.wantsJson) return answer.json({});
  const { competition } = request.params;
  return answer.seeOther(`/desk/${competition === undefined ? "" : `${competition}/`}staff?${notice}`);
}

async function give(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const by = viewer?.id ?? "";
  const calm = admit(app, CODES_TRIED, [`codes told to ${by}`]);
  const form = isRefused(calm) ? calm : await request.read(staffForm);
  if (isRefused(form)) return done(request, form, "");
  return done(
    request,
    await appointByCode(app, by, { ...form, competition: params["competition"] ?? "*" }),
    "notice=role-given",
  );
}

async function takeBackHere(request: RouteRequest): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(staffRemovalForm);
  if (isRefused(form)) return done(request, form, "");
  return takeBack(request, { ...form, competition: request.params["competition"] ?? "" });
}

async function takeBackAnywhere(request: RouteRequest): Promise<Answer> {
  const form = await request.read(anyStaffRemovalForm);
  if (isRefused(form)) return done(request, form, "");
  return takeBack(request, { ...form, competition: form.competition ?? "*" });
}

/** Who gives up a role of their own may no longer read the page, and goes on to their account. */
async function takeBack(request: RouteRequest, held: RoleHeld): Promise<Answer> {
  const refusal = await takeRoleBack(request.app, request.viewer?.id ?? null, held);
  if (refusal === undefined && held.person === request.viewer?.id && !request.wantsJson)
    return answer.seeOther("/account?notice=role-taken-back");
  return done(request, refusal, "notice=role-taken-back");
}

async function signOut(request: RouteRequest): Promise<Answer> {
  const form = await request.read(sessionsEndForm);
  if (isRefused(form)) return done(request, form, "");
  const { app } = request;
  const { person, email = "" } = form;
  const refusal = person === undefined ? await endSessionsAt(app, email) : await endSessionsOf(app, person);
  return done(request, refusal, "notice=sessions-ended");
}
