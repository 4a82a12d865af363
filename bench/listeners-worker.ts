import { connect, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** Opens many live pages and reports, for each message, when the last of them has it. */
const { host, port, topic, listeners }: { host: string; port: number; topic: string; listeners: number } = workerData;

const seen = new Map<string, number>();

function receive(chunk: Buffer): void {
  for (const [, id] of chunk.toString("latin1").matchAll(/^id: (\d+)\nevent:/gm)) {
    const times = (seen.get(id ?? "") ?? 0) + 1;
    seen.set(id ?? "", times);
    if (times === listeners) parentPort?.postMessage({ receivedAtMs: performance.timeOrigin + performance.now() });
  }
}

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () =>
      socket.write(`GET /live?topic=${encodeURIComponent(topic)} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`),
    );
    socket.once("data", () => {
      socket.on("data", receive);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}

const sockets: Socket[] = [];
for (let opened = 0; opened < listeners; opened += 50) {
  sockets.push(...(await Promise.all(Array.from({ length: Math.min(50, listeners - opened) }, open))));
}
parentPort?.postMessage({ ready: sockets.length });
parentPort?.once("message", () => {
  for (const socket of sockets) socket.destroy();
});
