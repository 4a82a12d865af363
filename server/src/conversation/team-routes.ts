import { isRefused, type PersonId, refuse, type Refusal } from "@podium/engine";
import { dialsForm, pauseForm, restrictionForm } from "@podium/protocol";
import { z } from "zod";
import { transact, type UnitOfWork } from "../app.ts";
import { notFound, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { anyone, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { personId, threadIn } from "../storage/codes.ts";
import { presentLog } from "./acts.ts";
import { pauseNow } from "./admission.ts";
import { pauseAll, resumeAll, turnDials } from "./dials.ts";
import { presentMember } from "./member-views.ts";
import { moderatorOf } from "./moderation.ts";
import { liftRestriction, restrict } from "./restrictions.ts";

const anyModerator = holdersAnywhere("moderator");
/** Who may let all conversations rest. */
const whoPauses: Policy = {
  description: "organiser or moderator of all competitions",
  allows: (viewer) => viewer !== null && holdsOne(viewer, undefined, ["organiser", "moderator"]),
};
const moderators: Policy = { description: "moderators of the competition", allows: (viewer) => viewer !== null };

const LOG = "/moderation/log";
const MEMBER = "/moderation/members/:person";
const logQuery = z.object({ before: z.coerce.number().int().min(1).optional() });

/** What holds members and threads back, and the log of it. */
export const teamRoutes: readonly Route[] = [
  {
    method: "GET",
    path: LOG,
    policy: anyone("what moderators do is public, without the words and people it is done to"),
    answer: showLog,
  },
  { method: "POST", path: "/moderation/pause", policy: whoPauses, reads: pauseForm, answer: pause },
  { method: "POST", path: "/moderation/pause/end", policy: whoPauses, answer: resume },
  { method: "GET", path: MEMBER, policy: anyModerator, answer: showMember },
  { method: "POST", path: `${MEMBER}/restrictions`, policy: anyModerator, reads: restrictionForm, answer: hold },
  { method: "POST", path: "/moderation/restrictions/:restriction/lifting", policy: anyModerator, answer: lift },
  { method: "POST", path: "/threads/:thread/dials", policy: moderators, reads: dialsForm, answer: turn },
];

async function showLog(request: RouteRequest): Promise<Answer> {
  const { app, viewer, query } = request;
  const asked = logQuery.safeParse(query);
  if (!asked.success) return answer.refusal(refuse("form-invalid", "The log goes on before the number of an act."));
  const data = {
    ...(await presentLog(app, asked.data.before ?? null)),
    pause: await pauseNow(app.storage.db, app.clock()),
    mayPause: whoPauses.allows(viewer, {}),
  };
  return answer.page({ page: "moderation-log", data });
}

async function pause(request: RouteRequest): Promise<Answer> {
  const { viewer } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(pauseForm);
  if (isRefused(form)) return answer.refusal(form);
  return done(request, `${LOG}?notice=conversations-paused`, (unit) => pauseAll(unit, viewer, form));
}

async function resume(request: RouteRequest): Promise<Answer> {
  const { viewer } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  return done(request, `${LOG}?notice=conversations-resumed`, async (unit) => {
    await resumeAll(unit, viewer);
    return undefined;
  });
}

function personIn(params: RouteRequest["params"]): PersonId {
  return personId(params["person"] ?? "");
}

async function showMember({ app, viewer, params, path }: RouteRequest): Promise<Answer> {
  if (viewer === null) return answer.refusal(notSignedIn());
  const data = await presentMember(app, viewer, personIn(params));
  return data === null ? answer.refusal(notFound(path)) : answer.page({ page: "member", data });
}

async function hold(request: RouteRequest): Promise<Answer> {
  const { viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(restrictionForm);
  if (isRefused(form)) return answer.refusal(form);
  const person = personIn(params);
  const page = `/moderation/members/${encodeURIComponent(person)}?notice=member-restricted`;
  return done(request, page, (unit) => restrict(unit, viewer, { person, form }));
}

async function lift(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const lifted = await transact(app, viewer.id, (unit) => liftRestriction(unit, viewer, params["restriction"] ?? ""));
  if (isRefused(lifted)) return answer.refusal(lifted);
  const page = `/moderation/members/${encodeURIComponent(lifted.person)}?notice=restriction-lifted`;
  return request.wantsJson ? answer.json({}) : answer.seeOther(page);
}

async function turn(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  const at = { viewer, thread: threadIn(params) };
  const moderator = await moderatorOf(app.storage.db, at);
  if (isRefused(moderator)) return answer.refusal(moderator);
  const form = await request.read(dialsForm);
  if (isRefused(form)) return answer.refusal(form);
  const turned = await transact(app, moderator.id, (unit) => turnDials(unit, at, form));
  if (isRefused(turned)) return answer.refusal(turned);
  return request.wantsJson ? answer.json({}) : answer.seeOther(`/threads/${at.thread}?notice=thread-slowed`);
}

async function done(
  { app, viewer, wantsJson }: RouteRequest,
  page: string,
  work: (unit: UnitOfWork) => Promise<undefined | Refusal>,
): Promise<Answer> {
  const refused = await transact<undefined>(app, viewer?.id ?? null, work);
  if (isRefused(refused)) return answer.refusal(refused);
  return wantsJson ? answer.json({}) : answer.seeOther(page);
}
