import { refuse, type Refusal, type RefusalCode } from "@podium/engine";

/** The one table from a refusal's code to HTTP. What is not listed is 422: understood, and against the rules. */
const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  "form-unreadable": 400,
  "form-invalid": 400,
  "not-signed-in": 401,
  "wrong-password": 401,
  "not-allowed": 403,
  "embedding-not-allowed": 403,
  "foreign-origin": 403,
  "not-found": 404,
  "match-unknown": 404,
  "event-unknown": 404,
  "moment-unknown": 404,
  "thread-unknown": 404,
  "comment-unknown": 404,
  "subject-unknown": 404,
  "case-unknown": 404,
  restricted: 403,
  "restriction-unknown": 404,
  "thread-slow": 429,
  "conversations-paused": 429,
  "case-decided": 409,
  "case-assigned": 409,
  "ceremony-moved-on": 409,
  "application-decided": 409,
  "application-unknown": 404,
  "chair-unknown": 404,
  "method-not-allowed": 405,
  "log-moved-on": 409,
  "match-moved-on": 409,
  "event-moved-on": 409,
  "match-under-way": 409,
  "plan-moved-on": 409,
  "player-busy": 409,
  "table-taken": 409,
  "draft-unknown": 404,
  "draft-moved-on": 409,
  "reaction-unknown": 404,
  "report-unknown": 404,
  "note-unknown": 404,
  "translation-unknown": 404,
  "translation-unavailable": 503,
  "report-moved-on": 409,
  "report-fetched-already": 409,
  "address-busy": 429,
  "draw-moved-on": 409,
  "draw-under-way": 429,
  "photo-link-over": 410,
  "photo-unknown": 404,
  "photo-tag-unknown": 404,
  "captain-unknown": 404,
  "photo-request-unknown": 404,
  "photo-request-open": 409,
  "page-request-open": 409,
  "photo-too-heavy": 413,
  "photo-too-large": 413,
  "photos-busy": 503,
  "chair-withdrawn": 410,
  "mail-link-over": 410,
  "invitation-over": 410,
  "form-too-large": 413,
  "sheet-too-large": 413,
  "too-many-streams": 429,
  "too-heated": 429,
  "too-often": 429,
  "too-many-listeners": 503,
};

/** The HTTP status of a refusal. */
export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code] ?? 422;
}

export const notFound = (path: string): Refusal =>
  refuse("not-found", "There is nothing under this address.", { path });
export const notSignedIn = (): Refusal => refuse("not-signed-in", "Sign in to do this.");
export const notAllowed = (who: string): Refusal => refuse("not-allowed", `This is for ${who}.`, { who });
