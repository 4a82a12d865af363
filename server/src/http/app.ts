import { isRefused, refuse, type Refusal } from "@podium/engine";
import { Hono, type Context } from "hono";
import { stampOf } from "../live/kept.ts";
import { clientAddress } from "../people/client-address.ts";
import { viewerOf } from "../people/people.ts";
import { asTexts, parseBody, readBody, type Body } from "./body.ts";
import {
  languageOf,
  originOf,
  pagePathOf,
  pathOf,
  wantsJson,
  type Hearing,
  type House,
  type Incoming,
} from "./hearing.ts";
import { languageCookie } from "./language.ts";
import { describeApi } from "./openapi.ts";
import { isOwnPage } from "./origin-check.ts";
import { notAllowed, notFound, notSignedIn } from "./refusal-status.ts";
import { findKept, seeOther, sendFailure, sendJson, sendKept, sendPage, sendRefusal } from "./responses.ts";
import type { Answer, Ask, Route } from "./route.ts";

export type App = Hono<{ Bindings: Incoming }>;

/** The edge: mounts the routes, finds out who asks, turns answers and refusals into HTTP. */
export function makeApp(house: House, routes: readonly Route[]): App {
  const app: App = new Hono({ getPath: (request) => pagePathOf(request.url) });
  const hear = (context: Context<{ Bindings: Incoming }>): Hearing => ({
    ...house,
    context,
    viewer: null,
    liveSince: house.world.live.lastId(),
  });
  app.get(
    "/assets/*",
    (context) =>
      house.web.asset(context.req.path, context.req.header("accept-encoding")) ??
      sendRefusal(hear(context), notFound(context.req.path)),
  );
  for (const route of routes) app.on(route.method, route.path, (context) => answerRoute(hear(context), route));
  app.get("/openapi.json", (context) => sendJson(describeApi(routes, originOf(hear(context))), 200));
  app.notFound((context) => sendRefusal(hear(context), unrouted(context.req, routes)));
  app.onError((fault, context) => fail(hear(context), fault));
  return app;
}

async function answerRoute(stranger: Hearing, route: Route): Promise<Response> {
  const { context, world } = stranger;
  const chosen = context.req.query("lang");
  if (route.method === "GET" && chosen !== undefined) return chooseLanguage(stranger, chosen);
  if (route.method === "POST" && !isOwnPage(context.req.raw.headers, originOf(stranger))) {
    return sendRefusal(
      stranger,
      refuse("foreign-origin", "This was sent from a page that is not ours. Open the page here and send it again."),
    );
  }
  const hearing = { ...stranger, viewer: await viewerOf(world, context.req.raw.headers) };
  if (!route.may.allows(hearing.viewer, asTexts(context.req.param())))
    return sendRefusal(hearing, hearing.viewer === null ? notSignedIn() : notAllowed(route.may.says));
  const kept = findKept(hearing);
  if (kept !== undefined) return sendKept(hearing, kept);
  const stamp = stampOf(world);
  return send(hearing, await route.answer(askOf(hearing)), stamp);
}

function send(hearing: Hearing, given: Answer, stamp: string): Response {
  switch (given.kind) {
    case "refusal":
      return sendRefusal(hearing, given.refusal);
    case "json":
      return sendJson(given.json, given.status ?? 200);
    case "see-other":
      return seeOther(given.to, given.cookies);
    case "response":
      return given.response;
    case "page":
      return sendPage(hearing, given, stamp);
  }
}

/** The request as the stages see it. The body is read when somebody asks for it, and once. */
function askOf(hearing: Hearing): Ask {
  const { context, world, viewer } = hearing;
  let body: Promise<Body | Refusal> | undefined;
  const bodyOnce = () => (body ??= readBody(context.req.raw));
  return {
    world,
    viewer,
    params: asTexts(context.req.param()),
    query: asTexts(context.req.query()),
    language: languageOf(hearing),
    client: clientAddress(context.env?.incoming?.socket?.remoteAddress, context.req.raw.headers.get("x-forwarded-for")),
    headers: context.req.raw.headers,
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

function unrouted(asked: { readonly method: string; readonly path: string }, routes: readonly Route[]): Refusal {
  const elsewhere = routes.some((route) => route.method !== asked.method && isUnder(route.path, asked.path));
  return elsewhere
    ? refuse("method-not-allowed", `${asked.method} is not possible under this address.`, {
        method: asked.method,
        path: asked.path,
      })
    : notFound(asked.path);
}

function isUnder(pattern: string, path: string): boolean {
  const given = path.split("/");
  const wanted = pattern.split("/");
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(":") || part === given[index]);
}

/** A fault of the world is 503 and may pass; anything else is a bug of ours, 500, and loud. */
function fail(hearing: Hearing, fault: unknown): Response {
  const isFault = typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string";
  const { method, path } = hearing.context.req;
  console.error(
    JSON.stringify({
      at: new Date(hearing.world.clock()).toISOString(),
      method,
      path: withoutToken(path),
      fault: fault instanceof Error ? fault.stack : String(fault),
    }),
  );
  if (isFault)
    return sendFailure(hearing, {
      status: 503,
      code: "fault",
      message: "Podium cannot reach its storage right now. Nothing was changed; try again in a moment.",
    });
  return sendFailure(hearing, {
    status: 500,
    code: "bug",
    message: "Podium made a mistake. It was noted, and nothing was changed.",
  });
}

/** The address of a chair is its key: it stays out of the log. */
function withoutToken(path: string): string {
  return path.replace(/^\/chair\/[^/]+/, "/chair/...");
}

function chooseLanguage({ context }: Hearing, language: string): Response {
  const url = new URL(context.req.url);
  url.searchParams.delete("lang");
  return seeOther(url.pathname + url.search, languageCookie(language));
}
