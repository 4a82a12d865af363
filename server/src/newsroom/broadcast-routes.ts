import { isRefused, type Refusal } from "@podium/engine";
import { broadcastForm, type NewsroomBroadcastsPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { eventRows } from "../competitions/competitions.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { broadcastsOf, enterBroadcast, removeBroadcast } from "../moments/broadcasts.ts";
import { holders } from "../people/policy.ts";
import { competitionIn } from "../storage/codes.ts";
import { competitionOfRequest } from "./routes.ts";

const editors = holders("editor", "organiser");
const BROADCASTS = "/newsroom/:competition/broadcasts";

/** Where it is entered where a competition is shown. */
export const broadcastRoutes: readonly Route[] = [
  { method: "GET", path: BROADCASTS, policy: editors, answer: (request) => showBroadcasts(request) },
  { method: "POST", path: BROADCASTS, policy: editors, reads: broadcastForm, answer: enter },
  { method: "POST", path: `${BROADCASTS}/:broadcast/removal`, policy: editors, answer: remove },
];

async function showBroadcasts(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const { db } = request.app.storage;
  const id = competitionIn(request.params);
  const data: NewsroomBroadcastsPage = {
    competition,
    events: (await eventRows(db, id)).map(({ code, title }) => ({ code, title: JSON.parse(title) })),
    broadcasts: await broadcastsOf(db, id),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "newsroom-broadcasts", data }, refusal);
}

async function enter(request: RouteRequest): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(broadcastForm);
  if (isRefused(form)) return refusedOnPage(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    enterBroadcast(unit, competitionIn(request.params), form),
  );
  return refusal === undefined ? goBack(request) : refusedOnPage(request, refusal);
}

async function remove(request: RouteRequest): Promise<Answer> {
  const id = `${competitionIn(request.params)}/${request.params["broadcast"] ?? ""}`;
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => removeBroadcast(unit, id));
  return refusal === undefined ? goBack(request) : refusedOnPage(request, refusal);
}

function refusedOnPage(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showBroadcasts(request, refusal);
}

async function goBack({ app, params, wantsJson }: RouteRequest): Promise<Answer> {
  if (!wantsJson) return answer.seeOther(`/newsroom/${params["competition"]}/broadcasts`);
  return answer.json({ broadcasts: await broadcastsOf(app.storage.db, competitionIn(params)) });
}
