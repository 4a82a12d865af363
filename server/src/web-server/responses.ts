import { gzipSync } from "node:zlib";
import type { Refusal } from "@podium/engine";
import type { Frame, Page } from "@podium/protocol";
import { takesGzip } from "../http/gzip.ts";
import { languageOf, originOf, pageOf, pathOf, noticeIn, wantsJson, type RequestContext } from "./request-context.ts";
import { isUnchangedButScoresSince, isUnchangedSince } from "../live/versioned-cache.ts";
import type { SnapshotMark } from "../storage/storage.ts";
import type { CachedPage } from "./page-cache.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import type { Answer, Notice } from "../http/route.ts";

/** Scripts, styles and pictures come from here only, and nobody may frame a page. */
const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
} as const;

/**
 * Sends a page, and caches it when it is the same for every reader. `mark` was taken before the page was read; null for
 * a page of a route that is not open to everybody.
 */
export function sendPage(
  context: RequestContext,
  given: Extract<Answer, { kind: "page" }>,
  mark: SnapshotMark | null,
): Response {
  if (wantsJson(context)) return sendJson(given.page.data, given.status ?? 200);
  const notice = given.notice ?? noticeIn(context);
  const cacheable = cacheableOf(context, given, mark);
  const html = render(context, given.page, {
    notice,
    content: cacheable?.isCurrent === true ? content(context, given, cacheable.topics) : null,
  });
  if (cacheable === null || context.viewer !== null || notice !== null)
    return sendHtml(context, html, { status: given.status ?? 200, headers: laterHeaders(given.status) });
  return sendCached(context, context.cache.set(keyOf(context), { html, ...cacheable }));
}

/** What a page shows that may be shown again, and whether it is current or behind with running scores; null for any other. */
function cacheableOf(
  { app, hono }: RequestContext,
  { status, topics }: Extract<Answer, { kind: "page" }>,
  mark: SnapshotMark | null,
): { readonly topics: readonly string[]; readonly isCurrent: boolean } | null {
  if (mark === null || topics === undefined || (status ?? 200) !== 200 || hono.req.method !== "GET") return null;
  if (!isUnchangedButScoresSince(app, mark, topics)) return null;
  return { topics, isCurrent: isUnchangedSince(app, mark, topics) };
}

/** What this page shows everybody who reads the language: rendered once until it changes. Null where it shows each his own. */
function content(
  context: RequestContext,
  { page }: Extract<Answer, { kind: "page" }>,
  topics: readonly string[],
): string | null {
  const language = languageOf(context);
  const key = `${language} ${pathOf(context)}`;
  const known = context.cache.getContent(key);
  if (known !== undefined) return known;
  const html = context.web.renderContent(page, language);
  if (html !== null) context.cache.setContent(key, { html, topics });
  return html;
}

/** The cached page for this address, if it is current and may be shown to this reader. */
export function findCached(context: RequestContext): CachedPage | undefined {
  const { method } = context.hono.req;
  return context.viewer === null && method === "GET" && !wantsJson(context)
    ? context.cache.get(keyOf(context))
    : undefined;
}

function keyOf(context: RequestContext): string {
  return keyFor({ language: languageOf(context), origin: originOf(context), path: pathOf(context) });
}

/** The cache key of a page: all that it depends on beside its topics. */
export function keyFor({ language, origin, path }: Pick<Frame, "language" | "origin" | "path">): string {
  return `${language} ${origin} ${path}`;
}

/** A cached page as a response: its bytes, zipped where the reader can unzip; only its head where the reader has it already. */
export function cachedResponse(
  page: CachedPage,
  conditions: { readonly etag: string | undefined; readonly encodings: string | undefined },
) {
  const headers: Record<string, string> = {
    ...PAGE_HEADERS,
    etag: page.etag,
    "cache-control": "private, no-cache",
    vary: "accept-encoding, accept-language, cookie",
  };
  if (conditions.etag === page.etag) return { status: 304, headers, bytes: null };
  if (!takesGzip(conditions.encodings)) return { status: 200, headers, bytes: page.html };
  return { status: 200, headers: { ...headers, "content-encoding": "gzip" }, bytes: page.gzip() };
}

/** Sends a cached page. */
export function sendCached({ hono: { req } }: RequestContext, page: CachedPage): Response {
  const { bytes, ...head } = cachedResponse(page, {
    etag: req.header("if-none-match"),
    encodings: req.header("accept-encoding"),
  });
  return new Response(bytes, head);
}

/** Sends a file of the built pages. */
export function sendAsset(context: RequestContext, path: string): Response {
  return context.web.asset(path, context.hono.req.header("accept-encoding")) ?? sendRefusal(context, notFound(path));
}

/** Under an address that stays the same; what it fetches has another one after every build. */
export function sendEmbedScript({ web }: RequestContext): Response {
  const built = JSON.stringify(web.assets["entry-embed.ts"] ?? "");
  const script = `import(new URL(${built},document.currentScript.src)).then(()=>dispatchEvent(new Event("podium-embed")));\n`;
  return new Response(script, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=300",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}

/** Says no: to a script as JSON, to a person as a page; who is only not signed in is sent there. */
export function sendRefusal(context: RequestContext, refusal: Refusal): Response {
  const status = statusOf(refusal);
  const headers = isForLater(status) ? { "retry-after": String(refusal.detail["seconds"] ?? 30) } : {};
  if (wantsJson(context)) return sendJson(refusedBody(refusal), status, headers);
  if (status === 401 && context.hono.req.method === "GET")
    return seeOther(`/sign-in?next=${encodeURIComponent(pathOf(context))}`);
  const page: Page = { page: "refusal", data: { status, code: refusal.code, message: refusal.message } };
  return sendHtml(context, render(context, page, { notice: null }), { status, headers });
}

function laterHeaders(status = 200): Readonly<Record<string, string>> {
  return isForLater(status) ? { "retry-after": "30" } : {};
}

function isForLater(status: number): boolean {
  return status === 429 || status === 503;
}

/** Says that something failed which is nobody's fault who asks. */
export function sendFailure(
  context: RequestContext,
  failure: { readonly status: 500 | 503; readonly code: "fault" | "bug" | "half-way"; readonly message: string },
): Response {
  if (wantsJson(context)) return sendJson(refusedBody({ ...failure, detail: {} }), failure.status);
  return sendHtml(context, render(context, { page: "refusal", data: failure }, { notice: null }), {
    status: failure.status,
  });
}

function refusedBody({ code, message, detail }: Omit<Refusal, "refused" | "code"> & { readonly code: string }) {
  return { refused: { code, message, detail } };
}

function render(
  context: RequestContext,
  page: Page,
  { notice, content = null }: { readonly notice: Notice | null; readonly content?: string | null },
): string {
  const frame: Frame = {
    language: languageOf(context),
    path: pageOf(context),
    viewer: context.viewer,
    demo: context.app.config.demo,
    nowMs: context.app.clock(),
    liveSince: context.liveSince,
    origin: originOf(context),
    assets: context.web.assets,
    notice,
  };
  return context.web.render(page, frame, content);
}

/** A page that is zipped once for one reader: little work for most of the gain. */
const QUICK_GZIP = { level: 3 };

/**
 * Sends a page that is not cached, zipped where the reader can unzip. What answers a form stays plain: it may hold the address of a
 * chair, and the length of a zipped page tells of what is in it to who can choose another part of it.
 */
function sendHtml(
  { hono: { req } }: RequestContext,
  html: string,
  { status, headers = {} }: { readonly status: number; readonly headers?: Readonly<Record<string, string>> },
): Response {
  // As bytes: a string would be measured and encoded once more for every socket.
  const bytes = new TextEncoder().encode(html);
  const isZipped = req.method === "GET" && takesGzip(req.header("accept-encoding"));
  return new Response(isZipped ? gzipSync(bytes, QUICK_GZIP) : bytes, {
    status,
    headers: {
      ...PAGE_HEADERS,
      ...headers,
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
      "cache-control": "private, no-store",
    },
  });
}

/** Sends JSON that is not cached. */
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
