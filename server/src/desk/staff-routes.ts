import { isRefused, type Refusal } from "@podium/engine";
import {
  anyStaffRemovalForm,
  invitationForm,
  invitationRemovalForm,
  type InvitationView,
  GIVEN_ROLES,
  sessionsEndForm,
  staffForm,
  staffRemovalForm,
  type CompetitionView,
  type StaffPage,
  type StaffRow,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { invitationAt, invite, openInvitations, takeInvitationBack, takeUp } from "../people/invitations.ts";
import { holders, organisersOfAll, signedIn } from "../people/policy.ts";
import {
  appointByCode,
  endSessionsAt,
  endSessionsOf,
  heldRoles,
  takeRoleBack,
  type RoleHeld,
} from "../people/roles.ts";
import { competitionId, personId } from "../storage/codes.ts";

const CODES_TRIED = { everyMs: 5_000, burst: 20 };

const organisers = holders("organiser");
const ALL = "/desk/staff";
const ONE = "/desk/:competition/staff";
const INVITATION = "/invitations/:token";
const INVITATIONS_OPENED = { everyMs: 2_000, burst: 30 };

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
  { method: "POST", path: `${ONE}/invitations`, policy: organisers, reads: invitationForm, answer: offer },
  {
    method: "POST",
    path: `${ONE}/invitations/removal`,
    policy: organisers,
    reads: invitationRemovalForm,
    answer: takeOfferBack,
  },
  { method: "GET", path: INVITATION, policy: signedIn, answer: showInvitation },
  { method: "POST", path: INVITATION, policy: signedIn, answer: accept },
  { method: "POST", path: `${ONE}/removal`, policy: organisers, reads: staffRemovalForm, answer: takeBackHere },
];

async function showStaff(
  request: RouteRequest,
  refusal: Refusal | null = null,
  invitedHref: string | null = null,
): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const data: StaffPage = {
    competition,
    staff: await staffOf(request, competition),
    runsAll: organisersOfAll.allows(request.viewer, {}),
    invitations: competition === null ? [] : await invitationsOf(request, competition.id),
    invitedHref,
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "staff", data }, refusal);
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
  if (viewer === null) throw new Error("Nobody gives a role without a session.");
  const calm = await admit(app, CODES_TRIED, [`codes told to ${viewer.id}`]);
  const form = isRefused(calm) ? calm : await request.read(staffForm);
  if (isRefused(form)) return done(request, form, "");
  return done(
    request,
    await appointByCode(app, viewer.id, { ...form, competition: params["competition"] ?? "*" }),
    "notice=role-given",
  );
}

async function takeBackHere(request: RouteRequest): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(staffRemovalForm);
  if (isRefused(form)) return done(request, form, "");
  return takeBack(request, {
    ...form,
    person: personId(form.person),
    competition: request.params["competition"] ?? "",
  });
}

async function takeBackAnywhere(request: RouteRequest): Promise<Answer> {
  const form = await request.read(anyStaffRemovalForm);
  if (isRefused(form)) return done(request, form, "");
  return takeBack(request, { ...form, person: personId(form.person), competition: form.competition ?? "*" });
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
  const refusal = person === undefined ? await endSessionsAt(app, email) : await endSessionsOf(app, personId(person));
  return done(request, refusal, "notice=sessions-ended");
}

async function invitationsOf({ app }: RouteRequest, competition: string): Promise<InvitationView[]> {
  const open = await openInvitations(app.storage.db, { competition, nowMs: app.clock() });
  return open.map(({ id, role, inviter, expiresAtMs }) => ({ id, role, inviter, expiresAtMs }));
}

/** Offers a role: the page once more, with the address to hand on. */
async function offer(request: RouteRequest): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(invitationForm);
  if (isRefused(form)) return done(request, form, "");
  const invited = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    invite(unit, { competition: competition?.id ?? "", role: form.role }),
  );
  if (isRefused(invited)) return done(request, invited, "");
  const href = `/invitations/${invited.token}`;
  return request.wantsJson ? answer.json({ href }) : showStaff(request, null, href);
}

async function takeOfferBack(request: RouteRequest): Promise<Answer> {
  const form = await request.read(invitationRemovalForm);
  if (isRefused(form)) return done(request, form, "");
  const competition = request.params["competition"] ?? "";
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    takeInvitationBack(unit, { competition, ...form }),
  );
  return done(request, refusal, "notice=invitation-taken-back");
}

/** Who invites to what, before anything is taken up. */
async function showInvitation(request: RouteRequest): Promise<Answer> {
  const { app, params, path, viewer } = request;
  const calm = await admit(app, INVITATIONS_OPENED, [`invitations opened by ${viewer?.id ?? ""}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const invitation = await invitationAt(app.storage.db, params["token"] ?? "", app.clock());
  if (isRefused(invitation)) return answer.refusal(invitation);
  const row = await competitionRow(app.storage.db, competitionId(invitation.competition));
  if (row === undefined) return answer.refusal(notFound(path));
  const { id, role, inviter, expiresAtMs } = invitation;
  const data = {
    competition: presentCompetition(row),
    invitation: { id, role, inviter, expiresAtMs },
    sendTo: `/invitations/${params["token"]}`,
  };
  return { kind: "page", page: { page: "invitation", data }, status: 200 };
}

async function accept({ app, params, viewer, wantsJson }: RouteRequest): Promise<Answer> {
  const calm = await admit(app, INVITATIONS_OPENED, [`invitations opened by ${viewer?.id ?? ""}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const taken = await transact(app, viewer?.id ?? null, (unit) => takeUp(unit, params["token"] ?? ""));
  if (isRefused(taken)) return answer.refusal(taken);
  const { competition, role } = taken;
  return wantsJson ? answer.json({ competition, role }) : answer.seeOther("/account?notice=role-given");
}
