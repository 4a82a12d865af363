import { Worker } from "node:worker_threads";
import { count, percentile, type Row } from "./row.ts";
import type { ServerProcess } from "./server-process.ts";

const CONNECTIONS = 16;
const MEASURED_MS = 3_000;

interface Loaded {
  readonly took: readonly number[];
  readonly failed: number;
}

/** Pages a second, asked for from a second thread over loopback: cached pages, and pages that are made anew each time. */
export async function measurePages(server: ServerProcess, thread: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, path] of [
    ["event page", "/competitions/paris-2024/xd"],
    ["moment page", "/moments/paris-2024-xd-podium"],
    ["thread of 200", thread],
  ] as const) {
    await ask(server, path, 500);
    rows.push(rowOf(`${what}, cached`, await ask(server, path, MEASURED_MS)));
    rows.push(rowOf(`${what}, made anew`, await ask(server, `${path}?notice=fresh`, MEASURED_MS)));
  }
  return rows;
}

function rowOf(what: string, { took, failed }: Loaded): Row {
  const note = `p99 ${percentile(took, 0.99).toFixed(1)} ms, ${CONNECTIONS} connections${failed > 0 ? `, ${failed} FAILED` : ""}`;
  return { what, figure: `${count((took.length / MEASURED_MS) * 1000)} a second`, note };
}

function ask(server: ServerProcess, path: string, forMs: number): Promise<Loaded> {
  const { hostname, port } = new URL(server.url);
  const worker = new Worker(new URL("load-worker.ts", import.meta.url), {
    workerData: { host: hostname, port: Number(port), path, connections: CONNECTIONS, forMs },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
