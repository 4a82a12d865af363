import type { Language, Viewer } from "@podium/protocol";
import type { Context } from "hono";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stateIn, type App } from "../app.ts";
import { clientAddress, networkOf, proxiesOf } from "../people/client-address.ts";
import { languageFor } from "../http/language.ts";
import type { PageCache } from "./page-cache.ts";
import type { Notice } from "../http/route.ts";
import type { Web } from "./web.ts";

/** What the node server adds to a request. */
export interface NodeBindings {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

/** What every route needs: the app, its built pages, and the page cache. */
export interface HttpDependencies {
  readonly app: App;
  readonly web: Web;
  readonly cache: PageCache;
}

/** A request in progress: what was sent, who sent it, and everything needed to answer. */
export interface RequestContext extends HttpDependencies {
  readonly hono: Context<{ Bindings: NodeBindings }>;
  readonly viewer: Viewer | null;
  /** The number of the newest live message before anything was read for the answer. */
  readonly liveSince: number;
}

/** Every page is there as JSON too, under its address with .json behind it; the home page is /home.json. */
export function pagePathOf(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith("/assets/") || pathname === "/openapi.json" || !pathname.endsWith(".json")) return pathname;
  return pathname === "/home.json" ? "/" : pathname.slice(0, -".json".length);
}

/** Whether the sender is a script, which reads JSON: by the address, by what it accepts, or by what it sent. */
export function wantsJson({ hono: { req } }: RequestContext): boolean {
  return (
    new URL(req.url).pathname.endsWith(".json") ||
    startsWithType(req.header("accept"), "application/json") ||
    startsWithType(req.header("accept"), "text/event-stream") ||
    startsWithType(req.header("content-type"), "application/json")
  );
}

function startsWithType(header: string | undefined, type: string): boolean {
  return (header ?? "").trimStart().toLowerCase().startsWith(type);
}

/** The path and query that were asked for. */
export function pathOf({ hono }: RequestContext): string {
  const url = new URL(hono.req.url);
  return url.pathname + url.search;
}

/** The page a reader may come back to: the one asked for, or the one from which a form was sent. */
export function pageOf(context: RequestContext): string {
  const { method } = context.hono.req;
  if (method === "GET" || method === "HEAD") return pathOf(context);
  const from = URL.parse(context.hono.req.header("referer") ?? "");
  return from !== null && from.origin === originOf(context) ? from.pathname + from.search : "/";
}

/** Whom this installation believes. */
const proxies = { make: ({ config }: App) => proxiesOf(config.proxies) };

/** The network that asks, for limits on how often and how many. */
export function clientOf({ app, hono }: RequestContext): string {
  const remote = hono.env?.incoming?.socket?.remoteAddress;
  return networkOf(clientAddress(remote, hono.req.raw.headers.get("x-forwarded-for"), stateIn(app, proxies)));
}

/** The reader's language: chosen before, or asked for by the browser. */
export function languageOf({ hono: { req } }: RequestContext): Language {
  return languageFor(req.header("cookie"), req.header("accept-language"));
}

/** The public origin of this installation. */
export function originOf({ app, hono }: RequestContext): string {
  return app.config.origin ?? new URL(hono.req.url).origin;
}

/** What was just done, from the address of the page that follows. */
export function noticeIn({ hono }: RequestContext): Notice | null {
  const code = hono.req.query("notice");
  return code !== undefined && /^[a-z-]{1,40}$/.test(code) ? { code, params: {} } : null;
}
