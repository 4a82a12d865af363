import type { IncomingMessage, ServerResponse } from "node:http";
import { mayHaveSession } from "../people/session-cookie.ts";
import type { House } from "./hearing.ts";
import { languageFor } from "./language.ts";
import { keptHeaders, keyFor } from "./responses.ts";

/**
 * Answers a reader who is not signed in from the kept pages, before any route wakes. What is not kept, or was asked
 * for in any other way than a browser asks for a page, goes the usual way. Tells whether it answered.
 */
export function answerKept({ world, cache }: House, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "", headers } = request;
  if (method !== "GET" || url.includes(".json") || mayHaveSession(headers.cookie) || (headers.accept ?? "").includes("application/json")) return false;
  if (headers["content-type"] !== undefined || headers.host === undefined) return false;
  const origin = world.config.origin ?? `http://${headers.host}`;
  const page = cache.find(keyFor({ language: languageFor(headers.cookie, headers["accept-language"]), origin, path: url }));
  if (page === undefined) return false;
  const kept = keptHeaders(page);
  if (headers["if-none-match"] === page.etag) {
    response.writeHead(304, kept).end();
    return true;
  }
  const zipped = String(headers["accept-encoding"] ?? "").includes("gzip");
  const bytes = zipped ? page.gzip : page.html;
  response.writeHead(200, { ...kept, "content-length": bytes.byteLength, ...(zipped ? { "content-encoding": "gzip" } : {}) }).end(bytes);
  return true;
}
