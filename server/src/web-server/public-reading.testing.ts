import assert from "node:assert/strict";
import sharp from "sharp";
import { routes } from "./routes.ts";
import type { Installation } from "./scenario.testing.ts";

const open = routes.filter(({ method, policy }) => method === "GET" && policy.openBecause !== undefined);

/** What an address answered: how often what is sought stands there. */
export type Told = Map<string, number>;

/** As whom everything is read, what is sought in it, and which addresses are read however many of their route there are. */
export interface PublicReading {
  readonly here: Installation;
  readonly language: string;
  readonly cookie: string;
  readonly sought: RegExp;
  readonly always: RegExp;
}

/** Of each route so many addresses are read, and all that are about her, the moment and its photos. */
const OF_A_ROUTE = 3;
/** Reads what leads on from the home page, and at the addresses named: pages, their data, pictures, what programs ask. */
export async function crawl(reading: PublicReading, also: readonly string[]): Promise<Told> {
  const { here, always } = reading;
  const told: Told = new Map();
  const waiting = ["/", "/openapi.json", ...also];
  const known = new Set(waiting);
  const ofRoute = new Map<string, number>();
  const isTaken = (path: string) => {
    const route = (routeOf(path) ?? path) + String(path.includes(".json"));
    ofRoute.set(route, (ofRoute.get(route) ?? 0) + 1);
    return (ofRoute.get(route) ?? 0) <= OF_A_ROUTE || (always.test(path) && !/[?]|\/comments\//.test(path));
  };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { text, type, count } = await readAt(reading, path);
    told.set(path, count);
    const next = [...addressesIn(here, text, type), ...dataOf(path, type)].filter((each) => !known.has(each));
    for (const each of new Set(next)) {
      known.add(each);
      if (isTaken(each)) waiting.push(each);
    }
  }
  return told;
}

/** What stands at an address, of a picture what is written into it, and how often what is sought stands there. */
export async function readAt({ here, language, cookie, sought }: PublicReading, path: string) {
  const headers = { "accept-language": language, cookie };
  const answer = await fetch(here.url + path, { headers, redirect: "manual" });
  assert.ok(answer.status < 500, `${path}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const type = answer.headers.get("content-type") ?? "";
  const text = type.startsWith("image/") ? await wordsIn(bytes) : new TextDecoder().decode(bytes);
  return { text, type, count: (text + JSON.stringify([...answer.headers])).match(sought)?.length ?? 0 };
}

/** Everything that is written into a picture. */
async function wordsIn(bytes: Uint8Array): Promise<string> {
  sharp.unblock({ operation: ["VipsForeignLoadHeif"] });
  const { exif, iptc, xmpAsString, comments } = await sharp(bytes).metadata();
  return [exif?.toString("latin1"), iptc?.toString(), xmpAsString, JSON.stringify(comments ?? [])].join("\n");
}

function addressesIn(here: Installation, text: string, type: string): string[] {
  if (!type.startsWith("text/html")) return [];
  const links = [...text.matchAll(/(?:href|src|action|content)="([^"]+)"/g)].map(([, link = ""]) => link);
  const sets = [...text.matchAll(/srcset="([^"]+)"/gi)].flatMap(([, set = ""]) =>
    set.split(",").map((each) => each.trim().split(" ")[0] ?? ""),
  );
  return [...links, ...sets]
    .map((link) => link.replaceAll("&amp;", "&"))
    .map((link) => (link.startsWith(here.url) ? link.slice(here.url.length) : link))
    .map((link) => link.split("#")[0] ?? "")
    .filter((link) => /^\/(?!\/)/.test(link) && !/^\/(assets|sign-in|sign-up|languages?|check)\b/.test(link));
}

function dataOf(path: string, type: string): string[] {
  const [page = "", query] = path.split("?");
  if (!type.startsWith("text/html") || page.endsWith(".json")) return [];
  return [`${page === "/" ? "/home" : page}.json${query === undefined ? "" : `?${query}`}`];
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll(/:[a-z]+/g, "[^/]+").replaceAll(".", "[.]")}(?:[.]json)?(?:[?].*)?$`);

/** The route that an address is answered by: of those that may be, the one that leaves least open. */
function routeOf(path: string): string | undefined {
  const openParts = (route: string) => route.split("/").filter((part) => part.startsWith(":")).length;
  const [first] = open
    .map((each) => each.path)
    .filter((each) => patternOf(each).test(path))
    .sort((a, b) => openParts(a) - openParts(b));
  return first;
}

/** Public addresses that tell nothing of a photo, each with the reason: everything else is read, and a new route is read or fails here. */
const TELLS_NOTHING: Readonly<Record<string, RegExp>> = {
  "a key to somebody's chair, table or line-up, of which there is none in the example": /^\/(chair|tables|captains)\//,
  "a draft of entries, of which there is none in the example": /^\/enter\/:draft$/,
  "a stream of numbers and codes": /^\/live$/,
  "whether a node runs": /^\/health\/(live|ready)$/,
  "files of the build": /^\/(assets\/|embed[.]js$)/,
  "a form for words that somebody gives": /^\/check/,
  "how people come in": /^\/(sign-in(\/oidc)?|sign-up|api\/auth\/.*)$/,
  "what is asked for by a form": /^\/threads$/,
};

/** The routes that are neither read nor of those that tell nothing. */
export function unread(told: Told): string[] {
  const reasons = Object.values(TELLS_NOTHING);
  const read = new Set([...told.keys()].map(routeOf));
  return open
    .map(({ path }) => path)
    .filter((path) => !reasons.some((pattern) => pattern.test(path)))
    .filter((path) => !read.has(path));
}
