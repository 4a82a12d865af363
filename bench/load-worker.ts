import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/**
 * Asks for one page over keep-alive connections for a bounded time and counts whole answers. It reads only as much of
 * an answer as it needs to know where it ends, so that it is not the slower side.
 */
interface Load {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly forMs: number;
}

const load: Load = workerData;
const request = Buffer.from(
  `GET ${load.path} HTTP/1.1\r\nHost: ${load.host}:${load.port}\r\nAccept-Encoding: identity\r\n\r\n`,
);
const endAt = performance.now() + load.forMs;
const took: number[] = [];
let failed = 0;

function openConnection(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(load.port, load.host);
    let sentAt = 0;
    let left = -1;
    const ask = () => {
      sentAt = performance.now();
      left = -1;
      socket.write(request);
    };
    socket.on("connect", ask);
    socket.on("data", (chunk: Buffer) => {
      left = left === -1 ? bytesAfter(chunk) : left - chunk.length;
      if (left > 0) return;
      took.push(performance.now() - sentAt);
      if (performance.now() < endAt) ask();
      else socket.destroy();
    });
    socket.on("error", () => (failed += 1));
    socket.on("close", () => resolve());
  });
}

/** How many bytes of the answer are still to come after its first chunk. */
function bytesAfter(chunk: Buffer): number {
  const headEnd = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, headEnd);
  if (!head.startsWith("HTTP/1.1 200")) failed += 1;
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (headEnd === -1 || Number.isNaN(length)) throw new Error("The answer tells no length.");
  return headEnd + 4 + length - chunk.length;
}

await Promise.all(Array.from({ length: load.connections }, openConnection));
parentPort?.postMessage({ took, failed });
