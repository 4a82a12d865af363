import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { signIn } from "./demo-client.ts";
import { percentile, type Row } from "./row.ts";
import type { ServerProcess } from "./server-process.ts";

const LISTENERS = 1_000;
const RALLIES = 60;

/** From a rally sent by a chair to the last of 1,000 open pages that has it: through the laws, to the disk, and out. */
export async function measureFanOut(server: ServerProcess): Promise<Row[]> {
  const organiser = await signIn(server.url, "organiser");
  const match = await organiser.readyMatch("riverside-open");
  const chair = await organiser.handOutChair(match);
  const { hostname, port } = new URL(server.url);
  const worker = new Worker(new URL("listeners-worker.ts", import.meta.url), {
    workerData: { host: hostname, port: Number(port), topic: `match:${match}`, listeners: LISTENERS },
  });
  await once(worker, "message");
  const took: number[] = [];
  for (let rally = 0; rally < RALLIES; rally += 1) {
    const sentAtMs = performance.timeOrigin + performance.now();
    const [[last]] = await Promise.all([once(worker, "message"), chair.scoreNext()]);
    took.push(last.receivedAtMs - sentAtMs);
  }
  worker.postMessage("end");
  await once(worker, "exit");
  const figure = `p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${percentile(took, 0.99).toFixed(0)} ms`;
  return [
    {
      what: `rally to the last of ${LISTENERS} pages`,
      figure,
      note: `${RALLIES} rallies, each recorded durably first`,
    },
  ];
}
