import { Resolver } from "node:dns/promises";
import { request, type IncomingMessage } from "node:http";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { isRefused, refuse, type Refusal } from "@podium/engine";
import { bodyOf, ENCODINGS } from "./body.ts";
import { publicAddresses } from "./public-address.ts";
import { textOf } from "./text-of.ts";

/** A page as it was found at an address that somebody gave. */
export interface FetchedPage {
  /** Where it was found in the end, after redirects. */
  readonly address: string;
  /** `text/html`, `application/xhtml+xml` or `text/plain`. */
  readonly type: string;
  readonly text: string;
}

/** Something that is sent to an address that somebody gave: a notification for a browser. */
export interface SentBytes {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The one door to addresses that somebody gave. It opens to the public internet alone, over http and https, and asks for
 * a page without telling who asks; or sends something there, over https alone, and learns the status of the answer. Refuses `address-forbidden`, `address-unreachable`, `address-too-large`,
 * `address-no-page` and `address-busy`.
 */
export interface Fetcher {
  fetchPage(address: string): Promise<FetchedPage | Refusal>;
  send(address: string, sent: SentBytes): Promise<number | Refusal>;
}

export interface FetcherOptions {
  /** Ports that are asked; 80 and 443 are the web. */
  readonly ports: ReadonlySet<number>;
  /** The addresses of a name. */
  readonly resolve?: (name: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** Whether an address may be connected to. */
  readonly mayReach?: (address: string) => boolean;
  /** How long a page may take, with all its redirects, in ms; what is sent has five seconds at most. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 15_000;
const SENDING_MS = 5_000;
const CONNECTING_MS = 4_000;
const REDIRECTS_MAX = 5;
const AT_ONCE_MAX = 4;
const ADDRESSES_TRIED_MAX = 4;
const ADDRESS_LENGTH_MAX = 2_000;
const HEADER_BYTES_MAX = 16_384;
const PAGES: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml", "text/plain"]);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Opens the door: what it may reach is decided on the numbers that a name has at the moment, at every step. */
export function openFetcher({
  ports,
  resolve = addressesOf,
  mayReach = publicAddresses(),
  patienceMs = PATIENCE_MS,
}: FetcherOptions): Fetcher {
  let underWay = 0;
  return {
    fetchPage: async (address) => {
      if (underWay >= AT_ONCE_MAX)
        return refuse("address-busy", "Several pages are being fetched just now. Try again in a moment.");
      underWay += 1;
      try {
        return await follow(address, { ports, resolve, mayReach, signal: AbortSignal.timeout(patienceMs) });
      } finally {
        underWay -= 1;
      }
    },
    send: (address, sent) => {
      const bounds = { ports, resolve, mayReach, signal: AbortSignal.timeout(Math.min(patienceMs, SENDING_MS)) };
      return sendTo(address, sent, bounds);
    },
  };
}

interface Bounds extends Required<Pick<FetcherOptions, "ports" | "resolve" | "mayReach">> {
  readonly signal: AbortSignal;
}

async function follow(given: string, bounds: Bounds): Promise<FetchedPage | Refusal> {
  let address = given;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const url = admitted(address, bounds.ports);
    if (isRefused(url)) return url;
    const found = await ask(url, bounds);
    if (!(found instanceof URL)) return found;
    address = found.href;
  }
  return unreachable(given, "it leads on and on");
}

/** Nothing is sent in the clear, nor to where an answer leads on. */
async function sendTo(address: string, sent: SentBytes, bounds: Bounds): Promise<number | Refusal> {
  const url = admitted(address, bounds.ports);
  if (isRefused(url)) return url;
  if (url.protocol !== "https:") return forbidden(url.host, "nothing is sent there in the clear");
  return over(
    url,
    bounds,
    async (socket) => (await answerOf(url, socket, { signal: bounds.signal, sent })).statusCode ?? 0,
  );
}

/** An address that may be asked for at all. The parser of URLs has made one form of every way to write a number. */
function admitted(address: string, ports: ReadonlySet<number>): URL | Refusal {
  const url = address.length > ADDRESS_LENGTH_MAX ? null : URL.parse(address);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:"))
    return forbidden(address, "it is no address of the web");
  if (url.username !== "" || url.password !== "") return forbidden(url.host, "it carries a name or a password");
  return ports.has(portOf(url)) ? url : forbidden(url.host, "its port is not one of the web");
}

function portOf({ port, protocol }: URL): number {
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}

/** Asks one address: the page, where it leads on to, or why not. */
function ask(url: URL, bounds: Bounds): Promise<FetchedPage | URL | Refusal> {
  const { signal } = bounds;
  return over(url, bounds, async (socket) => read(url, await answerOf(url, socket, { signal }), signal));
}

/** Does something over a connection that is looked at before and ended after. */
async function over<T>(url: URL, bounds: Bounds, work: (socket: Socket) => Promise<T>): Promise<T | Refusal> {
  let socket: Socket | Refusal | null = null;
  try {
    socket = await connectTo(url, bounds);
    if (isRefused(socket)) return socket;
    return await work(socket);
  } catch (fault) {
    return unreachable(url.host, bounds.signal.aborted ? "it takes too long" : reasonOf(fault));
  } finally {
    if (socket !== null && !isRefused(socket)) socket.destroy();
  }
}

/** Connects to a number that was looked at, never to a name, which may have another number by then. */
async function connectTo(url: URL, { resolve, mayReach, signal }: Bounds): Promise<Socket | Refusal> {
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const numbers = isIP(name) === 0 ? await resolve(name, signal) : [name];
  if (numbers.length === 0) return unreachable(url.host, "nobody knows it");
  // One number inside is enough: a name that has both is a way in, not a site.
  if (!numbers.every((number) => mayReach(number))) return forbidden(url.host, "it is not on the public internet");
  for (const number of numbers.slice(0, ADDRESSES_TRIED_MAX)) {
    const socket = await connected(number, portOf(url), signal);
    if (socket !== null) return url.protocol === "https:" ? secured(socket, name) : socket;
  }
  return unreachable(url.host, "nobody answers there");
}

/** A socket to a number, or null where nobody answers. */
async function connected(host: string, port: number, signal: AbortSignal): Promise<Socket | null> {
  signal.throwIfAborted();
  const socket = connect({ host, port, signal });
  const { promise, resolve } = Promise.withResolvers<Socket | null>();
  socket.once("connect", () => resolve(socket)).on("error", () => resolve(null));
  const timer = setTimeout(() => resolve(null), CONNECTING_MS);
  const opened = await promise.finally(() => clearTimeout(timer));
  if (opened === null) socket.destroy();
  return opened;
}

/** The same with the certificate of the name checked. */
async function secured(socket: Socket, name: string): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const secure = connectSecurely({ socket, host: name, ...(isIP(name) === 0 ? { servername: name } : {}) });
  secure.once("secureConnect", () => resolve(secure)).on("error", reject);
  const fail = () => reject(new Error("the connection ended"));
  socket.once("close", fail);
  return promise.finally(() => socket.off("close", fail));
}

interface Exchange {
  readonly signal: AbortSignal;
  readonly sent?: SentBytes;
}

async function answerOf(url: URL, socket: Socket, { signal, sent }: Exchange): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request({
    method: sent === undefined ? "GET" : "POST",
    createConnection: () => socket,
    host: url.hostname,
    path: url.pathname + url.search,
    maxHeaderSize: HEADER_BYTES_MAX,
    signal,
    headers: {
      host: url.host,
      accept: "text/html, application/xhtml+xml, text/plain;q=0.5",
      "accept-encoding": Object.keys(ENCODINGS).join(", "),
      "user-agent": "Podium",
      connection: "close",
      ...(sent === undefined ? {} : { ...sent.headers, "content-length": String(sent.body.byteLength) }),
    },
  });
  asked.once("response", resolve).on("error", reject);
  asked.once("upgrade", () => reject(new Error("it speaks another protocol")));
  asked.end(sent?.body);
  return promise;
}

async function read(url: URL, answer: IncomingMessage, signal: AbortSignal): Promise<FetchedPage | URL | Refusal> {
  const { statusCode = 0, headers } = answer;
  const { location } = headers;
  if (REDIRECTS.has(statusCode) && location !== undefined)
    return URL.parse(location, url) ?? forbidden(url.host, "it leads to no address");
  if (statusCode !== 200) return noPage(url.host, `it answers ${statusCode}`);
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!PAGES.has(type)) return noPage(url.host, "what stands there is no page with a text");
  const body = await bodyOf(answer, signal);
  if (isRefused(body)) return body;
  return { address: url.href, type, text: textOf(body, headers["content-type"] ?? "") };
}

/** Names are asked of the network's own servers: that can be given up, and holds no thread of the pool meanwhile. */
async function addressesOf(name: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel);
  const none = (): string[] => [];
  try {
    return (await Promise.all([resolver.resolve4(name).catch(none), resolver.resolve6(name).catch(none)])).flat();
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  if (code === "HPE_HEADER_OVERFLOW") return "its answer begins with too much";
  if (code.startsWith("HPE_")) return "its answer is not that of a site";
  return /CERT|SIGNATURE|TLS|SSL|SELF_SIGNED/.test(code) ? "its certificate is not right" : "it broke off";
}

function forbidden(host: string, why: string): Refusal {
  return refuse("address-forbidden", `This address is not fetched: ${why}.`, { host: host.slice(0, 200), why });
}

function unreachable(host: string, why: string): Refusal {
  return refuse("address-unreachable", `Nothing came from this address: ${why}.`, { host: host.slice(0, 200), why });
}

function noPage(host: string, why: string): Refusal {
  return refuse("address-no-page", `There is no page to read at this address: ${why}.`, {
    host: host.slice(0, 200),
    why,
  });
}
