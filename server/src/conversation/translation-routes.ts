import { isRefused, type Refusal, refuse } from "@podium/engine";
import {
  flagForm,
  languageTag,
  languageWithTag,
  servedForm,
  translationForm,
  type TranslationsPage,
} from "@podium/protocol";
import { z } from "zod";
import { type App, stateIn, transact } from "../app.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { heldWordsIn } from "../people/held-words.ts";
import { admit } from "../people/pacing.ts";
import { anyone, signedIn } from "../people/policy.ts";
import { threadIn } from "../storage/codes.ts";
import { removeTranslation } from "./cases.ts";
import { commentCode } from "./comment-rows.ts";
import type { Pointing } from "./conversation.ts";
import {
  admitPerson,
  admitPosting,
  draftShown,
  everyReader,
  FLAG_PACES,
  moderators,
  reasonForm,
  transactAs,
  whoIsSignedIn,
} from "./post-answers.ts";
import { competitionOfThread } from "./subjects.ts";
import { revisionOf, standingAmong, translationsOf, type TranslationRow } from "./translation-rows.ts";
import { presentTranslation, presentTranslations } from "./translation-views.ts";
import {
  flagTranslation,
  keepServed,
  readable,
  type Readable,
  withdrawTranslation,
  writeTranslation,
} from "./translations.ts";
import { isOneLanguage, servedLanguage, translateBy } from "./translator.ts";

const SERVED_TO_AN_ADDRESS = { everyMs: 6_000, burst: 30 };
/** What a service counts is paid by the operator. */
const SERVED_TO_ALL = { everyMs: 500, burst: 120 };

const authors: Policy = { description: "who wrote the translation", allows: (viewer) => viewer !== null };
const readers = anyone("a translation is asked for once, and then read by all; how often is limited");

const asked = z.object({ to: languageTag.optional() });

const OF_COMMENT = "/threads/:thread/comments/:comment/translations";

/** Comments in other languages: by members, or by the service that the operator has set. */
export const translationRoutes: readonly Route[] = [
  { method: "GET", path: OF_COMMENT, policy: everyReader, answer: (request) => show(request, {}) },
  { method: "POST", path: OF_COMMENT, policy: whoIsSignedIn, reads: translationForm, answer: write },
  { method: "POST", path: `${OF_COMMENT}/service`, policy: readers, reads: servedForm, answer: serve },
  { method: "POST", path: "/translations/:translation/flag", policy: signedIn, reads: flagForm, answer: flag },
  { method: "POST", path: "/translations/:translation/withdrawal", policy: authors, answer: withdraw },
  { method: "POST", path: "/translations/:translation/removal", policy: moderators, reads: reasonForm, answer: remove },
];

interface Shown {
  readonly to?: string;
  readonly draft?: (z.infer<typeof translationForm> & { readonly refusal: Refusal }) | undefined;
  readonly unserved?: Refusal | undefined;
}

/** The page of a comment's translations, with what was typed or asked for in vain. */
async function show(request: RouteRequest, { to, draft, unserved }: Shown): Promise<Answer> {
  const { app, viewer, query, path, language } = request;
  const known = asked.safeParse(query);
  if (!known.success) return answer.refusal(notFound(path));
  const found = await readable(app.storage.db, commentAt(request));
  if (isRefused(found)) return answer.refusal(found);
  const translations = await presentTranslations(app, viewer, { found, to: to ?? known.data.to ?? language });
  const data: TranslationsPage = {
    ...translations,
    draft: draftShown(draft ?? null),
    unserved: unserved ?? null,
  };
  return answer.form({ page: "translations", data }, draft?.refusal ?? unserved ?? null);
}

async function write(request: RouteRequest): Promise<Answer> {
  const written = await tryToWrite(request);
  if (!isRefused(written)) return translated(request, written, written.held_at_ms === null ? 201 : 202);
  if (request.wantsJson) return answer.refusal(written);
  const { body = "", language = "" } = await request.fields();
  const to = languageTag.safeParse(language).success ? language : request.language;
  return show(request, { to, draft: { body, language: to, refusal: written } });
}

async function tryToWrite(request: RouteRequest): Promise<TranslationRow | Refusal> {
  const form = await request.read(translationForm);
  if (isRefused(form)) return form;
  const calm = await admitPosting(request, "translate");
  if (isRefused(calm)) return calm;
  const at = commentAt(request);
  const found = await readable(request.app.storage.db, at);
  if (isRefused(found)) return found;
  const words = await heldWordsIn(request.app, await competitionOfThread(request.app.storage.db, found.thread));
  return transactAs(request, (unit) => writeTranslation(unit, { at, form, words }));
}

async function serve(request: RouteRequest): Promise<Answer> {
  const form = await request.read(servedForm);
  if (isRefused(form)) return answer.refusal(form);
  const served = await tryToServe(request, form.language);
  if (!isRefused(served)) return translated(request, served, 200);
  return request.wantsJson ? answer.refusal(served) : show(request, { to: form.language, unserved: served });
}

/** What is there already, or what the service makes of the words; into other languages than ours for members alone. */
async function tryToServe(request: RouteRequest, wanted: string): Promise<TranslationRow | Refusal> {
  const { app, viewer, client } = request;
  const at = commentAt(request);
  const found = await readable(app.storage.db, at);
  if (isRefused(found)) return found;
  const language = servedLanguage(wanted);
  if (found.row.language === wanted || isOneLanguage(found.row.language, wanted))
    return refuse("translation-not-needed", "The comment is written in this language.");
  const all = await translationsOf(app.storage.db, found.row.id);
  const { revision } = found;
  const known =
    standingAmong(all, { language: wanted, revision }) ??
    standingAmong(all, { language: language ?? wanted, revision });
  if (known !== undefined) return known;
  if (language === null || app.config.translation === null || all.some((row) => wasRefused(row, found, language)))
    return refuse("translation-unavailable", "Nobody has translated this comment into this language yet.");
  if (viewer === null && languageWithTag(language) === undefined) return refuse("not-signed-in", "Sign in to do this.");
  const calm = await admit(app, SERVED_TO_AN_ADDRESS, [`translation for ${client}`]);
  if (isRefused(calm)) return calm;
  const bearable = await admit(app, SERVED_TO_ALL, ["translations for all"]);
  return isRefused(bearable) ? bearable : servedOnce(app, at, { found, language });
}

/** What a moderator has taken out of sight is not made again of the same words. */
function wasRefused(row: TranslationRow, { revision }: Readable, language: string): boolean {
  return row.author_id === null && row.removed_at_ms !== null && row.language === language && row.revision === revision;
}

/** What the service is being asked for, so that of many readers at once one asks. */
const underWay = { make: () => new Map<string, Promise<TranslationRow | Refusal>>() };

function servedOnce(
  app: App,
  at: Pointing,
  wanted: { readonly found: Readable; readonly language: string },
): Promise<TranslationRow | Refusal> {
  const asking = stateIn(app, underWay);
  const key = JSON.stringify([wanted.found.row.id, wanted.found.revision, wanted.language]);
  const known = asking.get(key);
  if (known !== undefined) return known;
  const answered = askAndKeep(app, at, wanted).finally(() => asking.delete(key));
  asking.set(key, answered);
  return answered;
}

async function askAndKeep(
  app: App,
  at: Pointing,
  { found: { row, revision }, language }: { readonly found: Readable; readonly language: string },
): Promise<TranslationRow | Refusal> {
  const service = app.config.translation;
  if (service === null) throw new Error("A service was asked that is not set.");
  const body = await translateBy(service, { text: row.body, from: row.language, to: language });
  if (isRefused(body)) return body;
  return transact(app, null, (unit) => keepServed(unit, at, { revision, language, service: service.name, body }));
}

async function flag(request: RouteRequest): Promise<Answer> {
  const form = await request.read(flagForm);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "flag", FLAG_PACES);
  if (isRefused(calm)) return answer.refusal(calm);
  return act(request, "comment-flagged", (unit, id) => flagTranslation(unit, request.viewer, { id, form }));
}

async function withdraw(request: RouteRequest): Promise<Answer> {
  return act(request, "translation-withdrawn", (unit, id) => withdrawTranslation(unit, request.viewer, id));
}

async function remove(request: RouteRequest): Promise<Answer> {
  const form = await request.read(reasonForm);
  if (isRefused(form)) return answer.refusal(form);
  return act(request, "case-removed", (unit, id) => removeTranslation(unit, request.viewer, { id, ...form }));
}

/** Does something to the translation that the address names. */
async function act(
  request: RouteRequest,
  notice: string,
  work: (unit: Parameters<typeof withdrawTranslation>[0], id: string) => Promise<TranslationRow | Refusal>,
): Promise<Answer> {
  const row = await transactAs(request, (unit) => work(unit, request.params["translation"] ?? ""));
  if (isRefused(row)) return answer.refusal(row);
  return request.wantsJson
    ? answer.json({ translation: row.id })
    : answer.seeOther(`${await translationsAddress(request.app, row)}&notice=${notice}`);
}

/** A translation that was written or made: as data, or on its page. */
async function translated(request: RouteRequest, row: TranslationRow, status: number): Promise<Answer> {
  const { app, viewer, wantsJson } = request;
  if (!wantsJson) {
    const to = await translationsAddress(app, row);
    if (row.author_id === null) return answer.seeOther(to);
    return answer.seeOther(row.held_at_ms === null ? `${to}&notice=translation-written` : `${to}&notice=comment-held`);
  }
  const revision = await revisionOf(app.storage.db, row.comment_id);
  return answer.json({ translation: presentTranslation(row, { viewer, moderates: false, revision }) }, status);
}

async function translationsAddress(app: App, row: TranslationRow): Promise<string> {
  const { thread_id: thread } = await app.storage.db
    .selectFrom("comments")
    .select("thread_id")
    .where("id", "=", row.comment_id)
    .executeTakeFirstOrThrow();
  const query = new URLSearchParams({ to: row.language });
  return `/threads/${thread}/comments/${commentCode(row.comment_id)}/translations?${query}`;
}

function commentAt({ viewer, params }: RouteRequest): Pointing {
  return { viewer, thread: threadIn(params), comment: params["comment"] ?? "" };
}
