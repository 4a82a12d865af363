import { isRefused, refuse, type Refusal } from "@podium/engine";
import {
  draftCopyForm,
  draftDetailsForm,
  draftDrawForm,
  draftEntriesForm,
  draftEventForm,
  draftForm,
  draftRemovalForm,
  draftRulesForm,
  draftSeedsForm,
  draftUndrawForm,
  draftVersionForm,
  LANGUAGES,
  rankingListForm,
  type CompetitionView,
  type DraftEventPage,
  type DraftFile,
  type DraftPage,
  type DrawRecord,
  type EventPart,
  type Text,
} from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { organisersOfAll } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import { drawnEvent, rulesFrom } from "../draw/draw-rules.ts";
import { randomnessIn } from "../draw/randomness.ts";
import { drawThread } from "../draw/drawing-thread.ts";
import {
  allDrafts,
  beginDraft,
  changeDraft,
  copyCompetition,
  draftBy,
  dropDraft,
  movedOn,
  publishDraft,
  withEvent,
  withoutDraw,
  type Draft,
  type DraftSeen,
} from "./drafts.ts";
import { listedLines, peopleFor, readList, takeList } from "./entry-lists.ts";
import { freeCode } from "../competitions/free-code.ts";
import { draftToDraw, presentDraft, presentDraftEvent } from "./present.ts";
import { giveRankingList, rankingLists, seeded } from "./seeding.ts";

const DRAFT = "/desk/drafts/:draft";
const EVENT = `${DRAFT}/events/:event`;

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
  { method: "GET", path: EVENT, policy: organisersOfAll, answer: (request) => showEvent(request) },
  { method: "POST", path: `${EVENT}/entries`, policy: organisersOfAll, reads: draftEntriesForm, answer: takeEntries },
  { method: "POST", path: `${EVENT}/rankings`, policy: organisersOfAll, reads: rankingListForm, answer: giveList },
  { method: "POST", path: `${EVENT}/seeds`, policy: organisersOfAll, reads: draftSeedsForm, answer: seed },
  { method: "POST", path: `${EVENT}/draw`, policy: organisersOfAll, reads: draftDrawForm, answer: draw },
  { method: "POST", path: `${EVENT}/draw/removal`, policy: organisersOfAll, reads: draftUndrawForm, answer: undraw },
  { method: "POST", path: `${EVENT}/rules`, policy: organisersOfAll, reads: draftRulesForm, answer: choose },
  { method: "POST", path: `${EVENT}/removal`, policy: organisersOfAll, reads: draftRemovalForm, answer: remove },
];

/** What stands on a page beside the draft: why something was not taken, and what was typed. */
interface Beside {
  readonly refusal?: Refusal;
  readonly entered?: Readonly<Record<string, string>>;
  readonly listed?: DraftEventPage["listed"];
}

async function showDrafts({ app }: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const drafts = await allDrafts(app.storage.db);
  const earlier = (await latestCompetitions(app.storage.db)).map(({ id, title, from }) => ({ id, title, from }));
  const data = { draft: null, drafts: drafts.map(presentDraft), earlier, ...shown(beside) };
  return pageOf({ page: "draft", data }, beside);
}

async function showDraft(request: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const draft = await draftBy(request.app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  return pageOf(
    { page: "draft", data: { draft: presentDraft(draft), drafts: [], earlier: [], ...shown(beside) } },
    beside,
  );
}

async function showEvent(request: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const draft = await draftBy(request.app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventOf(draft.file, request);
  if (isRefused(event)) return answer.refusal(event);
  const data: DraftEventPage = {
    draft: presentDraft(draft),
    event: presentDraftEvent(draft.file, event),
    rankings: await rankingLists(request.app.storage.db),
    listed: beside.listed ?? null,
    ...shown(beside),
  };
  return pageOf({ page: "draft-event", data }, beside);
}

function shown({ refusal, entered }: Beside): Pick<DraftPage, "refusal" | "entered"> {
  return { refusal: refusal ?? null, entered: entered ?? {} };
}

function pageOf(page: Extract<Answer, { kind: "page" }>["page"], { refusal }: Beside): Answer {
  return { kind: "page", page, status: refusal === undefined ? 200 : statusOf(refusal) };
}

function eventOf(file: DraftFile, { params }: RouteRequest): EventPart | Refusal {
  const code = params["event"] ?? "";
  return (
    file.events.find((event) => event.code === code) ??
    refuse("event-unknown", `There is no event ${code}.`, { event: code })
  );
}

/** Why nothing was done: the page again with what was typed, or the refusal alone for who asks in JSON. */
async function refusedOn(
  request: RouteRequest,
  refusal: Refusal,
  show: (request: RouteRequest, beside: Beside) => Promise<Answer>,
): Promise<Answer> {
  if (request.wantsJson) return answer.refusal(refusal);
  return show(request, { refusal, entered: await request.fields() });
}

/** Does something with a draft, in one unit of work. */
function act<T>(request: RouteRequest, work: (unit: UnitOfWork) => Promise<T | Refusal>): Promise<T | Refusal> {
  return transact(request.app, request.viewer?.id ?? null, work);
}

function seen({ params }: RouteRequest, { version }: { readonly version: number }): DraftSeen {
  return { id: params["draft"] ?? "", version };
}

function goOn(request: RouteRequest, draft: Draft, to = ""): Answer {
  return request.wantsJson ? answer.json(presentDraft(draft)) : answer.seeOther(`/desk/drafts/${draft.id}${to}`);
}

function toEvent({ params }: RouteRequest): string {
  return `/events/${params["event"]}`;
}

type Details = Readonly<Record<string, unknown>> & Pick<DraftFile["competition"], "zone" | "from" | "to">;

/** The title in the languages in which it was given; refuses none at all. */
function titleIn(form: Readonly<Record<string, unknown>>): Text | Refusal {
  const given = LANGUAGES.flatMap((language) => {
    const words = form[`title-${language}`];
    return typeof words === "string" && words !== "" ? [[language, words] as const] : [];
  });
  if (given.length === 0)
    return refuse("form-invalid", "The field title-en is not right: a title in one language at least.", {
      field: "title-en",
    });
  return Object.fromEntries(given);
}

function competitionFrom(id: string, form: Details): DraftFile["competition"] | Refusal {
  const title = titleIn(form);
  if (isRefused(title)) return title;
  const place = form["place"];
  const { zone, from, to } = form;
  return { id, title, zone, from, to, ...(typeof place === "string" ? { place: { en: place } } : {}) };
}

async function begin(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftForm);
  if (isRefused(form)) return refusedOn(request, form, showDrafts);
  const competition = competitionFrom(form.id, form);
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
      const competition = competitionFrom(file.competition.id, form);
      return isRefused(competition) ? competition : { ...file, competition };
    }),
  );
  return isRefused(changed) ? refusedOn(request, changed, showDraft) : goOn(request, changed);
}

async function addEvent(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftEventForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const { title, sport, kind, bestOf } = form;
  if (bestOf % 2 === 0)
    return refusedOn(
      request,
      refuse("best-of-even", `A match is the best of an odd number of games, not of ${bestOf}.`, { bestOf }),
      showDraft,
    );
  let code = "";
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, form), (file) => {
      code = freeCode(title, new Set(file.events.map((event) => event.code)));
      const event = {
        code,
        title: { en: title },
        kind,
        bestOf,
        entries: [],
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
  const published = await act(request, (unit) => publishDraft(unit, seen(request, form)));
  if (isRefused(published)) return refusedOn(request, published, showDraft);
  return request.wantsJson ? answer.json(published) : answer.seeOther(`/desk/${published.competition}`);
}

async function drop(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftVersionForm);
  if (isRefused(form)) return refusedOn(request, form, showDraft);
  const refusal = await act(request, (unit) => dropDraft(unit, seen(request, form)));
  if (refusal !== undefined) return refusedOn(request, refusal, showDraft);
  return request.wantsJson ? answer.json({}) : answer.seeOther("/desk/drafts");
}

async function takeEntries(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftEntriesForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const draft = await draftBy(request.app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventOf(draft.file, request);
  if (isRefused(event)) return answer.refusal(event);
  const known = await peopleFor(request.app.storage.db, draft.file);
  const list = readList(form.list, { kind: event.kind, known });
  if (isRefused(list)) return refusedOn(request, list, showEvent);
  const listed = { text: form.list, lines: listedLines(list, event, known) };
  if (form.take === undefined) return request.wantsJson ? answer.json(listed) : showEvent(request, { listed });
  const { version, list: _list, take: _take, ...decisions } = form;
  const refusedTaking = async (refusal: Refusal) =>
    request.wantsJson
      ? answer.refusal(refusal)
      : showEvent(request, { refusal, entered: await request.fields(), listed });
  const taken = takeList(list, { file: draft.file, event, known, decisions, lines: listed.lines });
  if (isRefused(taken)) return refusedTaking(taken);
  if (draft.version !== version) return refusedTaking(movedOn(draft));
  const { players, entries, associations } = taken;
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, form), (file) =>
      withEvent({ ...file, players, associations }, event.code, (before) => ({
        ...withoutDraw(before, request.app.clock()),
        entries,
      })),
    ),
  );
  return isRefused(changed) ? refusedTaking(changed) : goOn(request, changed, toEvent(request));
}

async function giveList(request: RouteRequest): Promise<Answer> {
  const form = await request.read(rankingListForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const list = await act(request, (unit) => giveRankingList(unit, form));
  if (isRefused(list)) return refusedOn(request, list, showEvent);
  if (request.wantsJson) return answer.json({ list });
  return answer.seeOther(`/desk/drafts/${request.params["draft"]}${toEvent(request)}#seeding`);
}

async function seed(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftSeedsForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const { db } = request.app.storage;
  const draft = await draftBy(db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventOf(draft.file, request);
  if (isRefused(event)) return answer.refusal(event);
  const known = form.by === "list" ? await peopleFor(db, draft.file) : [];
  const made = await seeded(db, event, { known, from: draft.file.competition.from, form });
  if (isRefused(made)) return refusedOn(request, made, showEvent);
  // Of what the form has seen; where that has changed meanwhile, changeEvent refuses.
  return changeEvent(request, form.version, () => withoutDraw(made, request.app.clock()));
}

/** How the event will be drawn, at once or in public: it stays with the event when it is published. */
async function choose(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftRulesForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const drawRules = rulesFrom(form);
  return changeEvent(request, form.version, (event) => ({ ...withoutDraw(event, request.app.clock()), drawRules }));
}

async function draw(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftDrawForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const { app, viewer } = request;
  const draft = await draftBy(app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const entered = eventOf(draft.file, request);
  if (isRefused(entered)) return answer.refusal(entered);
  if (draft.version !== form.version) return refusedOn(request, movedOn(draft), showEvent);
  const rules = rulesFrom(form);
  const { randomness, from, given } = randomnessIn(app, form);
  const draws = await drawThread(app, viewer?.id ?? "", { event: draftToDraw(draft.file, entered), rules, randomness });
  if (isRefused(draws)) return refusedOn(request, draws, showEvent);
  const record: DrawRecord = {
    draws: [...draws],
    randomness: from,
    ...(given === undefined ? {} : { given }),
    ...(viewer === null ? {} : { by: viewer.name }),
    at: new Date(app.clock()).toISOString(),
  };
  // Of what the form has seen; where that has changed meanwhile, changeEvent refuses.
  return changeEvent(request, form.version, (event) => ({
    ...event,
    drawRules: rules,
    draw: drawnEvent(rules, draws),
    draws: [...(withoutDraw(event, request.app.clock()).draws ?? []), record],
  }));
}

async function undraw(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftUndrawForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  return changeEvent(request, form.version, (event) => withoutDraw(event, request.app.clock(), form.reason));
}

/** Takes an entry out, or, without one, the whole event. */
async function remove(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftRemovalForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const { version, entry } = form;
  if (entry !== undefined)
    return changeEvent(request, version, (event) => ({
      ...withoutDraw(event, request.app.clock()),
      entries: event.entries.filter(({ code }) => code !== entry),
    }));
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, form), (file) => ({
      ...file,
      events: file.events.filter(({ code }) => code !== request.params["event"]),
    })),
  );
  return isRefused(changed) ? refusedOn(request, changed, showEvent) : goOn(request, changed);
}

async function changeEvent(
  request: RouteRequest,
  version: number,
  change: (event: EventPart) => EventPart | Refusal,
): Promise<Answer> {
  const changed = await act(request, (unit) =>
    changeDraft(unit, seen(request, { version }), (file) => withEvent(file, request.params["event"] ?? "", change)),
  );
  return isRefused(changed) ? refusedOn(request, changed, showEvent) : goOn(request, changed, toEvent(request));
}
