import { isRefused, type EventId, type Refusal } from "@podium/engine";
import {
  drawPaceForm,
  drawRemovalForm,
  drawRulesForm,
  drawStartForm,
  roundForm,
  type DeskDrawPage,
} from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { standing } from "../draw/draw-records.ts";
import { rulesFrom } from "../draw/draw-rules.ts";
import { presentDraw } from "../draw/present.ts";
import { chooseRules, isBegun, paceDraw, startDraw, withdrawDraw } from "../draw/public-draw.ts";
import { randomnessIn } from "../draw/randomness.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { holders } from "../people/policy.ts";
import { pairNextRound, roundToPair } from "../results/swiss-rounds.ts";
import { eventIn } from "../storage/codes.ts";

const atTheDesk = holders("organiser", "referee");
const DRAW = "/desk/events/:competition/:event/draw";

/** Where an event is drawn once its competition is published. */
export const deskDrawRoutes: readonly Route[] = [
  { method: "GET", path: DRAW, policy: atTheDesk, answer: (request) => showDraw(request) },
  { method: "POST", path: DRAW, policy: atTheDesk, reads: drawStartForm, answer: start },
  { method: "POST", path: `${DRAW}/rules`, policy: atTheDesk, reads: drawRulesForm, answer: choose },
  { method: "POST", path: `${DRAW}/pace`, policy: atTheDesk, reads: drawPaceForm, answer: setPace },
  { method: "POST", path: `${DRAW}/removal`, policy: atTheDesk, reads: drawRemovalForm, answer: takeBack },
  { method: "POST", path: `${DRAW}/rounds`, policy: atTheDesk, reads: roundForm, answer: pairRound },
];

async function showDraw(request: RouteRequest, refusal?: Refusal): Promise<Answer> {
  const { db } = request.app.storage;
  const event = eventIn(request.params);
  const draw = await presentDraw(db, event);
  if (draw === null) return answer.refusal(notFound(request.path));
  const isOnRecord = standing(draw.records.toReversed()) !== undefined;
  const data: DeskDrawPage = {
    draw,
    mayRepeat: isOnRecord && !(await isBegun(db, event)),
    nextRound: await roundToPair(db, event),
    entered: refusal === undefined ? {} : await request.fields(),
    refusal: refusal ?? null,
  };
  return answer.form({ page: "desk-draw", data }, refusal);
}

/** Why nothing was done: the page again with what was typed, or the refusal alone for who asks in JSON. */
async function refusedOn(request: RouteRequest, refusal: Refusal): Promise<Answer> {
  return request.wantsJson ? answer.refusal(refusal) : showDraw(request, refusal);
}

/** The draw as it is now for who asks in JSON, or its page. */
async function goOn(request: RouteRequest): Promise<Answer> {
  const event = eventIn(request.params);
  return request.wantsJson
    ? answer.json(await presentDraw(request.app.storage.db, event))
    : answer.seeOther(`/desk/events/${event}/draw`);
}

/** Does something with the draw in one unit of work. */
async function act(
  request: RouteRequest,
  work: (unit: UnitOfWork, event: EventId) => Promise<unknown>,
): Promise<Answer> {
  const event = eventIn(request.params);
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) => work(unit, event));
  return isRefused(done) ? refusedOn(request, done) : goOn(request);
}

async function choose(request: RouteRequest): Promise<Answer> {
  const form = await request.read(drawRulesForm);
  if (isRefused(form)) return refusedOn(request, form);
  return act(request, (unit, event) => chooseRules(unit, event, rulesFrom(form)));
}

async function start(request: RouteRequest): Promise<Answer> {
  const form = await request.read(drawStartForm);
  if (isRefused(form)) return refusedOn(request, form);
  const { app, viewer } = request;
  if (viewer === null) throw new Error("Nobody draws without a session.");
  const begun = await startDraw(app, viewer.id, {
    event: eventIn(request.params),
    start: { ...randomnessIn(app, form), by: viewer.name, isInPublic: form.how === "in-public", seen: form.seen },
  });
  return isRefused(begun) ? refusedOn(request, begun) : goOn(request);
}

async function setPace(request: RouteRequest): Promise<Answer> {
  const form = await request.read(drawPaceForm);
  if (isRefused(form)) return refusedOn(request, form);
  return act(request, (unit, event) => paceDraw(unit, event, form.pace));
}

async function takeBack(request: RouteRequest): Promise<Answer> {
  const form = await request.read(drawRemovalForm);
  if (isRefused(form)) return refusedOn(request, form);
  const answered = await act(request, (unit, event) => withdrawDraw(unit, event, form.reason));
  // Its matches may come back under their codes, of other rules.
  request.app.replays.matches.clear();
  return answered;
}

async function pairRound(request: RouteRequest): Promise<Answer> {
  const form = await request.read(roundForm);
  if (isRefused(form)) return refusedOn(request, form);
  return act(request, (unit, event) => pairNextRound(unit, event, form.round));
}
