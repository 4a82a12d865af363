import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";

/** A site that answers each path in a way of its own, byte by byte, and counts who comes. */
export interface Site {
  readonly port: number;
  readonly asked: string[];
  /** How many bytes it got rid of. */
  readonly sent: () => number;
  readonly connections: () => number;
  close(): Promise<void>;
}

export type Answers = Readonly<Record<string, (socket: Socket, port: number) => void>>;

/** Opens a site on all addresses of this machine. */
export async function openSite(answers: Answers): Promise<Site> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let sent = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => (sent += socket.bytesWritten));
    socket.once("data", (head) => {
      const path = head.toString("latin1").split(" ")[1] ?? "";
      asked.push(path);
      (answers[path] ?? notThere)(socket, portOf(server));
    });
  });
  server.listen(0, "0.0.0.0");
  await once(server, "listening");
  // An installation that fails to start leaves it behind: it holds no process.
  server.unref();
  return {
    port: portOf(server),
    asked,
    sent: () => sent,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

const notThere = (socket: Socket): void => void socket.end("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");

/** Answers a page, or with other headers. */
export function page(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  return (socket: Socket): void => {
    const all = {
      "content-type": "text/html; charset=utf-8",
      "content-length": String(Buffer.byteLength(body)),
      ...headers,
    };
    socket.write(headOf(200, all));
    socket.end(body);
  };
}

/** Sends on to another address; `PORT` in it is that of the site. */
export function onTo(location: string, status = 302) {
  return (socket: Socket, port: number): void =>
    void socket.end(headOf(status, { location: location.replace("PORT", String(port)), "content-length": "0" }));
}

/** Writes the same again and again, as fast as it is taken or every so many ms, until nobody listens. */
export function forEver(head: string, piece: string, everyMs = 0) {
  return (socket: Socket): void => {
    socket.write(head);
    const more = (): void => {
      if (socket.destroyed) return;
      const goesOn = socket.write(piece);
      if (everyMs > 0) setTimeout(more, everyMs);
      else if (goesOn) setImmediate(more);
      else socket.once("drain", more);
    };
    more();
  };
}

export const OK = headOf(200, { "content-type": "text/html" });

export function headOf(status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} X\r\n${lines.join("")}\r\n`;
}

/** 100 MB of nothing, packed. */
export function bombs(): Readonly<Record<"gzip" | "br" | "deflate", Uint8Array>> {
  const nothing = Buffer.alloc(100_000_000);
  return {
    gzip: gzipSync(nothing, { level: 1 }),
    br: brotliCompressSync(nothing, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    deflate: deflateSync(nothing, { level: 1 }),
  };
}
