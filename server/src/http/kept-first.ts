import type { IncomingMessage, ServerResponse } from "node:http";
import { mayHaveSession } from "../people/session-cookie.ts";
import type { House } from "./hearing.ts";
import { languageFor } from "./language.ts";
import { keptAnswer, keyFor } from "./responses.ts";

/**
 * Answers a reader who is not signed in from the kept pages, before any route wakes. What is not kept, or was asked
 * for in any other way than a browser asks for a page, goes the usual way. Tells whether it answered.
 */
export function answerKept({ world, cache }: House, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "", headers } = request;
  if (
    method !== "GET" ||
    url.includes(".json") ||
    mayHaveSession(headers.cookie) ||
    (headers.accept ?? "").includes("application/json")
  )
    return false;
  if (headers["content-type"] !== undefined || headers.host === undefined) return false;
  const origin = world.config.origin ?? `http://${headers.host}`;
  const page = cache.find(
    keyFor({ language: languageFor(headers.cookie, headers["accept-language"]), origin, path: url }),
  );
  if (page === undefined) return false;
  const encodings = headers["accept-encoding"];
  const kept = keptAnswer(page, {
    etag: headers["if-none-match"],
    encodings: encodings === undefined ? undefined : String(encodings),
  });
  if (kept.bytes === null) response.writeHead(kept.status, kept.headers).end();
  else response.writeHead(kept.status, { ...kept.headers, "content-length": kept.bytes.byteLength }).end(kept.bytes);
  return true;
}
