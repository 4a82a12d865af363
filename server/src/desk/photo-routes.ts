import { isRefused, refuse, type Refusal } from "@podium/engine";
import { photoForm, photoLinkForm, type DeskPhotosPage, type PhotoForm } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";
import { momentOfEvent, prepareMoment } from "../moments/moments.ts";
import { closePhotoLink, openPhotoLink, photoLinkOf } from "../moments/photo-links.ts";
import {
  addPhoto,
  describePhoto,
  photoRow,
  photosOf,
  removePhoto,
  showPhoto,
  storePhoto,
  unknownPhoto,
  type PhotoRow,
} from "../moments/photos.ts";
import { presentPhoto } from "../moments/present.ts";
import { holders } from "../people/policy.ts";
import { competitionIn, eventIn } from "../storage/codes.ts";

const staff = holders("organiser", "referee", "editor");
const PHOTOS = "/desk/events/:competition/:event/photos";
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

interface Shown {
  readonly issued?: string;
  readonly refusal?: Refusal;
}

async function showPhotos(request: RouteRequest, { issued, refusal }: Shown): Promise<Answer> {
  const { db } = request.app.storage;
  const event = eventIn(request.params);
  const [row, competition] = [await eventRow(db, event), await competitionRow(db, competitionIn(request.params))];
  if (row === undefined || competition === undefined) return answer.refusal(notFound(request.path));
  const moment = await momentOfEvent(db, event);
  const link = moment && (await photoLinkOf(db, moment.id, request.app.clock()));
  const data: DeskPhotosPage = {
    competition: presentCompetition(competition),
    event: { id: event, title: JSON.parse(row.title) },
    moment: moment?.id ?? null,
    photos: moment === undefined ? [] : (await photosOf(db, moment.id)).map(photoAtDesk),
    link:
      link === undefined ? null : { untilMs: link.until_ms, uploadsLeft: link.uploads_left, isShown: link.shown === 1 },
    issued: issued ?? null,
    refusal: refusal ?? null,
  };
  return answer.form({ page: "desk-photos", data }, refusal);
}

function photoAtDesk(row: PhotoRow): DeskPhotosPage["photos"][number] {
  const { id, at_ms: atMs, alt, caption, credit, licence } = row;
  return {
    id,
    view: presentPhoto(row),
    isShown: row.shown === 1,
    atMs,
    isByLink: row.sent_by === null,
    words: { alt, caption, credit, licence },
  };
}

async function send(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const event = eventIn(request.params);
  if (!(await eventRow(app.storage.db, event))) return answer.refusal(notFound(request.path));
  const sent = await request.file();
  if (isRefused(sent)) return refusedAtDesk(request, sent);
  const photo = await storePhoto(app, sent.bytes);
  if (isRefused(photo)) return refusedAtDesk(request, photo);
  const refusal = await transact(app, viewer?.id ?? null, async (unit) => {
    const moment = await prepareMoment(unit, event);
    return isRefused(moment) ? moment : addPhoto(unit, moment, { photo, isShown: false });
  });
  return refusal === undefined ? goBack(request, { photo: photo.id }) : refusedAtDesk(request, refusal);
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
  return goBack(request, {});
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
  return refusal === undefined ? goBack(request, {}) : refusedAtDesk(request, refusal);
}

function act(unit: UnitOfWork, { id, alt }: PhotoRow, form: PhotoForm): Promise<undefined | Refusal> {
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
        ? Promise.resolve(
            refuse("photo-undescribed", "Say first what is seen in the photo, for those who do not see it."),
          )
        : showPhoto(unit, id, true);
    case "hide":
      return showPhoto(unit, id, false);
    case "remove":
      return removePhoto(unit, id);
  }
}

function refusedAtDesk(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showPhotos(request, { refusal });
}

function goBack({ params, wantsJson }: RouteRequest, json: unknown): Answer {
  return wantsJson
    ? answer.json(json)
    : answer.seeOther(`/desk/events/${params["competition"]}/${params["event"]}/photos`);
}
