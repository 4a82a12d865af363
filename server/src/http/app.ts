import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { Frame, Language, Page, Viewer } from "@podium/protocol";
import { Hono, type Context } from "hono";
import { viewerOf } from "../people/people.ts";
import type { World } from "../world.ts";
import { parseBody, readBody, type Body } from "./body.ts";
import { languageCookie, languageFor } from "./language.ts";
import { isOwnPage } from "./origin-check.ts";
import { openPageCache, type KeptPage } from "./page-cache.ts";
import { notAllowed, notFound, notSignedIn, statusOf } from "./refusal-status.ts";
import type { Answer, Ask, Params, Route, Said } from "./route.ts";
import type { Web } from "./web.ts";

/** What the node server adds to a request. */
export interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

type Hearing = Context<{ Bindings: Incoming }>;

/** The edge: mounts the routes, finds out who asks, turns answers and refusals into HTTP. */
export function makeApp(world: World, web: Web, routes: readonly Route[]): Hono<{ Bindings: Incoming }> {
  const app = new Hono<{ Bindings: Incoming }>({ getPath: (request) => pagePathOf(request.url) });
  const edge = makeEdge(world, web);
  app.get("/assets/*", (hearing) => web.asset(hearing.req.path, hearing.req.header("accept-encoding")) ?? edge.refuseWith(hearing, notFound(hearing.req.path)));
  for (const route of routes) app.on(route.method, route.path, (hearing) => edge.answer(hearing, route));
  app.notFound((hearing) => edge.refuseWith(hearing, unrouted(hearing, routes)));
  app.onError((fault, hearing) => edge.fail(hearing, fault));
  return app;
}

function unrouted(hearing: Hearing, routes: readonly Route[]): Refusal {
  const { method, path } = hearing.req;
  const elsewhere = routes.some((route) => route.method !== method && matches(route.path, path));
  return elsewhere ? refuse("method-not-allowed", `${method} is not possible under this address.`, { method, path }) : notFound(path);
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(":") || part === given[index]);
}

function makeEdge(world: World, web: Web) {
  const cache = openPageCache((topic) => world.live.versionOf(topic));

  async function answer(hearing: Hearing, route: Route): Promise<Response> {
    const chosen = hearing.req.query("lang");
    if (route.method === "GET" && chosen !== undefined) return chooseLanguage(hearing, chosen);
    if (route.method === "POST" && !isOwnPage(hearing.req.raw.headers, originOf(world, hearing))) {
      return refuseWith(hearing, refuse("foreign-origin", "This was sent from a page that is not ours. Open the page here and send it again."));
    }
    const viewer = await viewerOf(world, hearing.req.raw.headers);
    const params = hearing.req.param();
    if (!route.may.allows(viewer, params)) return refuseWith(hearing, viewer === null ? notSignedIn() : notAllowed(route.may.says), viewer);
    const kept = viewer === null && route.method === "GET" ? cache.find(keyOf(hearing)) : undefined;
    if (kept !== undefined) return sendKept(hearing, kept);
    return send(hearing, await route.answer(askOf(hearing, { world, viewer, params })), viewer);
  }

  function send(hearing: Hearing, given: Answer, viewer: Viewer | null): Response | Promise<Response> {
    if (given.kind === "refusal") return refuseWith(hearing, given.refusal, viewer);
    if (given.kind === "json") return sendJson(hearing, given.json, given.status ?? 200);
    if (given.kind === "response") return given.response;
    if (given.kind === "see-other") return seeOther(given);
    if (wantsJson(hearing)) return sendJson(hearing, given.page.data, given.status ?? 200);
    return sendPage(hearing, given, viewer);
  }

  function sendPage(hearing: Hearing, given: Extract<Answer, { kind: "page" }>, viewer: Viewer | null): Response {
    const versions = given.topics?.map((topic) => world.live.versionOf(topic));
    const html = web.render(given.page, frameOf(hearing, { viewer, said: given.said ?? saidIn(hearing) }));
    const status = given.status ?? 200;
    const sameForAll = viewer === null && given.topics !== undefined && status === 200 && hearing.req.method === "GET" && hearing.req.query("said") === undefined;
    if (sameForAll) return sendKept(hearing, cache.keep(keyOf(hearing), { html, topics: given.topics, versions: versions ?? [] }));
    return new Response(html, { status, headers: { ...PAGE_HEADERS, "cache-control": "private, no-store" } });
  }

  function refuseWith(hearing: Hearing, refusal: Refusal, viewer: Viewer | null = null): Response {
    const status = statusOf(refusal);
    const headers: Record<string, string> = status === 429 ? { "retry-after": String(refusal.detail["seconds"] ?? 30) } : {};
    if (wantsJson(hearing)) return sendJson(hearing, { refused: { code: refusal.code, message: refusal.message, detail: refusal.detail } }, status, headers);
    if (status === 401 && hearing.req.method === "GET") return seeOther({ to: `/sign-in?next=${encodeURIComponent(pathOf(hearing))}` });
    const page: Page = { page: "refusal", data: { status, code: refusal.code, message: refusal.message } };
    const html = web.render(page, frameOf(hearing, { viewer, said: null }));
    return new Response(html, { status, headers: { ...PAGE_HEADERS, ...headers, "cache-control": "no-store" } });
  }

  /** A fault of the world is 503 and may pass; anything else is a bug of ours, 500, and loud. */
  function fail(hearing: Hearing, fault: unknown): Response {
    const isFault = typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string";
    const status = isFault ? 503 : 500;
    console.error(JSON.stringify({ at: new Date().toISOString(), status, method: hearing.req.method, path: hearing.req.path, fault: describe(fault) }));
    const page: Page = { page: "refusal", data: { status, code: isFault ? "fault" : "bug", message: isFault ? "Podium cannot reach its storage right now. Nothing was changed; try again in a moment." : "Podium made a mistake. It has been noted; nothing was changed." } };
    if (wantsJson(hearing)) return sendJson(hearing, { refused: { code: page.data.code, message: page.data.message, detail: {} } }, status);
    return new Response(web.render(page, frameOf(hearing, { viewer: null, said: null })), { status, headers: { ...PAGE_HEADERS, "cache-control": "no-store" } });
  }

  function frameOf(hearing: Hearing, shown: { viewer: Viewer | null; said: Said | null }): Frame {
    return {
      language: languageOf(hearing),
      path: pathOf(hearing),
      viewer: shown.viewer,
      demo: world.config.demo,
      nowMs: world.clock(),
      origin: originOf(world, hearing),
      assets: web.assets,
      sentence: shown.said,
    };
  }

  return { answer, refuseWith, fail };
}

function keyOf(hearing: Hearing): string {
  return `${languageOf(hearing)} ${hearing.req.header("host") ?? ""} ${pathOf(hearing)}`;
}

function askOf(hearing: Hearing, who: { world: World; viewer: Viewer | null; params: Params }): Ask {
  let body: Promise<Body | Refusal> | undefined;
  const bodyOnce = () => (body ??= readBody(hearing.req.raw));
  return {
    ...who,
    query: hearing.req.query(),
    language: languageOf(hearing),
    client: hearing.env?.incoming?.socket?.remoteAddress ?? "unknown",
    headers: hearing.req.raw.headers,
    path: pathOf(hearing),
    wantsJson: wantsJson(hearing),
    read: async (schema) => {
      const given = await bodyOnce();
      return isRefused(given) ? given : parseBody(given, schema);
    },
    fields: async () => {
      const given = await bodyOnce();
      return isRefused(given) || "json" in given ? {} : given.fields;
    },
  };
}

/** Every page is there as JSON too, under its address with .json behind it; the home page is /home.json. */
function pagePathOf(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith("/assets/") || !pathname.endsWith(".json")) return pathname;
  return pathname === "/home.json" ? "/" : pathname.slice(0, -".json".length);
}

function wantsJson(hearing: Hearing): boolean {
  return new URL(hearing.req.url).pathname.endsWith(".json") || (hearing.req.header("accept") ?? "").startsWith("application/json") || (hearing.req.header("content-type") ?? "").startsWith("application/json");
}

function pathOf(hearing: Hearing): string {
  const url = new URL(hearing.req.url);
  return url.pathname + url.search;
}

function languageOf(hearing: Hearing): Language {
  return languageFor(hearing.req.header("cookie"), hearing.req.header("accept-language"));
}

function originOf(world: World, hearing: Hearing): string {
  return world.config.origin ?? new URL(hearing.req.url).origin;
}

function saidIn(hearing: Hearing): Said | null {
  const code = hearing.req.query("said");
  return code !== undefined && /^[a-z-]{1,40}$/.test(code) ? { code, facts: {} } : null;
}

function chooseLanguage(hearing: Hearing, language: string): Response {
  const url = new URL(hearing.req.url);
  url.searchParams.delete("lang");
  return seeOther({ to: url.pathname + url.search, cookies: languageCookie(language) });
}

function seeOther({ to, cookies = [] }: { to: string; cookies?: readonly string[] }): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

function sendJson(_hearing: Hearing, json: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(json), { status, headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers } });
}

function sendKept(hearing: Hearing, page: KeptPage): Response {
  const headers: Record<string, string> = { ...PAGE_HEADERS, etag: page.etag, "cache-control": "private, no-cache", vary: "accept-encoding, accept-language, cookie" };
  if (hearing.req.header("if-none-match") === page.etag) return new Response(null, { status: 304, headers });
  const zipped = (hearing.req.header("accept-encoding") ?? "").includes("gzip");
  if (!zipped) return new Response(new Uint8Array(page.html), { headers });
  return new Response(new Uint8Array(page.gzip), { headers: { ...headers, "content-encoding": "gzip" } });
}

/** Scripts, styles and pictures come from here only; nobody may frame a page but overlays, which say so themselves. */
const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
} as const;

function describe(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
