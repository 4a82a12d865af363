import { getRequestListener } from "@hono/node-server";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../world.ts";
import type { App } from "./app.ts";
import type { House } from "./hearing.ts";
import { answerKept } from "./kept-first.ts";
import { isOwnName } from "./own-name.ts";

const TOPICS_MAX = 20;
const LISTENERS_MAX = 20_000;
const TOPIC = /^(home|(match|event|competition|thread|moment):[A-Za-z0-9/_-]{1,200})$/;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the app and the live stream, which is answered on the raw socket. Rejects when the port is taken. */
export async function serve(house: House, app: App): Promise<Listening> {
  const { world } = house;
  const pages = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (!isOwnName(world.config, request.headers.host))
      sayNo(response, 421, "Podium is not known by this name. Behind a proxy, set PODIUM_ORIGIN.");
    else if (request.method === "GET" && request.url?.startsWith("/live?")) subscribe(world, request, response);
    else if (!answerKept(house, request, response)) void pages(request, response);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, world.config);
  const { port } = server.address() as AddressInfo;
  const host = world.config.host.includes(":") ? `[${world.config.host}]` : world.config.host;
  return { url: `http://${host}:${port}`, close: () => close(server, world) };
}

function subscribe(world: World, request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? "", "http://podium").searchParams;
  const topics = query.getAll("topic");
  if (topics.length === 0 || topics.length > TOPICS_MAX || !topics.every((topic) => TOPIC.test(topic))) {
    sayNo(response, 400, "A live stream needs 1 to 20 topics such as match:ID, event:ID or home.");
  } else if (world.live.listeners() >= LISTENERS_MAX) {
    sayNo(response, 503, "Too many pages are open right now.");
  } else if (response.socket === null) {
    // Sent down a connection on which an earlier request is still being answered: there is no socket to write to yet.
    sayNo(response, 400, "A live stream needs a connection of its own.");
  } else {
    world.live.subscribe(request, response, {
      topics: [...new Set(topics)],
      since: query.has("since") ? Number(query.get("since")) : null,
    });
  }
}

const CODES = { 400: "form-invalid", 421: "unknown-name", 503: "too-many-listeners" } as const;

function sayNo(response: ServerResponse, status: keyof typeof CODES, message: string): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ refused: { code: CODES[status], message, detail: {} } }));
}

function listen(server: Server, where: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: where.host, port: where.port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server, world: World): Promise<void> {
  world.live.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
