import { isRefused, refuse, type Refusal } from "@podium/engine";
import { photoForm, photoLinkForm, type PhotoForm } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { eventRow } from "../competitions/competitions.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";
import { momentOfEvent, prepareMoment } from "../moments/moments.ts";
import { closePhotoLink, openPhotoLink } from "../moments/photo-links.ts";
import {
  addPhoto,
  describePhoto,
  photoRow,
  removePhoto,
  showPhoto,
  unknownPhoto,
  type PhotoRow,
} from "../moments/photos.ts";
import { storeSent } from "../moments/sent-photo.ts";
import { refusedPhoto } from "../moments/photo-rights.ts";
import { eventIn } from "../storage/codes.ts";
import { PHOTOS, photoStaff as staff, refusedAtDesk, showPhotos, toPhotos } from "./photo-page.ts";

/** The form of parts around a photo. */
const AROUND_BYTES = 64 * 1024;
export const PHOTO_BODY_BYTES_MAX = PICTURE_BYTES_MAX + AROUND_BYTES;

/** Where photos are sent, described and shown, and where the link for phones is opened and closed. */
export const deskPhotoRoutes: readonly Route[] = [
  { method: "GET", path: PHOTOS, policy: staff, answer: (request) => showPhotos(request, {}) },
  { method: "POST", path: PHOTOS, policy: staff, bytesMax: PHOTO_BODY_BYTES_MAX, answer: send },
  { method: "POST", path: `${PHOTOS}/link`, policy: staff, reads: photoLinkForm, answer: openLink },
  { method: "POST", path: `${PHOTOS}/link/closing`, policy: staff, answer: closeLink },
  { method: "POST", path: `${PHOTOS}/:photo`, policy: staff, reads: photoForm, answer: decide },
];

async function send(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const event = eventIn(request.params);
  if (!(await eventRow(app.storage.db, event))) return answer.refusal(notFound(request.path));
  const photo = await storeSent(request);
  if (isRefused(photo)) return refusedAtDesk(request, photo);
  const refusal = await transact(app, viewer?.id ?? null, async (unit) => {
    const moment = await prepareMoment(unit, event);
    return isRefused(moment) ? moment : addPhoto(unit, moment, { photo, isShown: false });
  });
  return refusal === undefined ? toPhotos(request, { photo: photo.id }) : refusedAtDesk(request, refusal);
}

async function openLink(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const form = await request.read(photoLinkForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const token = await transact(app, viewer?.id ?? null, async (unit) => {
    const moment = await prepareMoment(unit, eventIn(request.params));
    if (isRefused(moment)) return moment;
    return openPhotoLink(unit, moment, {
      minutes: form.minutes,
      uploads: form.uploads,
      isShown: form.shown === "yes",
    });
  });
  if (isRefused(token)) return refusedAtDesk(request, token);
  const issued = `/selfie/${token}`;
  return request.wantsJson ? answer.json({ href: issued }) : showPhotos(request, { issued });
}

async function closeLink(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const moment = await momentOfEvent(app.storage.db, eventIn(request.params));
  if (moment === undefined) return answer.refusal(notFound(request.path));
  await transact(app, viewer?.id ?? null, (unit) => closePhotoLink(unit, moment.id));
  return toPhotos(request, {});
}

async function decide(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const form = await request.read(photoForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const id = request.params["photo"] ?? "";
  const refusal = await transact(app, viewer?.id ?? null, async (unit) => {
    const moment = await momentOfEvent(unit.db, eventIn(request.params));
    const row = await photoRow(unit.db, id);
    return row === undefined || row.moment_id !== moment?.id ? unknownPhoto() : act(unit, row, form);
  });
  return refusal === undefined ? toPhotos(request, {}) : refusedAtDesk(request, refusal);
}

async function act(unit: UnitOfWork, { id, alt }: PhotoRow, form: PhotoForm): Promise<undefined | Refusal> {
  switch (form.act) {
    case "describe":
      return describePhoto(unit, id, {
        alt: form.alt ?? null,
        caption: form.caption ?? null,
        credit: form.credit ?? null,
        licence: form.licence ?? null,
      });
    case "show":
      return alt === null
        ? refuse("photo-undescribed", "Say first what is seen in the photo, for those who do not see it.")
        : ((await refusedPhoto(unit.db, id)) ?? showPhoto(unit, id, true));
    case "hide":
      return showPhoto(unit, id, false);
    case "remove":
      return removePhoto(unit, id);
  }
}
