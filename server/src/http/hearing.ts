import type { Language, Viewer } from "@podium/protocol";
import type { Context } from "hono";
import type { World } from "../world.ts";
import { languageFor } from "./language.ts";
import type { PageCache } from "./page-cache.ts";
import type { Said } from "./route.ts";
import type { Web } from "./web.ts";

/** What the node server adds to a request. */
export interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/** What stands behind every door: the installation, its built pages, and those that are kept ready. */
export interface House {
  readonly world: World;
  readonly web: Web;
  readonly cache: PageCache;
}

/** One request being heard: what was sent, who sent it, and everything needed to answer. */
export interface Hearing extends House {
  readonly context: Context<{ Bindings: Incoming }>;
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

/** Whether the sender speaks JSON: by the address, by what it accepts, or by what it sent. */
export function wantsJson({ context: { req } }: Hearing): boolean {
  return (
    new URL(req.url).pathname.endsWith(".json") ||
    says(req.header("accept"), "application/json") ||
    says(req.header("content-type"), "application/json")
  );
}

function says(header: string | undefined, type: string): boolean {
  return (header ?? "").trimStart().toLowerCase().startsWith(type);
}

/** The path and query that were asked for. */
export function pathOf({ context }: Hearing): string {
  const url = new URL(context.req.url);
  return url.pathname + url.search;
}

/** The page a reader may come back to: the one asked for, or the one from which a form was sent. */
export function pageOf(hearing: Hearing): string {
  const { method } = hearing.context.req;
  if (method === "GET" || method === "HEAD") return pathOf(hearing);
  const from = URL.parse(hearing.context.req.header("referer") ?? "");
  return from !== null && from.origin === originOf(hearing) ? from.pathname + from.search : "/";
}

/** The reader's language: chosen before, or asked for by the browser. */
export function languageOf({ context: { req } }: Hearing): Language {
  return languageFor(req.header("cookie"), req.header("accept-language"));
}

/** How the world reaches this installation. */
export function originOf({ world, context }: Hearing): string {
  return world.config.origin ?? new URL(context.req.url).origin;
}

/** What was just done, told by the address of the page that follows. */
export function saidIn({ context }: Hearing): Said | null {
  const code = context.req.query("said");
  return code !== undefined && /^[a-z-]{1,40}$/.test(code) ? { code, facts: {} } : null;
}
