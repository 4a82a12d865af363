import { isRefused, type Refusal } from "@podium/engine";
import {
  applicationDecisionForm,
  applicationForm,
  applicationWithdrawalForm,
  entryTermsForm,
  type EnterPage,
} from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { whyNameHeld } from "../people/held-words.ts";
import { anyone, organisersOfAll, signedIn } from "../people/policy.ts";
import { competitionIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { applicationsIn, apply, decideApplication, unknownApplication, withdrawApplication } from "./applications.ts";
import { act, goOn, pageOf, refusedOn, shown, type Beside } from "./draft-answers.ts";
import { draftBy, type Draft } from "./drafts.ts";
import { entryTerms, openEntries, openTerms } from "./entry-terms.ts";
import { showDraft, showEventOf } from "./draft-pages.ts";
import { presentAbout, presentApplication, presentTerms } from "./present-applications.ts";

const ENTER = "/enter/:draft";
const DESK = "/desk/drafts/:draft";
const invited = anyone("whoever may enter must find out where, until when and with whom");

/** Where people enter themselves for a competition that is being prepared. */
export const enterRoutes: readonly Route[] = [
  { method: "GET", path: "/enter", policy: invited, answer: showOpen },
  { method: "GET", path: ENTER, policy: invited, answer: (request) => showEnter(request) },
  { method: "POST", path: `${ENTER}/applications`, policy: signedIn, reads: applicationForm, answer: enter },
  {
    method: "POST",
    path: `${ENTER}/withdrawals`,
    policy: signedIn,
    reads: applicationWithdrawalForm,
    answer: withdraw,
  },
];

/** What organisers do with those who entered themselves. */
export const deskApplicationRoutes: readonly Route[] = [
  { method: "POST", path: `${DESK}/terms`, policy: organisersOfAll, reads: entryTermsForm, answer: open },
  {
    method: "POST",
    path: `${DESK}/decisions`,
    policy: organisersOfAll,
    reads: applicationDecisionForm,
    answer: decide,
  },
];

async function showOpen({ app }: RouteRequest): Promise<Answer> {
  const open = await openTerms(app.storage.db, app.clock());
  const competitions = open.map(({ terms, draft }) => ({ ...presentAbout(draft), closesAtMs: terms.closesAtMs }));
  return answer.page({ page: "enter-list", data: { competitions } });
}

/** Terms and draft of an address; one that has been published is read where it is played. */
async function showEnter(request: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const { app, viewer, params, path } = request;
  const { db } = app.storage;
  const id = params["draft"] ?? "";
  const terms = await entryTerms(db, id);
  if (terms === null) return answer.refusal(notFound(path));
  const draft = await draftBy(db, id);
  if (isRefused(draft)) {
    const published = await competitionRow(db, competitionIn({ competition: id }));
    return published === undefined ? answer.refusal(notFound(path)) : answer.seeOther(`/competitions/${id}`);
  }
  const applications = await applicationsIn(db, id);
  const data: EnterPage = {
    competition: presentAbout(draft),
    terms: presentTerms(terms, { draft, applications, nowMs: app.clock() }),
    mine: applications
      .filter(({ person_id: person }) => person === viewer?.id)
      .map((application) => presentApplication(application, applications)),
    ...shown(beside),
  };
  return pageOf({ page: "enter", data }, beside);
}

/** Does something with the draft of the address as it is now, in one unit of work. */
function withDraft<T>(
  request: RouteRequest,
  work: (unit: UnitOfWork, draft: Draft) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return act(request, async (unit) => {
    const draft = await draftBy(unit.db, request.params["draft"] ?? "");
    return isRefused(draft) ? draft : work(unit, draft);
  });
}

async function enter(request: RouteRequest): Promise<Answer> {
  const form = await request.read(applicationForm);
  if (isRefused(form)) return refusedOn(request, form, showEnter);
  const shownToAll = [form.family, form.given, form.association, form.partner].filter((words) => words !== undefined);
  const held = await whyNameHeld(request.app, shownToAll.join(" "));
  if (held !== null) return refusedOn(request, held, showEnter);
  const made = await withDraft(request, (unit, draft) => apply(unit, draft, form));
  return isRefused(made) ? refusedOn(request, made, showEnter) : goBack(request, made);
}

async function withdraw(request: RouteRequest): Promise<Answer> {
  const form = await request.read(applicationWithdrawalForm);
  if (isRefused(form)) return refusedOn(request, form, showEnter);
  const refusal = await withDraft(request, (unit, draft) => withdrawApplication(unit, draft, form.application));
  return refusal === undefined ? goBack(request, form.application) : refusedOn(request, refusal, showEnter);
}

/** To the page, or the application as its owner sees it. */
async function goBack({ app, params, wantsJson }: RouteRequest, id: string): Promise<Answer> {
  const draft = params["draft"] ?? "";
  return wantsJson ? jsonOf(app.storage.db, draft, id) : answer.seeOther(`/enter/${draft}#mine`);
}

async function jsonOf(db: Db, draft: string, id: string): Promise<Answer> {
  const all = await applicationsIn(db, draft);
  const own = all.find((each) => each.id === id);
  return own === undefined ? answer.refusal(unknownApplication()) : answer.json(presentApplication(own, all));
}

async function open(request: RouteRequest): Promise<Answer> {
  const form = await request.read(entryTermsForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const opened = await withDraft(request, async (unit, draft) => {
    const refusal = await openEntries(unit, draft, form);
    return refusal ?? draft;
  });
  return isRefused(opened) ? refusedOn(request, opened, showDraft) : goOn(request, opened, "#terms");
}

async function decide(request: RouteRequest): Promise<Answer> {
  const form = await request.read(applicationDecisionForm);
  const asked = isRefused(form) ? (await request.fields())["application"] : form.application;
  const event = await eventAsked(request, asked ?? "");
  const show = event === null ? showDraft : (again: RouteRequest, beside: Beside) => showEventOf(again, event, beside);
  if (isRefused(form)) return refusedOn(request, form, show);
  const { language, params, wantsJson } = request;
  const decided = await withDraft(request, async (unit, draft) => {
    return (await decideApplication(unit, draft, { form, language })) ?? draft;
  });
  if (isRefused(decided)) return refusedOn(request, decided, show);
  return wantsJson
    ? jsonOf(request.app.storage.db, params["draft"] ?? "", form.application)
    : goOn(request, decided, `/events/${event}#applications`);
}

/** The event that an application is for; null where there is no such application. */
async function eventAsked({ app, params }: RouteRequest, application: string): Promise<string | null> {
  const all = await applicationsIn(app.storage.db, params["draft"] ?? "");
  return all.find(({ id }) => id === application)?.event ?? null;
}
