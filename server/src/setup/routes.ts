import { act, goOn, pageOf, refusedOn, seen, shown, type Beside } from "./draft-answers.ts";
import { isRefused, refuse, type Refusal } from "@podium/engine";
import {
  draftCopyForm,
  draftDetailsForm,
  draftEventForm,
  draftForm,
  draftVersionForm,
  inLanguage,
  type CompetitionView,
  type DraftFile,
  type Language,
} from "@podium/protocol";
import { competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { organisersOfAll } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import { allDrafts, beginDraft, changeDraft, copyCompetition, draftBy, dropDraft, publishDraft } from "./drafts.ts";
import { givenHall } from "../competitions/sessions.ts";
import { freeCode } from "../competitions/free-code.ts";
import { givenName, givenText } from "./given-text.ts";
import { orderOfPlay } from "./order-of-play.ts";
import { presentDraft } from "./present.ts";
import { forgetApplications, refusedWhileWaiting } from "./applications.ts";
import { deskApplicationRoutes } from "./application-routes.ts";
import { showDraft } from "./draft-pages.ts";
import { draftEventRoutes } from "./event-routes.ts";

const DRAFT = "/desk/drafts/:draft";

/** A competition from an empty page to its publication. */
export const setupRoutes: readonly Route[] = [
  { method: "GET", path: "/desk/drafts", policy: organisersOfAll, answer: (request) => showDrafts(request) },
  { method: "POST", path: "/desk/drafts", policy: organisersOfAll, reads: draftForm, answer: begin },
  { method: "POST", path: "/desk/drafts/copies", policy: organisersOfAll, reads: draftCopyForm, answer: copy },
  { method: "GET", path: DRAFT, policy: organisersOfAll, answer: (request) => showDraft(request) },
  { method: "POST", path: `${DRAFT}/details`, policy: organisersOfAll, reads: draftDetailsForm, answer: changeDetails },
  { method: "POST", path: `${DRAFT}/events`, policy: organisersOfAll, reads: draftEventForm, answer: addEvent },
  { method: "POST", path: `${DRAFT}/publication`, policy: organisersOfAll, reads: draftVersionForm, answer: publish },
  { method: "POST", path: `${DRAFT}/removal`, policy: organisersOfAll, reads: draftVersionForm, answer: drop },
  ...draftEventRoutes,
  ...deskApplicationRoutes,
];

async function showDrafts({ app }: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const drafts = await allDrafts(app.storage.db);
  const earlier = (await latestCompetitions(app.storage.db)).map(({ id, title, from }) => ({ id, title, from }));
  const data = { draft: null, terms: null, drafts: drafts.map(presentDraft), earlier, ...shown(beside) };
  return pageOf({ page: "draft", data }, beside);
}

type Details = Readonly<Record<string, unknown>> &
  Pick<DraftFile["competition"], "zone" | "from" | "to"> & {
    readonly tables?: string | undefined;
    readonly sessions?: string | undefined;
  };

function competitionFrom(id: string, form: Details, language: Language): DraftFile["competition"] | Refusal {
  const title = givenName("title", { form, language });
  if (isRefused(title)) return title;
  const place = givenText("place", { form, language });
  if (place !== null && isRefused(place)) return place;
  const { zone, from, to } = form;
  const hall = givenHall(form, form);
  if (isRefused(hall)) return hall;
  return { id, title, zone, from, to, ...(place === null ? {} : { place }), ...hall };
}

async function begin(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftForm);
  if (isRefused(form)) return refusedOn(request, form, showDrafts);
  const competition = competitionFrom(form.id, form, request.language);
  if (isRefused(competition)) return refusedOn(request, competition, showDrafts);
  const begun = await act(request, (unit) => beginDraft(unit, competition));
  if (isRefused(begun)) return refusedOn(request, begun, showDrafts);
  const draft = await draftBy(request.app.storage.db, begun);
  return isRefused(draft) ? answer.refusal(draft) : goOn(request, draft);
}

async function copy(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftCopyForm);
  if (isRefused(form)) return refusedOn(request, form, showDrafts);
  const copied = await act(request, (unit) => copyCompetition(unit, form));
  if (isRefused(copied)) return refusedOn(request, copied, showDrafts);
  const draft = await draftBy(request.app.storage.db, copied);
  return isRefused(draft) ? answer.refusal(draft) : goOn(request, draft);
}

/** As many as anybody looks through to find the one to copy. */
const EARLIER_MAX = 100;

async function latestCompetitions(db: Db): Promise<CompetitionView[]> {
  const rows = await competitionRows(db);
  const views = rows.map(presentCompetition).sort((a, b) => (a.from < b.from ? 1 : -1));
  return views.slice(0, EARLIER_MAX);
}

async function changeDetails(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftDetailsForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, form), (file) => {
      const competition = competitionFrom(file.competition.id, form, request.language);
      return isRefused(competition) ? competition : { ...file, competition };
    }),
  );
  return isRefused(changed) ? refusedOn(request, changed, showDraft) : goOn(request, changed);
}

async function addEvent(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftEventForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const { sport, kind, bestOf } = form;
  const title = givenName("title", { form, language: request.language });
  if (isRefused(title)) return refusedOn(request, title, showDraft);
  if (bestOf % 2 === 0)
    return refusedOn(
      request,
      refuse("best-of-even", `A match is the best of an odd number of games, not of ${bestOf}.`, { bestOf }),
      showDraft,
    );
  const tie = kind === "team" ? orderOfPlay(form) : undefined;
  if (tie !== undefined && isRefused(tie)) return refusedOn(request, tie, showDraft);
  let code = "";
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, form), (file) => {
      code = freeCode(inLanguage(title, "en"), new Set(file.events.map((event) => event.code)));
      const event = {
        code,
        title,
        kind,
        bestOf,
        entries: [],
        ...(tie === undefined ? {} : { tie }),
        ...(sport === undefined ? {} : { sport }),
      };
      return { ...file, events: [...file.events, event] };
    }),
  );
  return isRefused(changed) ? refusedOn(request, changed, showDraft) : goOn(request, changed, `/events/${code}`);
}

async function publish(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftVersionForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const published = await act(
    request,
    async (unit) =>
      (await refusedWhileWaiting(unit.db, seen(request, form).id)) ?? publishDraft(unit, seen(request, form)),
  );
  if (isRefused(published)) return refusedOn(request, published, showDraft);
  return request.wantsJson ? answer.json(published) : answer.seeOther(`/desk/${published.competition}`);
}

async function drop(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftVersionForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const refusal = await act(request, async (unit) => {
    const { id } = seen(request, form);
    const dropped = await dropDraft(unit, { id, version: form.version });
    if (dropped === undefined) await forgetApplications(unit, id);
    return dropped;
  });
  if (refusal !== undefined) return refusedOn(request, refusal, showDraft);
  return request.wantsJson ? answer.json({}) : answer.seeOther("/desk/drafts");
}
