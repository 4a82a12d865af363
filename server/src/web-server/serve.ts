import type { RefusalCode } from "@podium/engine";
import { getRequestListener } from "@hono/node-server";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { stateIn, type App } from "../app.ts";
import type { Config } from "../config.ts";
import type { HttpApp } from "./http-app.ts";
import type { HttpDependencies } from "./request-context.ts";
import { nodeState } from "./health-routes.ts";
import { answerFromCache } from "./cached-response.ts";
import { isFromUnknownProxy, isOwnName, schemeOf } from "../http/own-name.ts";

/** RFC 6797: who came by https once does not come by http again. */
const HTTPS_FOR_A_YEAR = "max-age=31536000";

/** A server that listens. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A server for http, or for https where the settings name a certificate. Throws a sentence when that cannot be used. */
function serverFor({ tls }: Config, answer: RequestListener): Server | SecureServer {
  if (tls === null) return createServer(answer);
  try {
    return createSecureServer({ cert: readFileSync(tls.certificate), key: readFileSync(tls.key) }, answer);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Podium cannot speak https with ${tls.certificate} and ${tls.key}: ${why}.`, { cause: error });
  }
}

/** Serves the app under its own names. Rejects when the port is taken or the certificate cannot be used. */
export async function serve(dependencies: HttpDependencies, httpApp: HttpApp): Promise<Listening> {
  const { app } = dependencies;
  const pages = getRequestListener(httpApp.fetch);
  const server = serverFor(app.config, (request, response) => {
    if (app.config.origin?.startsWith("https:") === true)
      response.setHeader("strict-transport-security", HTTPS_FOR_A_YEAR);
    // A proxy that holds connections open lets go of them before they end.
    if (stateIn(app, nodeState).isEnding) response.setHeader("connection", "close");
    if ((request.headersDistinct["host"]?.length ?? 0) > 1) rejectHost(response, 400, "A request names one host.");
    // RFC 9112, 3.2.2: an address with a host of its own in it is asked of a proxy.
    else if (request.url?.startsWith("/") === false) rejectHost(response, 400, "An address begins with a slash here.");
    else if (!isOwnName(app.config, request.headers.host))
      rejectHost(response, 421, "Podium is not known by this name. Behind a proxy, set PODIUM_ORIGIN.");
    else if (isFromUnknownProxy(app.config, request))
      rejectHost(response, 421, "This came through a proxy. Set PODIUM_ORIGIN to the address that the world uses.");
    else if (!answerFromCache(dependencies, request, response)) void pages(request, response);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, app.config);
  const { port } = server.address() as AddressInfo;
  const host = app.config.host.includes(":") ? `[${app.config.host}]` : app.config.host;
  return { url: `${schemeOf(app.config)}://${host}:${port}`, port, close: () => close(server, app) };
}

const CODES = { 400: "form-invalid", 421: "unknown-name" } as const satisfies Record<number, RefusalCode>;

function rejectHost(response: ServerResponse, status: keyof typeof CODES, message: string): void {
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

/** Requests that are being answered have so long, or as long as the settings give a node that is ending. */
const CLOSE_MS = 500;

function close(server: Server, app: App): Promise<void> {
  if (app.storage.otherNodes !== null) app.live.sendElsewhere();
  app.live.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), Math.max(CLOSE_MS, app.config.drainSeconds * 1000)).unref();
  });
}
