import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { stateIn, type App } from "../app.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest } from "../http/route.ts";
import { drawCard } from "./card-drawing.ts";
import type { ShareCard } from "./cards.ts";

const CARDS_CACHED = 64;

/** Cards that were drawn lately, by what stands on them: another result is another card. */
const drawn = { make: (_app: App) => new LRUCache<string, Promise<Uint8Array>>({ max: CARDS_CACHED }) };

/** Where the card of a page stands: an address that changes with what stands on it; null where there is none. */
export function cardAddress(page: string, card: ShareCard | null): string | null {
  return card === null ? null : `${page}/card.png?v=${digestOf(card).slice(0, 12)}`;
}

function digestOf(card: ShareCard): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url");
}

/** Answers the card of what a page shows. */
export async function answerCard({ app, headers, path }: RouteRequest, card: ShareCard | null): Promise<Answer> {
  if (card === null) return answer.refusal(notFound(path));
  const digest = digestOf(card);
  const common = { etag: `"${digest}"`, "cache-control": "public, no-cache", "x-content-type-options": "nosniff" };
  if (headers.get("if-none-match") === common.etag)
    return { kind: "response", response: new Response(null, { status: 304, headers: common }) };
  const cards = stateIn(app, drawn);
  const picture = cards.get(digest) ?? drawCard(card);
  cards.set(digest, picture);
  const response = new Response(Uint8Array.from(await picture), {
    headers: { ...common, "content-type": "image/png" },
  });
  return { kind: "response", response };
}
