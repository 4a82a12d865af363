import { isRefused, refuse, type PlayerId, type Refusal } from "@podium/engine";
import {
  ownEquipmentForm,
  pageRequestDecisionForm,
  pageRequestForm,
  type PageRequestsPage,
  type PlayerRequestsPage,
} from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { declareEquipment, equipmentByCompetition, removeEquipment } from "../entries/equipment.ts";
import { playerRow } from "../entries/entries.ts";
import {
  decidePageRequest,
  endPageRequest,
  holderOf,
  pageRequests,
  pageRequestsOf,
  requestPage,
} from "../entries/page-requests.ts";
import { competitionsOfPlayer } from "../entries/players.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { organisersOfAll, signedIn } from "../people/policy.ts";
import { namesOf } from "../people/roles.ts";
import { competitionId, competitionIn, playerIn } from "../storage/codes.ts";

const OF_PLAYER = "/players/:player/requests";
const EQUIPMENT = "/players/:player/equipment";
const ALL = "/page-requests";

/** Somebody who asks again and again is told to wait. */
const REQUESTS_MADE = { everyMs: 600_000, burst: 10 };

/** Where members ask about the page of a player, and staff answer them. */
export const pageRequestRoutes: readonly Route[] = [
  { method: "GET", path: OF_PLAYER, policy: signedIn, answer: (request) => showOfPlayer(request) },
  { method: "POST", path: OF_PLAYER, policy: signedIn, reads: pageRequestForm, answer: ask },
  { method: "POST", path: `${OF_PLAYER}/:request/removal`, policy: signedIn, answer: end },
  { method: "POST", path: EQUIPMENT, policy: signedIn, reads: ownEquipmentForm, answer: declare },
  { method: "POST", path: `${EQUIPMENT}/:competition/:item/removal`, policy: signedIn, answer: remove },
  { method: "GET", path: ALL, policy: organisersOfAll, answer: (request) => showAll(request) },
  { method: "POST", path: `${ALL}/:request`, policy: organisersOfAll, reads: pageRequestDecisionForm, answer: decide },
];

async function showOfPlayer(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { app, viewer, params, path } = request;
  const { db } = app.storage;
  const player = await playerRow(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  if (viewer === null) return answer.refusal(notSignedIn());
  const holder = await holderOf(db, player.id);
  const isHeldByViewer = holder === viewer.id;
  const competitions = isHeldByViewer ? await competitionsOfPlayer(db, player.id) : [];
  const data: PlayerRequestsPage = {
    player: presentPlayer(player),
    isHeld: holder !== null,
    isHeldByViewer,
    requests: await pageRequestsOf(db, viewer.id, player.id),
    competitions: competitions.map(({ id: competition, title }) => ({ id: competition, title: JSON.parse(title) })),
    equipment: isHeldByViewer ? await equipmentByCompetition(db, player.id) : [],
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "player-requests", data }, refusal);
}

async function ask(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params, path } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const player = await playerRow(app.storage.db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const form = await request.read(pageRequestForm);
  if (isRefused(form)) return refusedOfPlayer(request, form);
  const calm = await admit(app, REQUESTS_MADE, [`pages asked about by ${viewer.id}`]);
  if (isRefused(calm)) return refusedOfPlayer(request, calm);
  const about = { person: viewer.id, player: player.id };
  return actOfPlayer(request, (unit) => requestPage(unit, about, form));
}

async function end(request: RouteRequest): Promise<Answer> {
  const { viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  return actOfPlayer(request, (unit) => endPageRequest(unit, params["request"] ?? "", viewer.id));
}

async function declare(request: RouteRequest): Promise<Answer> {
  const form = await request.read(ownEquipmentForm);
  if (isRefused(form)) return refusedOfPlayer(request, form);
  const { competition, ...item } = form;
  return actAsHolder(request, (unit, player) =>
    declareEquipment(unit, competitionId(competition), { ...item, player }),
  );
}

/** An item that somebody else has declared is as good as none. */
async function remove(request: RouteRequest): Promise<Answer> {
  const { params } = request;
  const [competition, item] = [competitionIn(params), params["item"] ?? ""];
  return actAsHolder(request, async (unit, player) => {
    const own = await equipmentByCompetition(unit.db, player);
    if (!own.some((each) => each.competition === competition && each.id === item)) return notFound(request.path);
    return removeEquipment(unit, `${competition}/${item}`);
  });
}

type Work = (unit: UnitOfWork) => Promise<undefined | Refusal>;

/** For who holds the page alone. */
function actAsHolder(
  request: RouteRequest,
  work: (unit: UnitOfWork, player: PlayerId) => Promise<undefined | Refusal>,
): Promise<Answer> {
  const player = playerIn(request.params);
  return actOfPlayer(request, async (unit) => {
    const holder = await holderOf(unit.db, player);
    if (holder === null || holder !== request.viewer?.id)
      return refuse("not-allowed", "This is for the player who holds the page.");
    return work(unit, player);
  });
}

async function actOfPlayer(request: RouteRequest, work: Work): Promise<Answer> {
  const { app, viewer, params, wantsJson } = request;
  const refusal = await transact(app, viewer?.id ?? null, work);
  if (refusal !== undefined) return refusedOfPlayer(request, refusal);
  if (!wantsJson) return answer.seeOther(`/players/${playerIn(params)}/requests`);
  return answer.json({ requests: viewer === null ? [] : await pageRequestsOf(app.storage.db, viewer.id) });
}

function refusedOfPlayer(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showOfPlayer(request, refusal);
}

async function showAll(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const asked = await pageRequests(db);
  const names = await namesOf(
    db,
    asked.map(({ person }) => person),
  );
  const data: PageRequestsPage = {
    requests: asked.map(({ view, person, isHeldByAnother }) => ({
      ...view,
      by: names.get(person ?? "") ?? null,
      isHeldByAnother,
    })),
    refusal,
  };
  return answer.form({ page: "page-requests", data }, refusal);
}

async function decide(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params, wantsJson } = request;
  const form = await request.read(pageRequestDecisionForm);
  const done = isRefused(form)
    ? form
    : await transact(app, viewer?.id ?? null, (unit) => decidePageRequest(unit, params["request"] ?? "", form));
  if (isRefused(done)) return wantsJson ? answer.refusal(done) : showAll(request, done);
  return wantsJson ? answer.json({}) : answer.seeOther(ALL);
}
