import { isRefused, type MomentId, type Refusal } from "@podium/engine";
import { photoRequestForm, tagChoiceForm, type PhotoRequestPage, type PhotoTagPage, type Text } from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { momentRow } from "../moments/moments.ts";
import { fileOf } from "../moments/photo-files.ts";
import { decideTag, requestByToken, requestTakeDown, tagByToken, unknownRequest } from "../moments/photo-rights.ts";
import { tagsOf } from "../moments/photo-tags.ts";
import { photoRow, unknownPhoto, type PhotoRow } from "../moments/photos.ts";
import { playerInPhoto, presentPhoto, presentRequest } from "../moments/present.ts";
import { anyone } from "../people/policy.ts";
import { competitionOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const TAG = "/photo-tags/:token";
const REQUEST = "/photos/:photo/request";
const personInIt = {
  ...anyone("the address is the key of somebody who is in the photo"),
  description: "who holds the link",
};
const asker = { ...anyone("the address is the key of who asked"), description: "who holds the link" };
const anybody = anyone("whoever is hurt by a photo on a page can ask to take it down");

/** What people in photos decide, and how anybody asks to take one down. */
export const photoRightRoutes: readonly Route[] = [
  { method: "GET", path: TAG, policy: personInIt, answer: (request) => showTag(request) },
  { method: "POST", path: TAG, policy: personInIt, reads: tagChoiceForm, answer: decide },
  { method: "GET", path: `${TAG}/photo`, policy: personInIt, answer: showTagged },
  { method: "GET", path: REQUEST, policy: anybody, answer: (request) => showForm(request) },
  { method: "POST", path: REQUEST, policy: anybody, reads: photoRequestForm, answer: ask },
  { method: "GET", path: "/photo-requests/:token", policy: asker, answer: showRequest },
];

async function showTag(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const token = request.params["token"] ?? "";
  const tag = await tagByToken(db, token);
  if (isRefused(tag)) return answer.refusal(tag);
  const photo = await photoRow(db, tag.photo_id);
  if (photo === undefined) return answer.refusal(unknownPhoto());
  const view = presentPhoto(photo, await tagsOf(db, photo.id));
  const { title, zone } = await aboutMoment(db, photo.moment_id);
  const data: PhotoTagPage = {
    token,
    title,
    zone,
    moment: photo.moment_id,
    player: playerInPhoto(tag),
    state: tag.tag.state,
    isBlurred: tag.tag.isBlurred,
    isConsentNeeded: tag.tag.isConsentNeeded,
    size: view === null ? null : { width: view.width, height: view.height },
    isShown: photo.shown === 1,
    isDecided: request.query["decided"] === "yes",
    refusal,
  };
  return answer.form({ page: "photo-tag", data }, refusal);
}

async function decide(request: RouteRequest): Promise<Answer> {
  const { app } = request;
  const token = request.params["token"] ?? "";
  const form = await request.read(tagChoiceForm);
  if (isRefused(form)) return request.wantsJson ? answer.refusal(form) : showTag(request, form);
  const { choice, reason } = form;
  const done = await transact(app, null, async (unit) => {
    if (choice !== "take-down") return decideTag(unit, token, choice);
    const tag = await tagByToken(unit.db, token);
    if (isRefused(tag)) return tag;
    const photo = await photoRow(unit.db, tag.photo_id);
    return photo === undefined ? unknownPhoto() : requestTakeDown(unit, photo, { reason: reason ?? "", tag });
  });
  if (isRefused(done)) return request.wantsJson ? answer.refusal(done) : showTag(request, done);
  const to = done === undefined ? `/photo-tags/${token}?decided=yes` : `/photo-requests/${done}`;
  return request.wantsJson ? answer.json({ href: to }) : answer.seeOther(to);
}

/** The photo as it is shown now, also while it is not on its page: who is in it may look at it. */
async function showTagged({ app, params, path }: RouteRequest): Promise<Answer> {
  const tag = await tagByToken(app.storage.db, params["token"] ?? "");
  const photo = isRefused(tag) ? undefined : await photoRow(app.storage.db, tag.photo_id);
  const [size]: [number, number][] = photo === undefined ? [] : JSON.parse(photo.sizes).toReversed();
  if (photo?.made == null || size === undefined) return answer.refusal(notFound(path));
  const bytes = await app.files.get(`photos/${photo.id}/${fileOf(photo.made, size[0], "jpeg")}`);
  if (bytes === null) return answer.refusal(notFound(path));
  const headers = {
    "content-type": "image/jpeg",
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
  };
  return { kind: "response", response: new Response(bytes, { headers }) };
}

async function showForm(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const photo = await shownPhoto(db, request.params["photo"] ?? "");
  if (photo === undefined) return answer.refusal(unknownPhoto());
  const data: PhotoRequestPage = {
    ...(await aboutMoment(db, photo.moment_id)),
    photo: presentPhoto(photo, await tagsOf(db, photo.id)),
    request: null,
    reason: refusal === null ? "" : ((await request.fields())["reason"] ?? ""),
    refusal,
  };
  return answer.form({ page: "photo-request", data }, refusal);
}

async function ask(request: RouteRequest): Promise<Answer> {
  const form = await request.read(photoRequestForm);
  if (isRefused(form)) return request.wantsJson ? answer.refusal(form) : showForm(request, form);
  const token = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const photo = await shownPhoto(unit.db, request.params["photo"] ?? "");
    return photo === undefined ? unknownPhoto() : requestTakeDown(unit, photo, { reason: form.reason, tag: null });
  });
  if (isRefused(token)) return answer.refusal(token);
  return request.wantsJson
    ? answer.json({ href: `/photo-requests/${token}` })
    : answer.seeOther(`/photo-requests/${token}`);
}

async function showRequest({ app, params }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const row = await requestByToken(db, params["token"] ?? "");
  if (row === undefined) return answer.refusal(unknownRequest());
  const about = await aboutMoment(db, row.moment_id);
  const data: PhotoRequestPage = { ...about, photo: null, request: presentRequest(row), reason: "", refusal: null };
  return answer.page({ page: "photo-request", data });
}

/** A photo that everybody can see. */
async function shownPhoto(db: Db, id: string): Promise<PhotoRow | undefined> {
  const photo = await photoRow(db, id);
  const moment = photo && (await momentRow(db, photo.moment_id));
  return photo?.shown === 1 && moment?.opened_at_ms != null ? photo : undefined;
}

async function aboutMoment(db: Db, id: MomentId): Promise<{ readonly title: Text; readonly zone: string }> {
  const moment = await momentRow(db, id);
  const competition = moment && (await competitionRow(db, competitionOf(moment.event_id)));
  return { title: moment === undefined ? {} : JSON.parse(moment.title), zone: competition?.zone ?? "UTC" };
}
