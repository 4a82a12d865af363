import type { Refusal } from "@podium/engine";
import type { Frame, Page } from "@podium/protocol";
import { takesGzip } from "./gzip.ts";
import { languageOf, originOf, pageOf, pathOf, saidIn, wantsJson, type Hearing } from "./hearing.ts";
import { stampOf } from "../live/kept.ts";
import type { KeptPage } from "./page-cache.ts";
import { statusOf } from "./refusal-status.ts";
import type { Answer, Said } from "./route.ts";

/** Scripts, styles and pictures come from here only, and nobody may frame a page. */
const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
} as const;

/** Sends a page, and keeps it when it is the same for every reader. `stamp` was taken before the page was read. */
export function sendPage(hearing: Hearing, given: Extract<Answer, { kind: "page" }>, stamp: string): Response {
  if (wantsJson(hearing)) return sendJson(given.page.data, given.status ?? 200);
  const said = given.said ?? saidIn(hearing);
  const html = render(hearing, given.page, said);
  const sameForAll =
    hearing.viewer === null && said === null && (given.status ?? 200) === 200 && hearing.context.req.method === "GET";
  if (!sameForAll || given.topics === undefined || stampOf(hearing.world) !== stamp)
    return sendHtml(html, given.status ?? 200);
  return sendKept(hearing, hearing.cache.keep(keyOf(hearing), { html, topics: given.topics }));
}

/** The kept page for this address, if it still holds and may be shown to this reader. */
export function findKept(hearing: Hearing): KeptPage | undefined {
  const { method } = hearing.context.req;
  return hearing.viewer === null && method === "GET" && !wantsJson(hearing)
    ? hearing.cache.find(keyOf(hearing))
    : undefined;
}

function keyOf(hearing: Hearing): string {
  return keyFor({ language: languageOf(hearing), origin: originOf(hearing), path: pathOf(hearing) });
}

/** Under what a page is kept: all that it depends on beside its topics. */
export function keyFor({ language, origin, path }: Pick<Frame, "language" | "origin" | "path">): string {
  return `${language} ${origin} ${path}`;
}

/** A kept page as it goes out: its bytes, zipped where the reader can unzip; only its head where the reader has it already. */
export function keptAnswer(
  page: KeptPage,
  asked: { readonly etag: string | undefined; readonly encodings: string | undefined },
) {
  const headers: Record<string, string> = {
    ...PAGE_HEADERS,
    etag: page.etag,
    "cache-control": "private, no-cache",
    vary: "accept-encoding, accept-language, cookie",
  };
  if (asked.etag === page.etag) return { status: 304, headers, bytes: null };
  if (!takesGzip(asked.encodings)) return { status: 200, headers, bytes: page.html };
  return { status: 200, headers: { ...headers, "content-encoding": "gzip" }, bytes: page.gzip };
}

/** Sends a kept page. */
export function sendKept({ context: { req } }: Hearing, page: KeptPage): Response {
  const { bytes, ...head } = keptAnswer(page, {
    etag: req.header("if-none-match"),
    encodings: req.header("accept-encoding"),
  });
  return new Response(bytes, head);
}

/** Says no: to a script as JSON, to a person as a page; who is only not signed in is sent there. */
export function sendRefusal(hearing: Hearing, refusal: Refusal): Response {
  const status = statusOf(refusal);
  const headers = status === 429 ? { "retry-after": String(refusal.detail["seconds"] ?? 30) } : {};
  if (wantsJson(hearing)) return sendJson(refusedBody(refusal), status, headers);
  if (status === 401 && hearing.context.req.method === "GET")
    return seeOther(`/sign-in?next=${encodeURIComponent(pathOf(hearing))}`);
  const page: Page = { page: "refusal", data: { status, code: refusal.code, message: refusal.message } };
  return sendHtml(render(hearing, page, null), status, headers);
}

/** Says that something failed which is nobody's fault who asks. */
export function sendFailure(
  hearing: Hearing,
  failure: { readonly status: 500 | 503; readonly code: string; readonly message: string },
): Response {
  if (wantsJson(hearing)) return sendJson(refusedBody({ ...failure, detail: {} }), failure.status);
  return sendHtml(render(hearing, { page: "refusal", data: failure }, null), failure.status);
}

function refusedBody({ code, message, detail }: Pick<Refusal, "code" | "message" | "detail">) {
  return { refused: { code, message, detail } };
}

function render(hearing: Hearing, page: Page, said: Said | null): string {
  const frame: Frame = {
    language: languageOf(hearing),
    path: pageOf(hearing),
    viewer: hearing.viewer,
    demo: hearing.world.config.demo,
    nowMs: hearing.world.clock(),
    liveSince: hearing.liveSince,
    origin: originOf(hearing),
    assets: hearing.web.assets,
    sentence: said,
  };
  return hearing.web.render(page, frame);
}

function sendHtml(html: string, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  // As bytes: a string would be measured and encoded once more for every socket.
  return new Response(new TextEncoder().encode(html), {
    status,
    headers: { ...PAGE_HEADERS, ...headers, "cache-control": "private, no-store" },
  });
}

/** Sends JSON that nobody keeps. */
export function sendJson(json: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}

/** Sends the browser to another page. */
export function seeOther(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
