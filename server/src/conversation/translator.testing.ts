import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What a service of a test was asked for. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Readonly<Record<string, unknown>>;
}

/** A service of translation on this machine, which answers what it is told to. */
export interface LocalService {
  readonly url: string;
  readonly heard: Heard[];
  /** Answers by the status and the JSON, or text, of the next requests; null: nothing at all. */
  answers: { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> } | null;
  close(): Promise<void>;
}

/** Opens one on a free port. */
export async function openService(): Promise<LocalService> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      heard.push({ path: request.url ?? "", headers: request.headers, body: body as Heard["body"] });
      const { answers } = service;
      if (answers === null) return;
      response.writeHead(answers.status, { "content-type": "application/json", ...answers.headers });
      response.end(typeof answers.body === "string" ? answers.body : JSON.stringify(answers.body));
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  const service: LocalService = {
    url: `http://127.0.0.1:${port}`,
    heard,
    answers: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
  return service;
}
