import type { RefusalCode } from "@podium/engine";
import { getRequestListener } from "@hono/node-server";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { App } from "../app.ts";
import type { HttpApp } from "./http-app.ts";
import type { HttpDependencies } from "./request-context.ts";
import { answerFromCache } from "./cached-response.ts";
import { preparedIn } from "../conversation/prepared.ts";
import { threadTopic } from "../conversation/thread-topic.ts";
import { mayReadPrepared } from "../moments/moments.ts";
import { viewerOf } from "../people/people.ts";
import { isFromUnknownProxy, isOwnName } from "../http/own-name.ts";

/** RFC 6797: who came by https once does not come by http again. */
const HTTPS_FOR_A_YEAR = "max-age=31536000";
const TOPICS_MAX = 20;
const LISTENERS_MAX = 20_000;
const TOPIC = /^(home|(match|event|competition|thread|moment):[A-Za-z0-9/_-]{1,200})$/;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the app and the live stream, which is answered on the raw socket. Rejects when the port is taken. */
export async function serve(dependencies: HttpDependencies, httpApp: HttpApp): Promise<Listening> {
  const { app } = dependencies;
  const pages = getRequestListener(httpApp.fetch);
  const server = createServer((request, response) => {
    if (app.config.origin?.startsWith("https:") === true)
      response.setHeader("strict-transport-security", HTTPS_FOR_A_YEAR);
    if ((request.headersDistinct["host"]?.length ?? 0) > 1) rejectUpgrade(response, 400, "A request names one host.");
    else if (!isOwnName(app.config, request.headers.host))
      rejectUpgrade(response, 421, "Podium is not known by this name. Behind a proxy, set PODIUM_ORIGIN.");
    else if (isFromUnknownProxy(app.config, request.headers))
      rejectUpgrade(response, 421, "This came through a proxy. Set PODIUM_ORIGIN to the address that the world uses.");
    else if (request.method === "GET" && request.url?.startsWith("/live?")) void subscribe(app, request, response);
    else if (!answerFromCache(dependencies, request, response)) void pages(request, response);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, app.config);
  const { port } = server.address() as AddressInfo;
  const host = app.config.host.includes(":") ? `[${app.config.host}]` : app.config.host;
  return { url: `http://${host}:${port}`, close: () => close(server, app) };
}

async function subscribe(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const query = new URL(request.url ?? "", "http://podium").searchParams;
  const topics = query.getAll("topic");
  if (topics.length === 0 || topics.length > TOPICS_MAX || !topics.every((topic) => TOPIC.test(topic))) {
    rejectUpgrade(response, 400, "A live stream needs 1 to 20 topics such as match:ID, event:ID or home.");
  } else if (app.live.listeners() >= LISTENERS_MAX) {
    rejectUpgrade(response, 503, "Too many pages are open right now.");
  } else if (response.socket === null) {
    // Sent down a connection on which an earlier request is still being answered: there is no socket to write to yet.
    rejectUpgrade(response, 400, "A live stream needs a connection of its own.");
  } else {
    const open = await openTopics(app, request, [...new Set(topics)]);
    if (response.socket === null || response.destroyed) return;
    app.live.subscribe(request, response, {
      topics: open,
      since: query.has("since") ? Number(query.get("since")) : null,
    });
  }
}

/** The topics without those of threads that are still prepared by others: of these nothing is told, not even that they are there. */
async function openTopics(app: App, request: IncomingMessage, topics: readonly string[]): Promise<readonly string[]> {
  const prepared: string[] = [];
  for (const topic of topics) {
    const thread = topic.startsWith(THREAD) ? topic.slice(THREAD.length) : null;
    const competition = thread === null ? null : await preparedIn(app.storage.db, thread);
    if (competition !== null && !mayReadPrepared(await viewerOf(app, headersOf(request)), competition))
      prepared.push(topic);
  }
  return topics.filter((topic) => !prepared.includes(topic));
}

const THREAD = threadTopic("");

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers({ cookie: headers.cookie ?? "", host: headers.host ?? "localhost" });
}

const CODES = { 400: "form-invalid", 421: "unknown-name", 503: "too-many-listeners" } as const satisfies Record<
  number,
  RefusalCode
>;

function rejectUpgrade(response: ServerResponse, status: keyof typeof CODES, message: string): void {
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

function close(server: Server, app: App): Promise<void> {
  app.live.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
