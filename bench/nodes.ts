import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { startPostgresql } from "../server/src/storage/postgresql-server.testing.ts";
import { drawnEvent } from "./hall.ts";
import { count, percentile } from "./row.ts";
import { inTemporaryFolder } from "./server-process.ts";

/** `node bench/nodes.ts [PAGES]`: one node on SQLite, one and three on PostgreSQL, in one run. */
const PAGES = Number(process.argv[2] ?? 6_000);
const EVENT = "/competitions/growth/ms";
/** The match of the first chair is one of its event: its pages hear of each rally. */
const TOPIC = "event:growth/ms";
const LINES_OF_A_CHAIR = 60;
const RALLIES_TOLD = 40;
const LOADED_MS = 4_000;
const CONNECTIONS = 8;
const TICKS_A_SECOND = 100;
const ROOT = fileURLToPath(new URL("../", import.meta.url));

interface Node {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startNode(settings: Readonly<Record<string, string>>): Promise<Node> {
  const env = { ...process.env, PORT: "0", PODIUM_DEMO: "on", PODIUM_STREAMS: "20000", ...settings };
  const child = spawn(process.execPath, ["server/src/main.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  for await (const piece of child.stdout) {
    const url = /Podium is open at (\S+?)\/\s/.exec((output += String(piece)))?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`A node ended before it was open: ${output}`);
}

/** Milliseconds of a processor that these have used (proc_pid_stat(5)). */
function usedMs(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { child }) => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return sum + ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  }, 0);
}

function at(nodes: readonly Node[], index: number): string {
  return nodes[index % nodes.length]?.url ?? "";
}

function line(after: number): object {
  const entry =
    after === 0
      ? { kind: "service", server: "home1", receiver: "away1" }
      : { kind: "rally", winner: after % 2 === 0 ? "home" : "away" };
  return { after, lines: [{ id: `bench-line-${after}`, entry }] };
}

async function send(url: string, after: number): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(line(after)) });
  if (!answer.ok) throw new Error(`A chair was answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

interface Figures {
  readonly rallies: string;
  readonly rallyCpu: string;
  readonly pages: string;
  readonly pageCpu: string;
  readonly told: string;
  readonly toldCpu: string;
}

/** All chairs at once, each a line after the other, over all nodes. */
async function rallies(
  nodes: readonly Node[],
  chairs: readonly string[],
): Promise<Pick<Figures, "rallies" | "rallyCpu">> {
  for (const [index, chair] of chairs.entries()) await send(at(nodes, index) + chair, 0);
  const [beganMs, before] = [performance.now(), usedMs(nodes)];
  const scored = chairs.map(async (chair, index) => {
    for (let after = 1; after <= LINES_OF_A_CHAIR; after += 1) await send(at(nodes, index) + chair, after);
  });
  await Promise.all(scored);
  const lines = chairs.length * LINES_OF_A_CHAIR;
  const took = performance.now() - beganMs;
  return { rallies: count((lines * 1000) / took), rallyCpu: ((usedMs(nodes) - before) / lines).toFixed(2) };
}

/** One cached page, asked of every node at once. */
async function pages(nodes: readonly Node[], path: string): Promise<Pick<Figures, "pages" | "pageCpu">> {
  const before = usedMs(nodes);
  const answered = await Promise.all(
    nodes.map(async ({ url }) => {
      const { hostname: host, port } = new URL(url);
      const workerData = { host, port: Number(port), path, connections: CONNECTIONS, forMs: LOADED_MS };
      const [{ took, failed }] = await once(
        new Worker(new URL("load-worker.ts", import.meta.url), { workerData }),
        "message",
      );
      if (failed > 0) throw new Error(`${failed} pages failed.`);
      return took.length as number;
    }),
  );
  const all = answered.reduce((a, b) => a + b, 0);
  return { pages: count((all * 1000) / LOADED_MS), pageCpu: ((usedMs(nodes) - before) / all).toFixed(3) };
}

/** From a rally sent at the first node to the last of all pages, which are spread over the nodes. */
async function told(nodes: readonly Node[], chair: string) {
  const workers = nodes.map(({ url }) => {
    const { hostname: host, port } = new URL(url);
    const listeners = Math.floor(PAGES / nodes.length);
    return new Worker(new URL("listeners-worker.ts", import.meta.url), {
      workerData: { host, port: Number(port), topic: TOPIC, listeners },
    });
  });
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const took: number[] = [];
  const before = usedMs(nodes);
  for (let rally = 1; rally <= RALLIES_TOLD; rally += 1) {
    const heard = workers.map((worker) => once(worker, "message"));
    const sentAtMs = performance.timeOrigin + performance.now();
    await send(at(nodes, 0) + chair, LINES_OF_A_CHAIR + rally);
    const last = Math.max(...(await Promise.all(heard)).map(([{ receivedAtMs }]) => receivedAtMs as number));
    took.push(last - sentAtMs);
  }
  const cpu = usedMs(nodes) - before;
  for (const worker of workers) worker.postMessage("end");
  await Promise.all(workers.map((worker) => once(worker, "exit")));
  return {
    told: `p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${percentile(took, 0.99).toFixed(0)} ms`,
    toldCpu: ((cpu * 1000) / (RALLIES_TOLD * PAGES)).toFixed(1),
  };
}

async function measure(name: string, nodeCount: number, settings: Readonly<Record<string, string>>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const env = (index: number) => ({ ...settings, PODIUM_EXAMPLES: "none", PODIUM_DATA: join(folder, String(index)) });
    const importedMs = performance.now();
    const chairs = await drawnEvent(env(0));
    const tookMs = performance.now() - importedMs;
    const nodes: Node[] = [];
    for (let index = 0; index < nodeCount; index += 1) nodes.push(await startNode(env(index)));
    const [first = ""] = chairs;
    const figures: Figures = {
      ...(await rallies(nodes, chairs)),
      ...(await pages(nodes, EVENT)),
      ...(await told(nodes, first)),
    };
    const { rallies: each, rallyCpu, pages: shown, pageCpu, told: heard, toldCpu } = figures;
    const cells = [name, count(tookMs), each, rallyCpu, shown, pageCpu, heard, toldCpu];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
    for (const { child } of nodes) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  });
}

process.stdout.write(
  `${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}, ${count(PAGES)} open pages\n\n`,
);
process.stdout.write(
  "| | event of 1,024 imported, ms | rallies/s | ms of a processor a rally | pages/s | ms of a processor a page | rally to the last page | µs of a processor a page told |\n|---|---|---|---|---|---|---|---|\n",
);
await measure("one node, SQLite", 1, {});
const server = await startPostgresql({ isDurable: true });
for (const nodes of [1, 3]) {
  const DATABASE_URL = await server.database(`bench_${nodes}`);
  await measure(`${nodes} on PostgreSQL`, nodes, {
    DATABASE_URL,
    PODIUM_SECRET: "of-this-measurement-and-nothing-else-1",
  });
}
await server.stop();
