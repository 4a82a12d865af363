import { isRefused, type Refusal } from "@podium/engine";
import type { SelfiePage } from "@podium/protocol";
import { transact } from "../app.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";
import { momentRow } from "../moments/moments.ts";
import { storeSent } from "../moments/sent-photo.ts";
import { photoLinkBy, takeUpload } from "../moments/photo-links.ts";
import { addPhoto, photoRow } from "../moments/photos.ts";
import { anyone, holdsOne } from "../people/policy.ts";
import { competitionOf, momentId } from "../storage/codes.ts";

const SELFIE = "/selfie/:token";
const holder = {
  ...anyone("the address is the key; it holds for minutes and for a number of photos"),
  description: "who holds the link",
};

/** Photos as bytes, and the page by which a phone sends one. */
export const photoRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/photos/:photo/:file",
    policy: anyone("a photo on the page of an open moment is public; any other is seen by the staff alone"),
    answer: showFile,
  },
  { method: "GET", path: SELFIE, policy: holder, answer: (request) => showSelfie(request) },
  { method: "POST", path: SELFIE, policy: holder, bytesMax: PICTURE_BYTES_MAX + 64 * 1024, answer: sendSelfie },
];

const FILE = /^(\d{1,6})-(\d{1,5})\.(avif|webp|jpeg)$/;

/** Read anew each time it is asked for: who may see it can change from one moment to the next. */
async function showFile({ app, params, viewer, path, headers }: RouteRequest): Promise<Answer> {
  const [file = "", version, width, format] = FILE.exec(params["file"] ?? "") ?? [];
  const row = file === "" ? undefined : await photoRow(app.storage.db, params["photo"] ?? "");
  const moment = row && (await momentRow(app.storage.db, row.moment_id));
  if (row?.made == null || moment === undefined) return answer.refusal(notFound(path));
  const isPublic = row.shown === 1 && moment.opened_at_ms !== null;
  const isStaff =
    viewer !== null && holdsOne(viewer, competitionOf(moment.event_id), ["organiser", "referee", "editor"]);
  if (!isPublic && !isStaff) return answer.refusal(notFound(path));
  if (row.made !== Number(version)) return toCurrent(`/photos/${row.id}/${row.made}-${width}.${format}`);
  const etag = `"${row.id}-${file}"`;
  const common = { etag, "cache-control": "private, no-cache", "x-content-type-options": "nosniff" };
  if (headers.get("if-none-match") === etag)
    return { kind: "response", response: new Response(null, { status: 304, headers: common }) };
  const bytes = await app.files.get(`photos/${row.id}/${file}`);
  if (bytes === null) return answer.refusal(notFound(path));
  const response = new Response(bytes, {
    headers: { ...common, "content-type": `image/${format}`, "content-security-policy": "default-src 'none'" },
  });
  return { kind: "response", response };
}

/** A page that was read before the files were made anew still names the older ones: it gets those of now. */
function toCurrent(href: string): Answer {
  const headers = { location: href, "cache-control": "no-store" };
  return { kind: "response", response: new Response(null, { status: 307, headers }) };
}

async function showSelfie(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { app, params, query } = request;
  const token = params["token"] ?? "";
  const link = await photoLinkBy(app.storage.db, token, app.clock());
  const isSent = query["sent"] === "yes";
  if (isRefused(link) && !isSent) return answer.refusal(refusal ?? link);
  const moment = isRefused(link) ? undefined : await momentRow(app.storage.db, momentId(link.moment_id));
  const data: SelfiePage = {
    token,
    title: moment === undefined ? {} : JSON.parse(moment.title),
    uploadsLeft: isRefused(link) ? 0 : link.uploads_left,
    isSent,
    refusal,
  };
  return answer.form({ page: "selfie", data }, refusal);
}

/** The link is asked before the photo is read, and once more when it counts. */
async function sendSelfie(request: RouteRequest): Promise<Answer> {
  const { app, params } = request;
  const token = params["token"] ?? "";
  const link = await photoLinkBy(app.storage.db, token, app.clock());
  if (isRefused(link)) return answer.refusal(link);
  const photo = await storeSent(request);
  if (isRefused(photo)) return refusedOnPhone(request, photo);
  const refusal = await transact(app, null, async (unit) => {
    const over = await takeUpload(unit, token);
    return over ?? addPhoto(unit, link.moment_id, { photo, isShown: link.shown === 1 });
  });
  if (refusal !== undefined) {
    await app.files.remove(`originals/${photo.id}`);
    return refusedOnPhone(request, refusal);
  }
  return request.wantsJson ? answer.json({ photo: photo.id }) : answer.seeOther(`/selfie/${token}?sent=yes`);
}

function refusedOnPhone(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showSelfie(request, refusal);
}
