import { isRefused, refuse, type Refusal } from "@podium/engine";
import { Hono, type Context, type HonoRequest } from "hono";
import { readMark } from "../live/versioned-cache.ts";
import { viewerOf } from "../people/people.ts";
import { StorageFault, type SnapshotMark } from "../storage/storage.ts";
import {
  asTexts,
  BODY_BYTES_MAX,
  parseBody,
  readBody,
  readFileBody,
  refusedByLength,
  type RequestBody,
} from "../http/body.ts";
import {
  clientOf,
  languageOf,
  originOf,
  pagePathOf,
  pathOf,
  wantsJson,
  type RequestContext,
  type HttpDependencies,
  type NodeBindings,
} from "./request-context.ts";
import { openLiveStream } from "./live-stream.ts";
import { languageCookie } from "../http/language.ts";
import { isOwnPage } from "../http/origin-check.ts";
import { notAllowed, notFound, notSignedIn } from "../http/refusal-status.ts";
import {
  findCached,
  seeOther,
  sendEmbedScript,
  sendFailure,
  sendJson,
  sendCached,
  sendPage,
  sendAsset,
  sendRefusal,
} from "./responses.ts";
import type { Answer, RouteRequest, Route } from "../http/route.ts";
import { admitWriting } from "./writing-pace.ts";

export type HttpApp = Hono<{ Bindings: NodeBindings }>;

/** The edge: mounts the routes, finds out who asks, turns answers and refusals into HTTP. */
export function makeHttpApp(dependencies: HttpDependencies, routes: readonly Route[]): HttpApp {
  const httpApp: HttpApp = new Hono({ getPath: (request) => pagePathOf(request.url) });
  const contextOf = (hono: Context<{ Bindings: NodeBindings }>): RequestContext => ({
    ...dependencies,
    hono,
    viewer: null,
    liveSince: dependencies.app.live.lastId(),
  });
  for (const route of routes) httpApp.on(route.method, route.path, (hono) => answerOrFail(contextOf(hono), route));
  httpApp.notFound(async (hono) => {
    const plain = withoutSlash(hono.req, routes);
    if (plain !== null) return hono.redirect(plain, 308);
    const viewer = await viewerOf(dependencies.app, hono.req.raw.headers);
    return sendRefusal({ ...contextOf(hono), viewer }, unrouted(hono.req, routes));
  });
  httpApp.onError((fault, hono) => fail(contextOf(hono), fault, false));
  return httpApp;
}

/** Answers, and knows what to say of what was sent when that fails half way. */
function answerOrFail(anonymous: RequestContext, route: Route): Promise<Response> {
  return anonymous.app.storage.watchWrites(async (hasWritten) => {
    try {
      return await answerRoute(anonymous, route);
    } catch (fault) {
      return fail(anonymous, fault, hasWritten());
    }
  });
}

async function answerRoute(anonymous: RequestContext, route: Route): Promise<Response> {
  const { hono, app } = anonymous;
  const chosen = hono.req.query("lang");
  if (route.method === "GET" && !route.isStatic && chosen !== undefined) return chooseLanguage(anonymous, chosen);
  if (route.method === "POST" && !isOwnPage(hono.req.raw.headers, originOf(anonymous))) {
    return sendRefusal(
      anonymous,
      refuse("foreign-origin", "This was sent from a page that is not ours. Open the page here and send it again."),
    );
  }
  const tooLarge = refusedByLength(hono.req.raw.headers, route.bytesMax);
  if (tooLarge !== null) return sendRefusal(anonymous, tooLarge);
  const context = { ...anonymous, viewer: readsAlone(route) ? null : await viewerOf(app, hono.req.raw.headers) };
  if (!route.policy.allows(context.viewer, asTexts(hono.req.param())))
    return sendRefusal(context, context.viewer === null ? notSignedIn() : notAllowed(route.policy.description));
  const calm = admitWriting(context, route);
  if (isRefused(calm)) return sendRefusal(context, calm);
  const cached = findCached(context);
  if (cached !== undefined) return sendCached(context, cached);
  const mark = readMark(app);
  const answerNow = () => route.answer(requestOf(context, route));
  // A page is of one moment, whoever writes while it is read.
  return send(
    context,
    await (route.method === "GET" && !readsAlone(route) ? app.storage.snapshot(answerNow, mark) : answerNow()),
    route.policy.openBecause === undefined ? null : mark,
  );
}

function readsAlone({ isStatic, findsViewer }: Route): boolean {
  return isStatic === true || findsViewer === true;
}

function send(context: RequestContext, given: Answer, mark: SnapshotMark | null): Response | Promise<Response> {
  switch (given.kind) {
    case "refusal":
      return sendRefusal(context, given.refusal);
    case "embed-script":
      return sendEmbedScript(context);
    case "json":
      return sendJson(given.json, given.status ?? 200);
    case "see-other":
      return seeOther(given.to, given.cookies);
    case "response":
      return given.response;
    case "page":
      return sendPage(context, given, mark);
    case "asset":
      return sendAsset(context, given.path);
    case "live":
      return openLiveStream(context, given);
  }
}

/** The request as the stages see it. The body is read when somebody asks for it, and once. */
function requestOf(context: RequestContext, route: Route): RouteRequest {
  const { hono, app, viewer } = context;
  let body: Promise<RequestBody | Refusal> | undefined;
  const bodyOnce = () => (body ??= readBody(hono.req.raw));
  return {
    app,
    viewer,
    params: asTexts(hono.req.param()),
    query: asTexts(hono.req.query()),
    language: languageOf(context),
    client: clientOf(context),
    headers: hono.req.raw.headers,
    path: pathOf(context),
    wantsJson: wantsJson(context),
    read: async (schema) => {
      const given = await bodyOnce();
      return isRefused(given) ? given : parseBody(given, schema);
    },
    file: () => readFileBody(hono.req.raw, route.bytesMax ?? BODY_BYTES_MAX),
    fields: async () => {
      const given = await bodyOnce();
      return isRefused(given) || "json" in given ? {} : given.fields;
    },
  };
}

/** The address without the slash at its end, for who typed one and means a page that is there. */
function withoutSlash(request: HonoRequest, routes: readonly Route[]): string | null {
  const { method, path, url } = request;
  const plain = path.slice(0, path.split("").findLastIndex((sign) => sign !== "/") + 1);
  const isThere = routes.some((route) => route.method === "GET" && isUnder(route.path, plain));
  // Never one that a browser takes for another host.
  const isOurs = /^\/[^/\\]/.test(plain) && plain !== path;
  return method === "GET" && isThere && isOurs ? plain + new URL(url).search : null;
}

function unrouted(request: { readonly method: string; readonly path: string }, routes: readonly Route[]): Refusal {
  const elsewhere = routes.some((route) => route.method !== request.method && isUnder(route.path, request.path));
  return elsewhere
    ? refuse("method-not-allowed", `${request.method} is not possible under this address.`, {
        method: request.method,
        path: request.path,
      })
    : notFound(request.path);
}

function isUnder(pattern: string, path: string): boolean {
  const given = path.split("/");
  const wanted = pattern.split("/");
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(":") || part === given[index]);
}

const NOT_REACHED = {
  code: "fault",
  message: "Podium cannot reach its storage right now. Nothing was changed; try again in a moment.",
} as const;

const MISTAKE = { code: "bug", message: "Podium made a mistake. It was noted, and nothing was changed." } as const;

const HALF_WAY = {
  code: "half-way",
  message:
    "What you sent is recorded, or a part of it; then something failed. Look at the page before you send it again.",
} as const;

/** A fault of the environment is 503 and may pass; anything else is a bug of ours, 500, and loud. */
function fail(context: RequestContext, fault: unknown, hasWritten: boolean): Response {
  const isFault = fault instanceof StorageFault;
  const { method, path } = context.hono.req;
  console.error(
    JSON.stringify({
      at: new Date(context.app.clock()).toISOString(),
      method,
      path: withoutToken(path),
      fault: isFault ? fault.message : fault instanceof Error ? fault.stack : String(fault),
    }),
  );
  const status = isFault ? 503 : 500;
  if (hasWritten) return sendFailure(context, { status, ...HALF_WAY });
  return sendFailure(context, { status, ...(isFault ? NOT_REACHED : MISTAKE) });
}

/** The address of a chair, of a table or of a photo's link is its key: it stays out of the log. */
function withoutToken(path: string): string {
  return path
    .replace(/^\/(chair|selfie|photo-tags|photo-requests|captains)\/[^/]+/, "/$1/...")
    .replace(/^(\/tables\/[^/]+\/[^/]+)\/[^/]+/, "$1/...");
}

function chooseLanguage({ hono }: RequestContext, language: string): Response {
  const url = new URL(hono.req.url);
  url.searchParams.delete("lang");
  return seeOther(url.pathname + url.search, languageCookie(language));
}
