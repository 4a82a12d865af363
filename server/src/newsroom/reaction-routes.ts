import { isRefused, refuse, type Refusal } from "@podium/engine";
import {
  reactionForm,
  reactionStateForm,
  type CompetitionView,
  type NewsroomReactionsPage,
  type ReactionForm,
  type ReactionPart,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { freeCode } from "../competitions/free-code.ts";
import { instantAt } from "../competitions/wall-clock.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";
import { momentRow, type MomentRow } from "../moments/moments.ts";
import { storeAside } from "../moments/sent-photo.ts";
import { holders } from "../people/policy.ts";
import {
  collectReaction,
  dropScreenshot,
  keepScreenshot,
  markReaction,
  reactionRow,
  reactionRows,
  unknownReaction,
} from "../reports/reactions.ts";
import { reportRows, type ReportRow } from "../reports/reports.ts";
import { codeOf, competitionOf, momentIn, ofMoment } from "../storage/codes.ts";
import { collectedReactions, linesOf, quotesIn } from "./present.ts";
import { competitionOfRequest } from "./routes.ts";

const editors = holders("editor", "organiser");
/** The folder of files in which pictures of reactions are kept. */
const SCREENSHOTS = "screenshots";
const REACTIONS = "/newsroom/:competition/:moment/reactions";

/** Where reactions are entered, and what has become of them is noted. */
export const reactionRoutes: readonly Route[] = [
  { method: "GET", path: REACTIONS, policy: editors, answer: (request) => showReactions(request) },
  { method: "POST", path: REACTIONS, policy: editors, reads: reactionForm, answer: enter },
  { method: "POST", path: `${REACTIONS}/:reaction/state`, policy: editors, reads: reactionStateForm, answer: mark },
  { method: "GET", path: `${REACTIONS}/:reaction/screenshot`, policy: editors, answer: showScreenshot },
  {
    method: "POST",
    path: `${REACTIONS}/:reaction/screenshot`,
    policy: editors,
    bytesMax: PICTURE_BYTES_MAX + 64 * 1024,
    answer: takeScreenshot,
  },
  { method: "POST", path: `${REACTIONS}/:reaction/screenshot/removal`, policy: editors, answer: removeScreenshot },
];

interface MomentAddressed {
  readonly competition: CompetitionView;
  readonly moment: MomentRow;
}

async function momentOfRequest(request: RouteRequest): Promise<MomentAddressed | Refusal> {
  const competition = await competitionOfRequest(request);
  if (isRefused(competition)) return competition;
  const moment = await momentRow(request.app.storage.db, momentIn(request.params));
  if (moment === undefined || competitionOf(moment.event_id) !== competition.id) return notFound(request.path);
  return { competition, moment };
}

async function showReactions(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const { db } = request.app.storage;
  const reports = await reportRows(db, found.moment.id);
  const quoted = await quotedIn(request, reports);
  const data: NewsroomReactionsPage = {
    competition: found.competition,
    moment: { id: found.moment.id, title: JSON.parse(found.moment.title) },
    reactions: await collectedReactions(db, await reactionRows(db, found.moment.id), reports),
    reports: await linesOf(db, reports),
    refusal,
    entered: refusal === null ? (quoted?.entered ?? {}) : await request.fields(),
    missing: refusal === null ? (quoted?.missing ?? []) : [],
  };
  return answer.form({ page: "newsroom-reactions", data }, refusal);
}

/** The form as a quote in a report fills it, where the address names one (`?report=CODE&quote=N`). */
async function quotedIn({ app, query }: RouteRequest, reports: readonly ReportRow[]) {
  const row = reports.find(({ id }) => codeOf(id) === query["report"]);
  const quotes = row === undefined ? [] : await quotesIn(app.storage.db, row);
  const quote = quotes.find(({ at }) => String(at) === query["quote"]);
  if (row === undefined || quote === undefined) return null;
  const { words, platform, author, url, missing } = quote;
  const told = { platform, author, url };
  const known = Object.entries(told).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const source = { language: row.language, knownBy: "second-hand", report: codeOf(row.id) };
  return { entered: { words, ...Object.fromEntries(known), ...source }, missing };
}

async function enter(request: RouteRequest): Promise<Answer> {
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const form = await request.read(reactionForm);
  if (isRefused(form)) return refusedOnPage(request, form);
  const entered = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const taken = new Set((await reactionRows(unit.db, found.moment.id)).map(({ id }) => codeOf(id)));
    // The author is left out: the code outlives what its author takes back.
    const id = freeCode(form.platform, taken);
    const part = reactionFrom(form, { id, zone: found.competition.zone, nowMs: unit.nowMs });
    return isRefused(part) ? part : collectReaction(unit, found.moment.id, { ...part, by: unit.who });
  });
  return isRefused(entered) ? refusedOnPage(request, entered) : goBack(request, "?notice=reaction-entered");
}

/** A reaction as the file has it, captured now. */
function reactionFrom(
  { translation, translationLanguage, translator, at, ...form }: ReactionForm,
  { id, zone, nowMs }: { readonly id: string; readonly zone: string; readonly nowMs: number },
): ReactionPart | Refusal {
  const atMs = at === undefined ? undefined : instantAt(zone, at);
  if (atMs === null) return incomplete("at", "the clock of the competition never shows this time.");
  const told = [translation, translationLanguage, translator].filter((part) => part !== undefined);
  if (told.length > 0 && told.length < 3)
    return incomplete("translation", "its words, its language and who made it belong together.");
  return {
    ...form,
    id,
    captured: new Date(nowMs).toISOString(),
    ...(atMs === undefined ? {} : { at: new Date(atMs).toISOString() }),
    ...(translation === undefined || translationLanguage === undefined || translator === undefined
      ? {}
      : { translation: { words: translation, language: translationLanguage, by: translator } }),
  };
}

function incomplete(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}

async function mark(request: RouteRequest): Promise<Answer> {
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const form = await request.read(reactionStateForm);
  if (isRefused(form)) return refusedOnPage(request, form);
  const id = ofMoment(found.moment.id, request.params["reaction"] ?? "");
  const left = await transact(request.app, request.viewer?.id ?? null, (unit) => markReaction(unit, id, form.state));
  if (isRefused(left)) return refusedOnPage(request, left);
  await forget(request, left);
  return goBack(request, "?notice=reaction-marked");
}

/** A reaction may be gone tomorrow where it was said: a picture of it is kept, and shown to its staff alone. */
async function takeScreenshot(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const id = ofMoment(found.moment.id, request.params["reaction"] ?? "");
  if ((await reactionRow(app.storage.db, id)) === undefined) return refusedOnPage(request, unknownReaction());
  const file = await storeAside(request, SCREENSHOTS);
  if (isRefused(file)) return refusedOnPage(request, file);
  const before = await transact(app, viewer?.id ?? null, (unit) => keepScreenshot(unit, id, file));
  await forget(request, isRefused(before) ? file : before);
  return isRefused(before) ? refusedOnPage(request, before) : goBack(request, "?notice=screenshot-kept");
}

async function removeScreenshot(request: RouteRequest): Promise<Answer> {
  const { app, params, viewer, path } = request;
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const id = ofMoment(found.moment.id, params["reaction"] ?? "");
  const left = await transact(app, viewer?.id ?? null, (unit) => dropScreenshot(unit, id));
  if (isRefused(left)) return answer.refusal(left);
  if (left === null) return answer.refusal(notFound(path));
  await forget(request, left);
  return goBack(request, "?notice=screenshot-removed");
}

/** The file of a picture that no reaction has any longer. */
async function forget({ app }: RouteRequest, file: string | null): Promise<void> {
  if (file !== null) await app.files.remove(`${SCREENSHOTS}/${file}`);
}

async function showScreenshot(request: RouteRequest): Promise<Answer> {
  const found = await momentOfRequest(request);
  if (isRefused(found)) return answer.refusal(found);
  const { app, path } = request;
  const row = await reactionRow(app.storage.db, ofMoment(found.moment.id, request.params["reaction"] ?? ""));
  const bytes = row?.screenshot == null ? null : await app.files.get(`${SCREENSHOTS}/${row.screenshot}`);
  if (row?.screenshot == null || bytes === null) return answer.refusal(notFound(path));
  const headers = {
    "content-type": `image/${row.screenshot.slice(row.screenshot.lastIndexOf(".") + 1)}`,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
  };
  return { kind: "response", response: new Response(bytes, { headers }) };
}

function refusedOnPage(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showReactions(request, refusal);
}

function goBack({ params, wantsJson }: RouteRequest, notice: string): Answer {
  return wantsJson
    ? answer.json({})
    : answer.seeOther(`/newsroom/${params["competition"]}/${params["moment"]}/reactions${notice}`);
}
