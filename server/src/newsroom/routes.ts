import { isRefused, refuse, type Pace, type Refusal } from "@podium/engine";
import {
  momentNameForm,
  noteAnswerForm,
  reportBeginningForm,
  reportFetchForm,
  reportForm,
  reportTranslationForm,
  reportWithdrawalForm,
  type CompetitionView,
  type NewsroomPage,
  type NewsroomReportPage,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { answerNote } from "../claims/stored-claims.ts";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { instantAt } from "../competitions/wall-clock.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { momentRow, nameMoment, type MomentRow } from "../moments/moments.ts";
import { admit } from "../people/pacing.ts";
import { holders, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { articleOn, foundBeginning, pastedBeginning } from "../reports/found-report.ts";
import { translationsOf } from "../reports/present.ts";
import { reportRow, reportRows, unknownReport, type ReportRow } from "../reports/reports.ts";
import { beginReport, beginTranslation, withdrawReport, writeReport } from "../reports/writing.ts";
import { competitionIn, competitionOf, eventIdOf, momentIn, ofMoment } from "../storage/codes.ts";
import {
  eventsInNewsroom,
  linesOf,
  momentInNewsroom,
  photosToChoose,
  presentWritten,
  quotesIn,
  stepsOf,
  tasksOf,
} from "./present.ts";

const editors = holders("editor", "organiser");
const ROOM = "/newsroom/:competition";
const REPORT = `${ROOM}/:moment/reports/:report`;

/** Where reports are written: seen by the editors and organisers of the competition alone. */
export const newsroomRoutes: readonly Route[] = [
  { method: "GET", path: "/newsroom", policy: holdersAnywhere("editor", "organiser"), answer: showRooms },
  { method: "GET", path: ROOM, policy: editors, answer: (request) => showRoom(request) },
  { method: "POST", path: `${ROOM}/reports`, policy: editors, reads: reportBeginningForm, answer: begin },
  { method: "POST", path: `${ROOM}/reports/fetched`, policy: editors, reads: reportFetchForm, answer: fetchReport },
  { method: "POST", path: `${ROOM}/notes/:note`, policy: editors, reads: noteAnswerForm, answer: answerToNote },
  { method: "POST", path: `${ROOM}/:moment/name`, policy: editors, reads: momentNameForm, answer: name },
  { method: "GET", path: REPORT, policy: editors, answer: (request) => showReport(request) },
  { method: "POST", path: REPORT, policy: editors, reads: reportForm, answer: write },
  { method: "POST", path: `${REPORT}/withdrawal`, policy: editors, reads: reportWithdrawalForm, answer: withdraw },
  { method: "POST", path: `${REPORT}/translations`, policy: editors, reads: reportTranslationForm, answer: translate },
];

async function showRooms({ app, viewer }: RouteRequest): Promise<Answer> {
  const rows = await competitionRows(app.storage.db);
  const open = rows.filter((row) => viewer !== null && holdsOne(viewer, row.id, ["editor", "organiser"]));
  return answer.page({ page: "newsroom-home", data: { competitions: open.map(presentCompetition) } });
}

export async function competitionOfRequest({ app, params, path }: RouteRequest): Promise<CompetitionView | Refusal> {
  const row = await competitionRow(app.storage.db, competitionIn(params));
  return row === undefined ? notFound(path) : presentCompetition(row);
}

async function showRoom(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const data: NewsroomPage = {
    competition,
    tasks: await tasksOf(request.app.storage.db, competitionIn(request.params)),
    events: await eventsInNewsroom(request.app.storage.db, competition),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "newsroom", data }, refusal);
}

async function answerToNote(request: RouteRequest): Promise<Answer> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(noteAnswerForm);
  if (isRefused(form)) return refusedInRoom(request, form);
  const { params } = request;
  const about = { competition: competitionIn(params), note: params["note"] ?? "" };
  const refusal = await act(request, (unit) => answerNote(unit, about, form.words));
  if (refusal !== undefined) return refusedInRoom(request, refusal);
  return request.wantsJson ? answer.json({}) : answer.seeOther(`/newsroom/${competition.id}?notice=note-answered`);
}

async function name(request: RouteRequest): Promise<Answer> {
  const { app, params, path, wantsJson } = request;
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const moment = await momentRow(app.storage.db, momentIn(params));
  if (moment === undefined || competitionOf(moment.event_id) !== competition.id) return answer.refusal(notFound(path));
  const form = await request.read(momentNameForm);
  if (isRefused(form)) return refusedInRoom(request, form);
  const refusal = await act(request, (unit) => nameMoment(unit, moment.id, form));
  if (refusal !== undefined) return refusedInRoom(request, refusal);
  return wantsJson ? answer.json({}) : answer.seeOther(`/newsroom/${competition.id}?notice=moment-named`);
}

async function begin(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(reportBeginningForm);
  if (isRefused(form)) return refusedInRoom(request, form);
  const { event, headline, language, text = "" } = form;
  const source = competition.title[language] ?? Object.values(competition.title)[0] ?? "";
  const credit = viewer?.name ?? source;
  const pasted = await pastedBeginning(text);
  if (isRefused(pasted)) return refusedInRoom(request, pasted);
  const begun = await transact(app, viewer?.id ?? null, (unit) =>
    beginReport(unit, eventIdOf(competitionIn(params), event), { headline, language, credit, source, ...pasted }),
  );
  return isRefused(begun) ? refusedInRoom(request, begun) : goOn(request, begun);
}

/** Somebody who fetches again and again uses us against a site. */
const PAGES_FETCHED: Pace = { everyMs: 20_000, burst: 10 };

/** Begins a report from the page at an address: a draft, which an editor reads before anybody else does. */
async function fetchReport(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const form = await request.read(reportFetchForm);
  if (isRefused(form)) return refusedInRoom(request, form);
  const calm = await admit(app, PAGES_FETCHED, [`pages fetched by ${viewer?.id ?? ""}`]);
  if (isRefused(calm)) return refusedInRoom(request, calm);
  const page = await app.fetcher.fetchPage(form.address);
  if (isRefused(page)) return refusedInRoom(request, page);
  const article = await articleOn(page);
  if (isRefused(article)) return refusedInRoom(request, article);
  const found = { found: page.address, isWhole: form.whole === "yes", language: request.language };
  const begun = await transact(app, viewer?.id ?? null, (unit) =>
    beginReport(unit, eventIdOf(competitionIn(params), form.event), foundBeginning(article, found)),
  );
  return isRefused(begun) ? refusedInRoom(request, begun) : goOn(request, begun, "?notice=report-fetched");
}

function refusedInRoom(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showRoom(request, refusal);
}

/** On to the page of a report, or what it is now for who asks in JSON. */
async function goOn({ app, params, wantsJson }: RouteRequest, report: string, notice = ""): Promise<Answer> {
  if (wantsJson) {
    const row = await reportRow(app.storage.db, report);
    return row === undefined
      ? answer.refusal(unknownReport(report))
      : answer.json((await linesOf(app.storage.db, [row]))[0]);
  }
  const [moment, code] = report.split("/");
  return answer.seeOther(`/newsroom/${params["competition"]}/${moment}/reports/${code}${notice}`);
}

/** The report that an address names, with its moment: both of the competition that it names. */
interface Addressed {
  readonly competition: CompetitionView;
  readonly moment: MomentRow;
  readonly row: ReportRow;
}

async function addressed(request: RouteRequest): Promise<Addressed | Refusal> {
  const { app, params, path } = request;
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return competition;
  const moment = await momentRow(app.storage.db, momentIn(params));
  if (moment === undefined || competitionOf(moment.event_id) !== competition.id) return notFound(path);
  const row = await reportRow(app.storage.db, ofMoment(moment.id, params["report"] ?? ""));
  return row === undefined ? unknownReport(params["report"] ?? "") : { competition, moment, row };
}

async function showReport(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const found = await addressed(request);
  if (isRefused(found)) return answer.refusal(found);
  const { competition, moment, row } = found;
  const { db } = request.app.storage;
  const data: NewsroomReportPage = {
    competition,
    moment: momentInNewsroom(moment),
    report: await presentWritten(db, row, competition.zone),
    steps: await stepsOf(db, row.id),
    translations: await linesOf(db, translationsOf(row, await reportRows(db, moment.id))),
    photos: await photosToChoose(db, moment.id),
    quotes: await quotesIn(db, row),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "newsroom-report", data }, refusal);
}

/** Why nothing was done: the page again, with what was typed and how the report stands now. */
function refusedOnReport(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showReport(request, refusal);
}

async function write(request: RouteRequest): Promise<Answer> {
  const found = await addressed(request);
  if (isRefused(found)) return answer.refusal(found);
  const form = await request.read(reportForm);
  if (isRefused(form)) return refusedOnReport(request, form);
  const { embargo, ...change } = form;
  const embargoMs = embargo === undefined ? null : instantAt(found.competition.zone, embargo);
  if (embargo !== undefined && embargoMs === null)
    return refusedOnReport(
      request,
      refuse("form-invalid", "The field embargo is not right: the clock of the competition never shows this time.", {
        field: "embargo",
      }),
    );
  const written = await act(request, (unit) => writeReport(unit, found.row.id, { ...change, embargoMs }));
  return isRefused(written) ? refusedOnReport(request, written) : goOn(request, found.row.id, "?notice=report-saved");
}

async function withdraw(request: RouteRequest): Promise<Answer> {
  const found = await addressed(request);
  if (isRefused(found)) return answer.refusal(found);
  const form = await request.read(reportWithdrawalForm);
  if (isRefused(form)) return refusedOnReport(request, form);
  const refusal = await act(request, (unit) => withdrawReport(unit, found.row.id, form));
  return refusal === undefined
    ? goOn(request, found.row.id, "?notice=report-withdrawn")
    : refusedOnReport(request, refusal);
}

async function translate(request: RouteRequest): Promise<Answer> {
  const found = await addressed(request);
  if (isRefused(found)) return answer.refusal(found);
  const form = await request.read(reportTranslationForm);
  if (isRefused(form)) return refusedOnReport(request, form);
  const begun = await act(request, (unit) => beginTranslation(unit, found.row.id, form.language));
  return isRefused(begun) ? refusedOnReport(request, begun) : goOn(request, begun);
}

/** Does something with a report, in one unit of work. */
function act<T>({ app, viewer }: RouteRequest, work: Parameters<typeof transact<T>>[2]): Promise<T | Refusal> {
  return transact(app, viewer?.id ?? null, work);
}
