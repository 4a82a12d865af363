import { eventIn, showEventOf } from "./draft-pages.ts";
import { takenOut } from "./applications.ts";
import { act, goOn, refusedOn, seen, type Beside } from "./draft-answers.ts";
import { isRefused, type Refusal } from "@podium/engine";
import {
  draftDrawForm,
  draftEntriesForm,
  draftRemovalForm,
  draftRulesForm,
  draftSeedsForm,
  draftTitleForm,
  draftUndrawForm,
  rankingListForm,
  type DraftFile,
  type DrawRecord,
  type EventPart,
  type ListedLine,
} from "@podium/protocol";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { organisersOfAll } from "../people/policy.ts";
import { drawnEvent, rulesFrom } from "../draw/draw-rules.ts";
import { randomnessIn } from "../draw/randomness.ts";
import { drawThread } from "../draw/drawing-thread.ts";
import { changeDraft, draftBy, movedOn, withEvent, withoutDraw } from "./drafts.ts";
import {
  listedLines,
  peopleFor,
  readList,
  refusedLength,
  takeList,
  type Decisions,
  type Taken,
} from "./entry-lists.ts";
import { listedTeams, readTeamList, takeTeams } from "./team-lists.ts";
import { givenName } from "./given-text.ts";
import { draftToDraw } from "./present.ts";
import { pastedFile } from "./sheet.ts";
import { giveRankingList, seeded } from "./seeding.ts";

const EVENT = "/desk/drafts/:draft/events/:event";

/** An event of a competition that is being prepared. */
export const draftEventRoutes: readonly Route[] = [
  { method: "GET", path: EVENT, policy: organisersOfAll, answer: (request) => showEvent(request) },
  { method: "POST", path: `${EVENT}/entries`, policy: organisersOfAll, reads: draftEntriesForm, answer: takeEntries },
  { method: "POST", path: `${EVENT}/entries/file`, policy: organisersOfAll, answer: lookAtFile },
  { method: "POST", path: `${EVENT}/rankings`, policy: organisersOfAll, reads: rankingListForm, answer: giveList },
  { method: "POST", path: `${EVENT}/seeds`, policy: organisersOfAll, reads: draftSeedsForm, answer: seed },
  { method: "POST", path: `${EVENT}/draw`, policy: organisersOfAll, reads: draftDrawForm, answer: draw },
  { method: "POST", path: `${EVENT}/draw/removal`, policy: organisersOfAll, reads: draftUndrawForm, answer: undraw },
  { method: "POST", path: `${EVENT}/rules`, policy: organisersOfAll, reads: draftRulesForm, answer: choose },
  { method: "POST", path: `${EVENT}/title`, policy: organisersOfAll, reads: draftTitleForm, answer: rename },
  { method: "POST", path: `${EVENT}/removal`, policy: organisersOfAll, reads: draftRemovalForm, answer: remove },
];

function showEvent(request: RouteRequest, beside: Beside = {}): Promise<Answer> {
  return showEventOf(request, request.params["event"] ?? "", beside);
}

function toEvent({ params }: RouteRequest): string {
  return `/events/${params["event"]}`;
}

/** What the event is called. */
async function rename(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftTitleForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const title = givenName("title", { form, language: request.language });
  if (isRefused(title)) return refusedOn(request, title, showEvent);
  return changeEvent(request, form.version, (event) => ({ ...event, title }));
}

async function takeEntries(request: RouteRequest): Promise<Answer> {
  const form = await request.read(draftEntriesForm);
  if (isRefused(form)) return refusedOn(request, form, showEvent);
  const draft = await draftBy(request.app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventIn(draft.file, request.params["event"] ?? "");
  if (isRefused(event)) return answer.refusal(event);
  const list = await listIn(request, form.list, { file: draft.file, event });
  if (isRefused(list)) return refusedOn(request, list, showEvent);
  const listed = { text: form.list, lines: list.lines };
  const isSure = list.lines.every(({ doubts, isLeftOut }) => doubts.length === 0 && !isLeftOut);
  if (form.take === undefined || (form.take === "if-sure" && !isSure))
    return request.wantsJson ? answer.json(listed) : showEvent(request, { listed });
  const { version, list: _list, take: _take, ...decisions } = form;
  const refusedTaking = async (refusal: Refusal) =>
    request.wantsJson
      ? answer.refusal(refusal)
      : showEvent(request, { refusal, entered: await request.fields(), listed });
  const taken = list.take(decisions);
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

/** The list of a file, shown as one that was pasted: nothing is taken in yet. */
async function lookAtFile(request: RouteRequest): Promise<Answer> {
  const draft = await draftBy(request.app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventIn(draft.file, request.params["event"] ?? "");
  if (isRefused(event)) return answer.refusal(event);
  const sent = await request.file();
  const text = isRefused(sent) ? sent : pastedFile(sent.bytes, request.language);
  const list = typeof text === "string" ? await listIn(request, text, { file: draft.file, event }) : text;
  if (isRefused(list)) return request.wantsJson ? answer.refusal(list) : showEvent(request, { refusal: list });
  const listed = { text: String(text), lines: list.lines };
  return request.wantsJson ? answer.json(listed) : showEvent(request, { listed });
}

interface ListRead {
  /** As it is shown before it is taken in. */
  readonly lines: readonly ListedLine[];
  readonly take: (decisions: Decisions) => Taken | Refusal;
}

/** A pasted list of players and pairs, or of teams. */
async function listIn(
  { app, language }: RouteRequest,
  text: string,
  { file, event }: { readonly file: DraftFile; readonly event: EventPart },
): Promise<ListRead | Refusal> {
  const { players, associations = [] } = file;
  if (event.kind === "team") {
    const teams = refusedLength(text) ?? readTeamList(text);
    if (isRefused(teams)) return teams;
    const lines = listedTeams(teams, event);
    const take = () => {
      const taken = takeTeams(teams, { event, associations, lines, language });
      return isRefused(taken) ? taken : { ...taken, players };
    };
    return { lines, take };
  }
  const known = await peopleFor(app.storage.db, file);
  const list = readList(text, { kind: event.kind, known });
  if (isRefused(list)) return list;
  const lines = listedLines(list, event, known);
  return { lines, take: (decisions) => takeList(list, { file, event, known, decisions, lines, language }) };
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
  const event = eventIn(draft.file, request.params["event"] ?? "");
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
  if (viewer === null) throw new Error("Nobody draws without a session.");
  const draft = await draftBy(app.storage.db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const entered = eventIn(draft.file, request.params["event"] ?? "");
  if (isRefused(entered)) return answer.refusal(entered);
  if (draft.version !== form.version) return refusedOn(request, movedOn(draft), showEvent);
  const rules = rulesFrom(form);
  const { randomness, from, given } = randomnessIn(app, form);
  const draws = await drawThread(app, viewer.id, { event: draftToDraw(draft.file, entered), rules, randomness });
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
  const { entry } = form;
  const code = request.params["event"] ?? "";
  const changed = await act(request, async (unit) => {
    const draft = await changeDraft(unit, seen(request, form), (file) =>
      entry === undefined
        ? { ...file, events: file.events.filter((event) => event.code !== code) }
        : withEvent(file, code, (event) => ({
            ...withoutDraw(event, unit.nowMs),
            entries: event.entries.filter((each) => each.code !== entry),
          })),
    );
    if (!isRefused(draft)) await takenOut(unit, { draft: draft.id, event: code, entry });
    return draft;
  });
  if (isRefused(changed)) return refusedOn(request, changed, showEvent);
  return goOn(request, changed, entry === undefined ? "" : toEvent(request));
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
