import type { IncomingMessage, ServerResponse } from "node:http";
import { mayHaveSession } from "../people/session-cookie.ts";
import type { HttpDependencies } from "./request-context.ts";
import { languageFor } from "../http/language.ts";
import { originFor } from "../http/own-name.ts";
import { cachedResponse, keyFor } from "./responses.ts";

/**
 * Answers a reader who is not signed in from the cached pages, before any route runs. What is not cached, or was asked
 * for in any other way than a browser asks for a page, goes the usual way. Tells whether it answered.
 */
export function answerFromCache(
  { app, cache }: HttpDependencies,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method, url = "", headers } = request;
  if (
    method !== "GET" ||
    url.includes(".json") ||
    mayHaveSession(headers.cookie) ||
    (headers.accept ?? "").includes("application/json")
  )
    return false;
  if (headers["content-type"] !== undefined || headers.host === undefined) return false;
  const origin = originFor(app.config, headers.host);
  const page = cache.get(
    keyFor({ language: languageFor(headers.cookie, headers["accept-language"]), origin, path: url }),
  );
  if (page === undefined) return false;
  const encodings = headers["accept-encoding"];
  const cached = cachedResponse(page, {
    etag: headers["if-none-match"],
    encodings: encodings === undefined ? undefined : String(encodings),
  });
  if (cached.bytes === null) response.writeHead(cached.status, cached.headers).end();
  else
    response
      .writeHead(cached.status, { ...cached.headers, "content-length": cached.bytes.byteLength })
      .end(cached.bytes);
  return true;
}
