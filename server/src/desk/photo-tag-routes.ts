import { isRefused, type Refusal } from "@podium/engine";
import { photoAnswerForm, photoTagForm, photoTagsForm } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { momentOfEvent } from "../moments/moments.ts";
import {
  addTag,
  answerRequest,
  issueTagLink,
  removeTag,
  requestsOf,
  saveTag,
  unknownRequest,
  unknownTag,
} from "../moments/photo-rights.ts";
import { tagsOf, type PhotoTagRow } from "../moments/photo-tags.ts";
import { photoRow, unknownPhoto } from "../moments/photos.ts";
import { playerInPhoto } from "../moments/present.ts";
import { eventIn, playerId } from "../storage/codes.ts";
import { PHOTOS, photoStaff as staff, refusedAtDesk, showPhotos, toPhotos } from "./photo-page.ts";

/** Who is in a photo, the links by which they decide, and what is answered to who wants a photo taken down. */
export const deskPhotoTagRoutes: readonly Route[] = [
  {
    method: "POST",
    path: `${PHOTOS}/requests/:request`,
    policy: staff,
    reads: photoAnswerForm,
    answer: answerTakeDown,
  },
  { method: "POST", path: `${PHOTOS}/:photo/tags`, policy: staff, reads: photoTagsForm, answer: add },
  { method: "POST", path: `${PHOTOS}/:photo/tags/:tag`, policy: staff, reads: photoTagForm, answer: change },
];

async function add(request: RouteRequest): Promise<Answer> {
  const form = await request.read(photoTagsForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const photo = await photoHere(unit, request);
    return isRefused(photo) ? photo : addTag(unit, photo, playerId(form.player));
  });
  return refusal === undefined ? toPhotos(request, {}) : refusedAtDesk(request, refusal);
}

async function change(request: RouteRequest): Promise<Answer> {
  const form = await request.read(photoTagForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const done = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const tag = await tagHere(unit, request);
    if (isRefused(tag)) return tag;
    if (form.act === "link") return { token: await issueTagLink(unit, tag), tag };
    return form.act === "remove" ? removeTag(unit, tag) : saveTag(unit, tag, form);
  });
  if (done === undefined) return toPhotos(request, {});
  if (isRefused(done)) return refusedAtDesk(request, done);
  const issued = `/photo-tags/${done.token}`;
  return request.wantsJson
    ? answer.json({ href: issued })
    : showPhotos(request, { issued, issuedFor: playerInPhoto(done.tag) });
}

async function answerTakeDown(request: RouteRequest): Promise<Answer> {
  const form = await request.read(photoAnswerForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const moment = await momentOfEvent(unit.db, eventIn(request.params));
    const asked = moment && (await requestsOf(unit.db, moment.id)).find(({ id }) => id === request.params["request"]);
    return asked === undefined
      ? unknownRequest()
      : answerRequest(unit, asked, { answer: form.answer, isTakenDown: form.act === "take-down" });
  });
  return refusal === undefined ? toPhotos(request, {}) : refusedAtDesk(request, refusal);
}

/** The photo of the address, where it is one of the event. Refuses `photo-unknown`. */
async function photoHere(unit: UnitOfWork, { params }: RouteRequest): Promise<string | Refusal> {
  const moment = await momentOfEvent(unit.db, eventIn(params));
  const row = await photoRow(unit.db, params["photo"] ?? "");
  return row === undefined || row.moment_id !== moment?.id ? unknownPhoto() : row.id;
}

async function tagHere(unit: UnitOfWork, request: RouteRequest): Promise<PhotoTagRow | Refusal> {
  const photo = await photoHere(unit, request);
  if (isRefused(photo)) return photo;
  return (await tagsOf(unit.db, photo)).find(({ id }) => id === request.params["tag"]) ?? unknownTag();
}
